import type { Cap, CapPeriod, PointItem } from '../../contracts/scheme';
import { quarterOf, yearOf } from '../kernel/time';
import { mostPointsOfOneDeed } from './score';
import type { Allowance, AllowanceUse } from './types';

/** What a household may get to spend over all items (domain default). */
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
  /** So many points of a deed can be spent; the rest of it is honour alone. */
  pointsLeft: number;
  /** A sentence: what limits it. */
  because: string;
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

const pointsOf = (uses: readonly AllowanceUse[]) =>
  uses.reduce((total, use) => total + use.points, 0);

function leftOfCap(item: PointItem, cap: Cap, day: string, used: Used): AllowanceLeft[] {
  const all = cap.period === 'once' ? used.once : used.year;
  const uses = all.filter((use) => use.itemId === item.id && samePeriod(cap.period, use.day, day));
  const words = `“${item.name}”${periodWords[cap.period]}最多`;
  const left: AllowanceLeft[] = [];
  if (cap.points !== undefined) {
    const spent = pointsOf(uses);
    left.push({
      pointsLeft: Math.max(0, cap.points - spent),
      because: `${words} ${cap.points} 分兑换分,已有 ${spent} 分(没入账的也算)。`,
    });
  }
  if (cap.times !== undefined) {
    const timesLeft = Math.max(0, cap.times - uses.length);
    left.push({
      pointsLeft: timesLeft * mostPointsOfOneDeed(item),
      because: `${words} ${cap.times} 次加兑换分,已有 ${uses.length} 次(没入账的也算)。`,
    });
  }
  return left;
}

/** Of all items together; what is marked once in a life neither counts in a quarter nor is held. */
function leftOverall({ onceInALife }: PointItem, day: string, used: Used): AllowanceLeft[] {
  const limitOf = (words: string, most: number, uses: readonly AllowanceUse[]): AllowanceLeft => {
    const spent = pointsOf(uses);
    return {
      pointsLeft: Math.max(0, most - spent),
      because: `每户${words}合计最多 ${most} 分兑换分,已有 ${spent} 分(没入账的也算)。`,
    };
  };
  const within = (period: CapPeriod) => used.year.filter((use) => samePeriod(period, use.day, day));
  const ofQuarter = within('quarter').filter((use) => !use.onceInALife);
  return [
    ...(onceInALife ? [] : [limitOf('一季', quarterCapPoints, ofQuarter)]),
    limitOf('一年', yearCapPoints, within('year')),
  ];
}

/** How many spendable points a deed of a household on a day may bring, by the tightest limit. */
export function allowanceLeft(item: PointItem, day: string, used: Used): AllowanceLeft {
  const limits = [
    ...item.caps.flatMap((cap) => leftOfCap(item, cap, day, used)),
    ...leftOverall(item, day, used),
  ];
  return limits.reduce((tightest, limit) =>
    limit.pointsLeft < tightest.pointsLeft ? limit : tightest,
  );
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
