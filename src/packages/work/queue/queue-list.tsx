import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { Growing } from '../../../components/growing';
import { Loaded } from '../../../components/loaded';
import { MoreButton } from '../../../components/more-button';
import { QueueHint } from '../../../components/queue-hint';
import { openRecord, RecordLine, type RecordLineOf } from '../../../components/record-line';
import { byDeed, isDoneTogether, keyOfDeed } from './by-deed';
import { DeedLine } from './deed-line';
import type { Queue } from './use-queue';
import type { WorkTab } from './work-tabs';

/** About a screen of lines. */
const recordsAtOnce = 8;

type RowsProps = {
  tab: WorkTab;
  queue: Queue;
  empty: { icon: 'check' | 'notice'; hint: string };
  /** What is done with all of them, between the hint and the rows. */
  above?: ReactNode;
  children: (record: RecordLineOf) => ReactNode;
};

/** The records of one tab, each as its page draws it; those of one deed as one line. */
export function QueueRows({ tab, queue, empty, above, children }: RowsProps) {
  return (
    <>
      <QueueHint>{tab.hint}</QueueHint>
      <View>{above}</View>
      <Loaded
        call={queue.first}
        isEmpty={(value) => value.records.length === 0}
        empty={<EmptyState icon={empty.icon} text={tab.empty} hint={empty.hint} />}
      >
        {() => (
          <>
            <Card flush>
              <Growing
                groups={[{ key: tab.view, rows: byDeed(queue.rows, tab.view) }]}
                keyOf={(records) => keyOfDeed(records)}
                atOnce={recordsAtOnce}
                lined
              >
                {(records) => {
                  const [first] = records;
                  if (!first) return null;
                  return isDoneTogether(first, tab.view) ? (
                    <DeedLine records={records} more={queue.more} />
                  ) : (
                    children(first)
                  );
                }}
              </Growing>
            </Card>
            <MoreButton pages={queue} label="看后面的" />
          </>
        )}
      </Loaded>
    </>
  );
}

/** What waits for one decision each; a tap opens it with its evidence and the buttons. */
export function QueueList({ tab, queue }: { tab: WorkTab; queue: Queue }) {
  return (
    <QueueRows tab={tab} queue={queue} empty={{ icon: 'check', hint: '有了会出现在这里。' }}>
      {(record) => (
        <RecordLine
          record={record}
          withHousehold
          onTap={() => openRecord(record.recordId, tab.view)}
        />
      )}
    </QueueRows>
  );
}
