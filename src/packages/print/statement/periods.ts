import { addDays, firstDayOfQuarter, quarterOf, yearOf } from '../../../domain/kernel/time';

export type Period = { from: string; to: string };
export type PeriodName = 'this-year' | 'last-year' | 'this-quarter' | 'last-quarter' | 'own';

export const periodLabels: readonly { id: PeriodName; label: string }[] = [
  { id: 'this-year', label: '今年' },
  { id: 'this-quarter', label: '这个季度' },
  { id: 'last-quarter', label: '上个季度' },
  { id: 'last-year', label: '去年' },
  { id: 'own', label: '自己选' },
];

/** From when to when a period lasts that people call by a name; what runs ends today. */
export function periodOf(name: Exclude<PeriodName, 'own'>, today: string): Period {
  const year = yearOf(today);
  const quarterBegins = firstDayOfQuarter(quarterOf(today));
  const lastEnds = addDays(quarterBegins, -1);
  switch (name) {
    case 'this-year':
      return { from: `${year}-01-01`, to: today };
    case 'last-year':
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
    case 'this-quarter':
      return { from: quarterBegins, to: today };
    case 'last-quarter':
      return { from: firstDayOfQuarter(quarterOf(lastEnds)), to: lastEnds };
  }
}
