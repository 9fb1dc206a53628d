import { View } from '@tarojs/components';
import { todayByServer } from '../../../client/server-clock';
import { aria } from '../../../components/aria';
import { Ask } from '../../../components/ask';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-state';
import { Icon } from '../../../components/icon';
import { PointsNumber } from '../../../components/points-number';
import { householdOf, openRecord, type RecordLineOf } from '../../../components/record-line';
import { Tap } from '../../../components/tap';
import { addDays, dayInWords } from '../../../domain/kernel/time';
import { noticeDays } from '../../../domain/records/declare';
import { unevenInWords } from '../../../domain/scheme/fall';
import type { NoticeBatch } from './notice-batch';
import './notice-choice.scss';
import { QueueRows } from './queue-list';
import type { Queue } from './use-queue';
import type { WorkTab } from './work-tabs';

function ChoiceLine(props: { record: RecordLineOf; checked: boolean; onToggle: () => void }) {
  const { record, checked, onToggle } = props;
  const words = `${householdOf(record)} ${record.itemName}`;
  const uneven = unevenInWords(record);
  return (
    <View className="notice-choice">
      <View
        className="notice-choice-box"
        onClick={onToggle}
        {...aria('checkbox', words, { checked })}
      >
        <View className={checked ? 'notice-tick notice-tick-on' : 'notice-tick'}>
          {checked && <Icon name="check" tone="white" />}
        </View>
        <View className="notice-choice-words">
          <View className="notice-choice-household">{householdOf(record)}</View>
          <View>{record.itemName}</View>
          {uneven !== null && <View>{uneven}</View>}
        </View>
        <PointsNumber points={record.points} signed />
      </View>
      <Tap
        className="notice-choice-open"
        label={`看${words}`}
        onTap={() => openRecord(record.recordId)}
      >
        看看
      </Tap>
    </View>
  );
}

/** Until when they will stand there, and one tap for all of them. */
function All({ batch, lastDay }: { batch: NoticeBatch; lastDay: string }) {
  return (
    <View className="notice-choice-head">
      <View>{`选好的一起公示到 ${lastDay}。`}</View>
      <Button
        tone="outline"
        className="notice-choice-all"
        onTap={batch.pickAll}
        disabled={batch.chosen.length === batch.fit.length}
      >
        {`全选 ${batch.fit.length} 条`}
      </Button>
    </View>
  );
}

/** What passed the review, to be put on notice together. */
export function NoticeChoice(props: { tab: WorkTab; queue: Queue; batch: NoticeBatch }) {
  const { tab, queue, batch } = props;
  const chosen = new Set(batch.chosen.map((record) => record.recordId));
  const today = todayByServer();
  const lastDay = dayInWords(addDays(today, noticeDays), today);
  return (
    <>
      <QueueRows
        tab={tab}
        queue={queue}
        empty={{ icon: 'notice', hint: '评议通过的会出现在这里。' }}
        above={batch.fit.length > 0 && <All batch={batch} lastDay={lastDay} />}
      >
        {(record) => (
          <ChoiceLine
            record={record}
            checked={chosen.has(record.recordId)}
            onToggle={() => batch.toggle(record.recordId)}
          />
        )}
      </QueueRows>
      <Ask
        visible={batch.asking}
        title={`公示这 ${batch.chosen.length} 条`}
        text={`公示到 ${lastDay},没有异议就入账。公示开始后不能撤回。`}
        confirmLabel={`公示 ${batch.chosen.length} 条`}
        busy={batch.busy}
        onConfirm={batch.open}
        onClose={() => batch.ask(false)}
      >
        <ErrorNote error={batch.error} />
      </Ask>
    </>
  );
}
