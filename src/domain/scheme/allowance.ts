import type { Cap, CapPeriod, PointItem } from '../../contracts/scheme';
import { refuse } from '../kernel/refusal';
import { addDays, dayInWords, quarterOf, yearOf } from '../kernel/time';
import { mostPointsOfOneDeed } from './score';
import type { Allowance, AllowanceUse } from './types';

/** What a household may get over all items (domain default). */
export const quarterCapPoints = 60;
export const yearCapPoints = 200;

const periodWords: Record<CapPeriod, string> = {
  month: '一个月',
  quarter: '一季',
  year: '一年',
  once: '每户',
};

/** What was used so far: the year of the deed, and, for once-only items, all years. */
export type Used = { year: readonly AllowanceUse[]; once: readonly AllowanceUse[] };

export type AllowanceLeft = {
  pointsLeft: number;
  /** A sentence: what limits it. */
  because: string;
  /** Last day of the period that limits it; null where no new period ever comes. */
  untilDay: string | null;
};

export function allowanceId(householdId: string, period: number | 'once'): string {
  return `${householdId}.${period}`;
}

export function isOnceOnly(item: PointItem): boolean {
  return item.caps.some((cap) => cap.period === 'once');
}

function samePeriod(period: CapPeriod, left: string, right: string): boolean {
  if (period === 'once') return true;
  if (period === 'year') return yearOf(left) === yearOf(right);
  if (period === 'quarter') return quarterOf(left) === quarterOf(right);
  return left.slice(0, 7) === right.slice(0, 7);
}

/** Last day of the period that a day lies in. */
export function lastDayOfPeriod(period: CapPeriod, day: string): string | null {
  if (period === 'once') return null;
  const year = yearOf(day);
  const month = Number(day.slice(5, 7));
  const lastMonth = { month, quarter: Math.ceil(month / 3) * 3, year: 12 }[period];
  const nextStart =
    lastMonth === 12 ? `${year + 1}-01-01` : `${year}-${String(lastMonth + 1).padStart(2, '0')}-01`;
  return addDays(nextStart, -1);
}

const pointsOf = (uses: readonly AllowanceUse[]) =>
  uses.reduce((total, use) => total + use.points, 0);

function leftOfCap(item: PointItem, cap: Cap, day: string, used: Used): AllowanceLeft[] {
  const all = cap.period === 'once' ? used.once : used.year;
  const uses = all.filter((use) => use.itemId === item.id && samePeriod(cap.period, use.day, day));
  const untilDay = lastDayOfPeriod(cap.period, day);
  const words = periodWords[cap.period];
  const left: AllowanceLeft[] = [];
  if (cap.points !== undefined) {
    const spent = pointsOf(uses);
    left.push({
      pointsLeft: Math.max(0, cap.points - spent),
      because: `“${item.name}”${words}最多 ${cap.points} 分,已有 ${spent} 分(没入账的也算)。`,
      untilDay,
    });
  }
  if (cap.times !== undefined) {
    const timesLeft = Math.max(0, cap.times - uses.length);
    left.push({
      pointsLeft: timesLeft * mostPointsOfOneDeed(item),
      because: `“${item.name}”${words}最多 ${cap.times} 次,已有 ${uses.length} 次(没入账的也算)。`,
      untilDay,
    });
  }
  return left;
}

function leftOverall(day: string, used: Used): AllowanceLeft[] {
  const limits = [
    { period: 'quarter', most: quarterCapPoints, words: '一季' },
    { period: 'year', most: yearCapPoints, words: '一年' },
  ] as const;
  return limits.map(({ period, most, words }) => {
    const spent = pointsOf(used.year.filter((use) => samePeriod(period, use.day, day)));
    return {
      pointsLeft: Math.max(0, most - spent),
      because: `每户${words}合计最多 ${most} 分,已有 ${spent} 分(没入账的也算)。`,
      untilDay: lastDayOfPeriod(period, day),
    };
  });
}

/** How much of an item a household may still get on a day, by the tightest limit. */
export function allowanceLeft(item: PointItem, day: string, used: Used): AllowanceLeft {
  const limits = [
    ...item.caps.flatMap((cap) => leftOfCap(item, cap, day, used)),
    ...leftOverall(day, used),
  ];
  return limits.reduce((tightest, limit) =>
    limit.pointsLeft < tightest.pointsLeft ? limit : tightest,
  );
}

/**
 * An award is given whole or not at all: a clipped one would not be what the standard says.
 * @returns what is left afterwards
 * @throws Refusal `cap-reached`
 */
export function mustNotExceedTheCap(
  item: PointItem,
  points: number,
  day: string,
  used: Used,
): AllowanceLeft {
  const left = allowanceLeft(item, day, used);
  if (left.pointsLeft >= points) {
    // Counted anew, not subtracted: a cap on times has none left although points would remain.
    const use = { recordId: '', itemId: item.id, day, points };
    return allowanceLeft(item, day, { year: [...used.year, use], once: [...used.once, use] });
  }
  const again = left.untilDay ? `${dayInWords(addDays(left.untilDay, 1), day)}起可以再记。` : '';
  const now =
    left.pointsLeft === 0
      ? `现在不能再记。${again || '这一项不能再记第二回。'}`
      : `还能记 ${left.pointsLeft} 分,这次要记 ${points} 分,超出了。可以少报一些。${again}`;
  refuse('cap-reached', `${left.because}${now}`, {
    pointsLeft: left.pointsLeft,
    ...(left.untilDay && { untilDay: left.untilDay }),
  });
}

/** Counts a use; the same record counts once. */
export function withUse(allowance: Allowance, use: AllowanceUse): Allowance {
  return { ...allowance, uses: [...withoutUse(allowance, use.recordId).uses, use] };
}

/** Gives a use back: a record that ended without points no longer counts. */
export function withoutUse(allowance: Allowance, recordId: string): Allowance {
  return { ...allowance, uses: allowance.uses.filter((use) => use.recordId !== recordId) };
}

/** So many refused deeds of a year keep the panel that was drawn for them. */
const mostDrawn = 50;

/** A deed for which a panel was drawn: declared anew, it goes to the same one. */
export function withDrawn(
  allowance: Allowance,
  deed: Pick<AllowanceUse, 'recordId' | 'itemId' | 'day'>,
): Allowance {
  const others = (allowance.drawn ?? []).filter(
    ({ itemId, day }) => itemId !== deed.itemId || day !== deed.day,
  );
  return { ...allowance, drawn: [...others, deed].slice(-mostDrawn) };
}

/**
 * What another household used counts here as well, each record once: who splits off begins with
 * what the old household used, who takes another in counts what both did. No cap is had twice.
 */
export function withInherited(allowance: Allowance, other: Allowance): Allowance {
  const counted = new Set(allowance.uses.map(({ recordId }) => recordId));
  const more = other.uses.filter(({ recordId }) => !counted.has(recordId));
  const uses = more.map((use) => ({ ...use, inherited: true as const }));
  return { ...allowance, uses: [...allowance.uses, ...uses] };
}
