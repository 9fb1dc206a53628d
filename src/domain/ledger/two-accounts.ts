import { assert, refuse } from '../kernel/refusal';
import { isStopped, spendingFrozen } from '../people/freeze';
import { append, start, sum } from './append';
import { mustFitTheAccount, sharesInWords } from './division';
import { lapse, openAccount, startHonourYear } from './ledger';
import type { Account, Cause, EntryKind, LedgerChange, Lot, LotShare } from './types';

/** A household as a statement calls it. */
export type Side = { householdId: string; number: number };

/** Two chains that change together: what leaves the one arrives in the other, lot by lot. */
export type BothChanges = { from: LedgerChange; into: LedgerChange };

const total = (shares: readonly LotShare[]) => shares.reduce((all, each) => all + each.points, 0);

const leaving = (shares: readonly LotShare[]): Lot[] =>
  shares.map(({ lastDay, points }) => ({ lastDay, free: -points, held: 0 }));
const arriving = (shares: readonly LotShare[]): Lot[] =>
  shares.map(({ lastDay, points }) => ({ lastDay, free: points, held: 0 }));

const causeOf = (other: Side, title: string, why: readonly string[]): Cause => ({
  ...{ kind: 'household', id: other.householdId, title, ruleVersion: 0 },
  why: why.filter((line) => line !== ''),
});

const lotsInWords = (shares: readonly LotShare[]) =>
  shares.length > 0 ? `年份不变:${sharesInWords(shares)}。` : '';

/**
 * Before two accounts change each other both are brought up to the day: what has lapsed is gone,
 * the year has begun.
 * @throws Refusal `spending-frozen`: nobody divides or moves what two people are looking into
 */
function upToDate(account: Account, atMs: number): LedgerChange {
  if (isStopped(account)) refuse(spendingFrozen.code, spendingFrozen.message);
  return startHonourYear(lapse(start(account), atMs), atMs);
}

type Arriving = { kind: EntryKind; honour?: number; cause: Cause; atMs: number };

const add = (change: LedgerChange, shares: readonly LotShare[], arrival: Arriving) =>
  append(change, { ...arrival, lots: arriving(shares) });

/**
 * 分户: the lots that the adults agreed on, or the part by heads, go to a new account, which starts
 * its honour at the base; the old one keeps its own, what its orders hold, and the rest.
 * @throws Refusal `spending-frozen`, `division-does-not-fit`
 */
export function split(
  account: Account,
  sides: { from: Side; into: Side },
  shares: readonly LotShare[],
  atMs: number,
): BothChanges {
  assert(!account.ended, 'a household that is there');
  const { from, into } = sides;
  const current = upToDate(account, atMs);
  mustFitTheAccount(current.account, shares, atMs);
  const opened = openAccount(into.householdId, account.villageId, atMs);
  if (shares.length === 0) return { from: current, into: opened };
  const points = total(shares);
  const lots = lotsInWords(shares);
  const out = causeOf(into, `分户:转给 ${into.number}号户 ${points} 分`, [
    `从这一户分出 ${into.number}号户,这些兑换分分给他们。`,
    lots,
  ]);
  const came = causeOf(from, `分户:从 ${from.number}号户分来 ${points} 分`, [
    `从 ${from.number}号户分出来,分到这些兑换分。`,
    lots,
  ]);
  return {
    from: append(current, { kind: 'split-out', lots: leaving(shares), cause: out, atMs }),
    into: add(opened, shares, { kind: 'split-in', cause: came, atMs }),
  };
}

const freeOf = ({ lots }: Account): LotShare[] =>
  lots.filter(({ free }) => free > 0).map(({ lastDay, free }) => ({ lastDay, points: free }));

/**
 * 并户: all lots go to the account that stays, years kept; of the two honours the higher one counts.
 * The other ends empty, keeps its honour as it stood, and is read and sealed on.
 * @throws Refusal `spending-frozen`, `open-orders`
 */
export function merge(
  accounts: { from: Account; into: Account },
  sides: { from: Side; into: Side },
  atMs: number,
): BothChanges {
  assert(!accounts.from.ended && !accounts.into.ended, 'two households that are there');
  assert(accounts.from.householdId !== accounts.into.householdId, 'two households');
  const from = upToDate(accounts.from, atMs);
  const into = upToDate(accounts.into, atMs);
  if (sum(from.account.lots, 'held') > 0) refuseOpenOrders(sides.from);
  const shares = freeOf(from.account);
  const higher = Math.max(0, from.account.honour - into.account.honour);
  const points = total(shares);
  const lots = lotsInWords(shares);
  const best = Math.max(from.account.honour, into.account.honour);
  const out = causeOf(sides.into, `并户:转给 ${sides.into.number}号户 ${points} 分`, [
    `这一户并入 ${sides.into.number}号户,兑换分都转过去。这本账到此为止,还查得到。`,
    lots,
  ]);
  const came = causeOf(sides.from, `并户:${sides.from.number}号户转来 ${points} 分`, [
    `${sides.from.number}号户并入这一户。荣誉分取两户里高的,现在是 ${best} 分。`,
    lots,
  ]);
  return {
    from: append(from, { kind: 'merge-out', lots: leaving(shares), cause: out, atMs }),
    into: add(into, shares, { kind: 'merge-in', honour: higher, cause: came, atMs }),
  };
}

/** @throws Refusal `open-orders` */
export function refuseOpenOrders({ number }: Pick<Side, 'number'>): never {
  refuse('open-orders', `${number}号户还有没取的兑换单。请先取货,或先把兑换单退掉,再来办并户。`);
}

/**
 * What posts to an account that was merged goes on to the one it was merged into, in the same
 * breath, so that it arrives once: points with their years, and honour points as they were earned.
 * @param posted what was just posted to the account that has ended
 */
export function carryOn(
  posted: LedgerChange,
  into: Account,
  sides: { from: Side; into: Side },
  atMs: number,
): BothChanges {
  const { account, entries } = posted;
  assert(account.ended?.into === into.householdId, 'points go on to where the household went');
  const shares = freeOf(account);
  const honour = entries.reduce((all, { kind, honour: each }) => {
    return kind === 'award' || kind === 'carry-in' ? all + each : all;
  }, 0);
  if (honour === 0 && shares.length === 0) return { from: posted, into: start(into) };
  const points = total(shares);
  const lots = lotsInWords(shares);
  const out = causeOf(sides.into, `已并户:转给 ${sides.into.number}号户`, [
    `并户以前的事现在入了账,荣誉分 ${honour} 分、兑换分 ${points} 分转给 ${sides.into.number}号户。`,
    lots,
  ]);
  const came = causeOf(sides.from, `已并户:${sides.from.number}号户以前的事入账`, [
    `${sides.from.number}号户并入以前做的事现在入了账,荣誉分 ${honour} 分、兑换分 ${points} 分。`,
    lots,
  ]);
  const arrival = { kind: 'carry-in' as const, honour, cause: came, atMs };
  return {
    from: append(posted, {
      ...{ kind: 'carry-out', honour: -honour, cause: out, atMs },
      lots: leaving(shares),
    }),
    into: add(startHonourYear(start(into), atMs), shares, arrival),
  };
}
