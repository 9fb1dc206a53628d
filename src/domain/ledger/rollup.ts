import { addDays, quarterOf } from '../kernel/time';
import type { UnsignedSeal } from '../seals/seal';
import type { Account, Entry, Rollup, Standing } from './types';

export function rollupId(villageId: string, quarter: string): string {
  return `${villageId}.${quarter}`;
}

/** A reversal names its field where it takes back what the same quarter's totals hold. */
const takesBack = ({ kind, cause }: Entry) => kind === 'reverse' && cause.fieldId !== undefined;

/** Honour points of awards alone: a new year's start is not earned. */
const issued = (entry: Entry) => (entry.kind === 'award' || takesBack(entry) ? entry.honour : 0);

/** What counts for a household's rank: also what a household earned that is part of it since. */
const earned = (entry: Entry) => (entry.kind === 'carry-in' ? entry.honour : issued(entry));

/** Ranks by points earned in the quarter; equal points, equal rank; none earned, no rank. */
export function standingsOf(pointsByHousehold: ReadonlyMap<string, number>): Standing[] {
  const order = [...pointsByHousehold]
    .filter(([, points]) => points > 0)
    .sort(([leftId, left], [rightId, right]) => right - left || (leftId < rightId ? -1 : 1));
  const standings: Standing[] = [];
  for (const [index, [householdId, points]] of order.entries()) {
    const before = standings[standings.length - 1];
    const rank = before?.points === points ? before.rank : index + 1;
    standings.push({ householdId, points, rank });
  }
  return standings;
}

function addTo(totals: Map<string, number>, key: string, points: number): void {
  totals.set(key, (totals.get(key) ?? 0) + points);
}

/** All of it that follows from entries; who was helped is counted beside them. */
type OfEntries = Omit<Rollup, 'helped'>;

/** What a quarter's entries add up to. */
type Totals = Pick<
  Rollup,
  'quarter' | 'pointsIssued' | 'redeemed' | 'reversed' | 'byField' | 'standings'
>;

/**
 * Totals once more entries stand; those of other quarters change nothing. A household that has
 * ended is neither counted nor ranked; what it was given stays given.
 * @param entries none that the totals hold already
 */
export function addToRollup(
  totals: Totals,
  entries: readonly Entry[],
  accounts: readonly Pick<Account, 'householdId' | 'ended'>[],
  seal: UnsignedSeal,
  nowMs: number,
): OfEntries {
  const byHousehold = new Map(totals.standings.map((each) => [each.householdId, each.points]));
  const byField = new Map(totals.byField.map(({ fieldId, points }) => [fieldId, points]));
  let { pointsIssued, redeemed, reversed = 0 } = totals;
  for (const entry of entries) {
    if (entry.quarter !== totals.quarter) continue;
    const points = earned(entry);
    if (points !== 0) addTo(byHousehold, entry.householdId, points);
    pointsIssued += issued(entry);
    if (points !== 0 && entry.cause.fieldId) addTo(byField, entry.cause.fieldId, points);
    if (entry.kind === 'redeem') redeemed -= entry.held;
    if (entry.kind === 'reverse') reversed += 1;
  }
  for (const { householdId, ended } of accounts) if (ended) byHousehold.delete(householdId);
  const standings = standingsOf(byHousehold);
  const fields = [...byField].sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    villageId: seal.villageId,
    quarter: totals.quarter,
    households: accounts.filter(({ ended }) => !ended).length,
    householdsWithPoints: standings.length,
    pointsIssued,
    redeemed,
    reversed,
    byField: fields.map(([fieldId, points]) => ({ fieldId, points })),
    standings,
    seal: { day: seal.day, root: seal.root, hash: seal.hash, accounts: seal.leaves.length },
    madeAtMs: nowMs,
  };
}

/** Totals of a village's quarter, computed from its entries alone. */
export function rollUp(
  entries: readonly Entry[],
  accounts: readonly Pick<Account, 'householdId' | 'ended'>[],
  seal: UnsignedSeal,
  quarter: string,
  nowMs: number,
): OfEntries {
  const nothing = { quarter, pointsIssued: 0, redeemed: 0, byField: [], standings: [] };
  return addToRollup(nothing, entries, accounts, seal, nowMs);
}

/** A seal comes early in the day, and clocks differ: a quarter is told to its end days later. */
const daysBehindAQuarter = 7;

/**
 * Quarters whose totals are made with a seal: its own, and those before until they are closed. The
 * last time they are computed from the entries alone, so that nothing carried along stays.
 * @param previousDay of the village's seal before, null for its first
 */
export function quartersToRollUp(
  day: string,
  previousDay: string | null,
): { quarter: string; closes: boolean }[] {
  const openUntil = quarterOf(addDays(day, -daysBehindAQuarter));
  const openThen = quarterOf(addDays(previousDay ?? day, -daysBehindAQuarter));
  return [...new Set([openThen, openUntil, quarterOf(day)])].map((quarter) => {
    return { quarter, closes: quarter < openUntil };
  });
}
