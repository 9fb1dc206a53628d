import { pointsInWords } from '../../components/points-number';
import type { ValueOf } from '../../contracts/contract';
import type { readStatement } from '../../contracts/ledger';

export type StatementLine = ValueOf<typeof readStatement>['lines'][number];

/** What happened, and to each purse: `加分 · 兑换分 +3 · 荣誉分 +3`. */
export function changesInWords({ kind, spendable, honour, held }: StatementLine): string {
  const changes = [
    { name: '兑换分', points: spendable },
    { name: '荣誉分', points: honour },
    { name: '占着的分', points: held },
  ];
  const words = changes
    .filter(({ points }) => points !== 0)
    .map(({ name, points }) => `${name} ${pointsInWords(points, true)}`);
  return [kind, ...words].join(' · ');
}

/** The figure that stands large, spendable points first; null when only held points moved. */
export function mainChange({ spendable, honour }: StatementLine): number | null {
  return spendable || honour || null;
}

export type DayOfStatement = { day: string; lines: StatementLine[] };

/** Lines of one day together, in the order they came. */
export function groupByDay(lines: readonly StatementLine[]): DayOfStatement[] {
  const days: DayOfStatement[] = [];
  for (const line of lines) {
    const last = days[days.length - 1];
    if (last?.day === line.day) last.lines.push(line);
    else days.push({ day: line.day, lines: [line] });
  }
  return days;
}
