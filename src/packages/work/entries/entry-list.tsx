import { View } from '@tarojs/components';
import { toggled } from '../../../client/changed';
import { Card } from '../../../components/card';
import { CheckLine } from '../../../components/check-line';
import { Growing } from '../../../components/growing';
import { SectionHead } from '../../../components/section-head';
import type { ValueOf } from '../../../contracts/contract';
import type { listEntries } from '../../../contracts/people';
import { calledBy } from '../../../domain/kernel/names';

type Waiting = ValueOf<typeof listEntries>;
type Entry = Waiting['entries'][number];

/** About a screen of them. */
const entriesAtOnce = 12;

/** What is compared with the paper: `1978 年生 · 配偶 · 100…`. */
function particulars({ birthYear, relation, phone }: Entry): string {
  return [`${birthYear} 年生`, relation, phone ?? '没有手机号'].join(' · ');
}

type Props = {
  value: Waiting;
  wrong: ReadonlySet<string>;
  onWrong: (change: (before: ReadonlySet<string>) => ReadonlySet<string>) => void;
};

/** The people of one page by household, each ticked as right until somebody takes the tick away. */
export function EntryList({ value: { villageName, entries }, wrong, onWrong }: Props) {
  const toggle = (memberId: string) => onWrong((before) => toggled(before, memberId));
  return (
    <View>
      <SectionHead title={villageName} extra={`${entries.length} 人`} />
      <Card flush>
        <Growing
          groups={[{ key: 'entries', rows: entries }]}
          keyOf={({ memberId }) => memberId}
          atOnce={entriesAtOnce}
          lined
        >
          {(entry) => (
            <CheckLine
              label={calledBy(entry.householdNumber, entry.name)}
              checked={!wrong.has(entry.memberId)}
              onChange={() => toggle(entry.memberId)}
            >
              {particulars(entry)}
            </CheckLine>
          )}
        </Growing>
      </Card>
    </View>
  );
}
