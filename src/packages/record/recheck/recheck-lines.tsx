import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { Growing } from '../../../components/growing';
import { Line } from '../../../components/line';
import { dayInWords, dayOf } from '../../../domain/kernel/time';
import type { PublishedRecheck } from '../../../domain/records/redo-recheck';

type RecheckLine = PublishedRecheck['lines'][number];

const words: Record<RecheckLine['result'], string> = {
  waiting: '等监委会再看一遍',
  holds: '属实',
  wrong: '不属实',
  unclear: '查不清',
};

const atOnce = 8;

const householdOf = ({ householdNumber }: RecheckLine) =>
  householdNumber === null ? '本村一户' : `${householdNumber}号户`;

function resultOf({ result, reversed }: RecheckLine): string {
  return reversed ? `${words[result]},已经更正` : words[result];
}

/** What was drawn and what came of it: by number, never by name. */
export function RecheckLines({ recheck: { lines, marks } }: { recheck: PublishedRecheck }) {
  const today = dayOf(Date.now());
  if (marks.length === 0) {
    return <EmptyState icon="check" text="这个月没有入账的。" hint="没有入账,就不用抽查。" />;
  }
  return (
    <Growing
      groups={[{ key: 'lines', rows: lines, frame: (shown) => <Card flush>{shown}</Card> }]}
      keyOf={({ mark }) => mark}
      atOnce={atOnce}
      lined
    >
      {(line) => (
        <Line
          icon={line.result === 'wrong' ? 'warning' : line.result === 'holds' ? 'check' : 'clock'}
          title={`${householdOf(line)} ${line.itemName}`}
          note={`${dayInWords(line.day, today)}做的 · ${resultOf(line)} · 记号 ${line.mark}`}
        />
      )}
    </Growing>
  );
}
