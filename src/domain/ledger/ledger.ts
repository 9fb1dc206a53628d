import { assert, refuse } from '../kernel/refusal';
import { addDays, dayOf, endOfDayMs, yearOf } from '../kernel/time';
import { append, start, sum } from './append';
import { emptyAccount } from './chain';
import type { Account, Cause, LedgerChange, Lot, LotShare } from './types';

export { entryHash, verifyChain } from './chain';
export type * from './types';

/** Honour points every household starts a year with (domain default). */
export const honourBase = 100;
/** Days more that points get when the shop could not hand over and their lot had lapsed. */
export const graceDaysWhenShopAtFault = 30;

/** A household's first entry: the honour base of the year. */
export function openAccount(householdId: string, villageId: string, atMs: number): LedgerChange {
  const title = `${yearOf(dayOf(atMs))}年荣誉分起点`;
  return append(start(emptyAccount(householdId, villageId)), {
    kind: 'open',
    honour: honourBase,
    cause: { kind: 'date', id: dayOf(atMs), title, ruleVersion: 0 },
    atMs,
  });
}

/**
 * On the first day of a new year honour points start at the base again; else nothing changes, nor
 * does the account of a household that has ended.
 */
export function startHonourYear(change: LedgerChange, atMs: number): LedgerChange {
  const { honourYear, honour, ended } = change.account;
  const year = yearOf(dayOf(atMs));
  if (ended || year <= honourYear) return change;
  const title = `${year}年荣誉分重新起算`;
  const why = [`${honourYear}年的荣誉分是 ${honour} 分,已经存档。兑换分不受影响。`];
  return append(change, {
    kind: 'year-reset',
    honour: honourBase - honour,
    cause: { kind: 'date', id: dayOf(atMs), title, ruleVersion: 0, why },
    atMs,
  });
}

/** Last day of points posted at an instant: 31 December of the next year. */
export function lastDayOfLot(postedAtMs: number): string {
  return `${yearOf(dayOf(postedAtMs)) + 1}-12-31`;
}

/**
 * Posts an award: honour points, and spendable points as a lot of the posting year. Where a new
 * year has begun and the timer was not here yet, the year starts first and takes nothing back.
 */
export function award(
  account: Account,
  amount: { honour: number; spendable: number },
  cause: Cause,
  atMs: number,
): LedgerChange {
  assert(amount.honour >= 0 && amount.spendable >= 0, 'an award only adds');
  const lots = amount.spendable
    ? [{ lastDay: lastDayOfLot(atMs), free: amount.spendable, held: 0 }]
    : [];
  return append(startHonourYear(start(account), atMs), {
    kind: 'award',
    honour: amount.honour,
    lots,
    cause,
    atMs,
  });
}

const lapsed = (lastDay: string, atMs: number) => endOfDayMs(lastDay) <= atMs;

/** Spendable points that still count at an instant. */
export function spendableAt(account: Account, atMs: number): number {
  return sum(
    account.lots.filter((lot) => !lapsed(lot.lastDay, atMs)),
    'free',
  );
}

/**
 * Moves points from spendable to held, oldest lots first.
 * @throws Refusal `points-not-enough`
 */
export function hold(
  account: Account,
  points: number,
  cause: Cause,
  atMs: number,
): LedgerChange & { shares: LotShare[] } {
  assert(Number.isSafeInteger(points) && points > 0, 'a hold is a positive number of points');
  const there = spendableAt(account, atMs);
  if (there < points) {
    refuse('points-not-enough', `积分差 ${points - there} 分。可以少换一些,或等新的积分入账。`, {
      missing: points - there,
    });
  }
  const shares: LotShare[] = [];
  let left = points;
  for (const lot of account.lots) {
    if (left === 0) break;
    const taken = lapsed(lot.lastDay, atMs) ? 0 : Math.min(left, lot.free);
    if (taken > 0) shares.push({ lastDay: lot.lastDay, points: taken });
    left -= taken;
  }
  const lots = shares.map((s) => ({ lastDay: s.lastDay, free: -s.points, held: s.points }));
  return { ...append(start(account), { kind: 'hold', lots, cause, atMs }), shares };
}

/** Hand-over: held points are spent for good. */
export function redeem(
  account: Account,
  shares: readonly LotShare[],
  cause: Cause,
  atMs: number,
): LedgerChange {
  const lots = shares.map((s) => ({ lastDay: s.lastDay, free: 0, held: -s.points }));
  return append(start(account), { kind: 'redeem', lots, cause, atMs });
}

/**
 * Cancel or expiry: held points go back to their lots. What went back into a lapsed lot lapses at
 * once, unless the shop was at fault: then it counts 30 days more.
 */
export function release(
  account: Account,
  shares: readonly LotShare[],
  cause: Cause,
  atMs: number,
  options: { shopAtFault: boolean },
): LedgerChange {
  const graceDay = addDays(dayOf(atMs), graceDaysWhenShopAtFault);
  const lots = shares.flatMap((share): Lot[] => {
    const grace = options.shopAtFault && lapsed(share.lastDay, atMs);
    if (!grace) return [{ lastDay: share.lastDay, free: share.points, held: -share.points }];
    return [
      { lastDay: share.lastDay, free: 0, held: -share.points },
      { lastDay: graceDay, free: share.points, held: 0 },
    ];
  });
  return lapse(append(start(account), { kind: 'release', lots, cause, atMs }), atMs);
}

/** Takes away free points of lots past their last day; nothing where there are none. */
export function lapse(change: LedgerChange, atMs: number): LedgerChange {
  const gone = change.account.lots.filter((lot) => lot.free > 0 && lapsed(lot.lastDay, atMs));
  if (gone.length === 0) return change;
  const why = change.account.ended && { why: ['这一户已经销户,留的日子满了,剩下的兑换分失效。'] };
  return append(change, {
    kind: 'lapse',
    lots: gone.map((lot) => ({ lastDay: lot.lastDay, free: -lot.free, held: 0 })),
    cause: { kind: 'date', id: dayOf(atMs), title: '到期积分失效', ruleVersion: 0, ...why },
    atMs,
  });
}

/** The lot that lapses next, for “年底前要用 14 分”. */
export function nextLapse(account: Account, atMs: number): { points: number; day: string } | null {
  const lot = account.lots.find((each) => each.free > 0 && !lapsed(each.lastDay, atMs));
  return lot ? { points: lot.free, day: lot.lastDay } : null;
}

/** What the daily timer does to an account: lapsed lots go, a new year starts. */
export function settleDay(account: Account, atMs: number): LedgerChange {
  return startHonourYear(lapse(start(account), atMs), atMs);
}
