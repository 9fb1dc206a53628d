import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { Growing } from '../../components/growing';
import { Loaded } from '../../components/loaded';
import { MoreButton } from '../../components/more-button';
import { openRecord, RecordLine } from '../../components/record-line';
import './queue-list.scss';
import type { Queue } from './use-queue';
import type { WorkTab } from './work-tabs';

/** About a screen of lines. */
const recordsAtOnce = 8;

/** What waits for one decision each; a tap opens it with its evidence and the buttons. */
export function QueueList({ tab, queue }: { tab: WorkTab; queue: Queue }) {
  return (
    <>
      <View className="queue-hint">{tab.hint}</View>
      <Loaded
        call={queue.first}
        isEmpty={(value) => value.records.length === 0}
        empty={<EmptyState icon="check" text={tab.empty} hint="有了会出现在这里。" />}
      >
        {() => (
          <>
            <Card flush>
              <Growing
                groups={[{ key: tab.view, rows: queue.rows }]}
                keyOf={({ recordId }) => recordId}
                atOnce={recordsAtOnce}
                lined
              >
                {(record) => (
                  <RecordLine
                    record={record}
                    withHousehold
                    onTap={() => openRecord(record.recordId, tab.view)}
                  />
                )}
              </Growing>
            </Card>
            <MoreButton pages={queue} label="看后面的" />
          </>
        )}
      </Loaded>
    </>
  );
}
