import type { Account, Entry } from './ledger-types';
import type { Rollup, Seal, Standing } from './types';

export function rollupId(villageId: string, quarter: string): string {
  return `${villageId}.${quarter}`;
}

/** Honour points of awards alone: a new year's start is not earned. */
const earned = (entry: Entry) => (entry.kind === 'award' ? entry.honour : 0);

/** Ranks by points earned in the quarter; equal points, equal rank; none earned, no rank. */
export function standingsOf(pointsByHousehold: ReadonlyMap<string, number>): Standing[] {
  const order = [...pointsByHousehold]
    .filter(([, points]) => points > 0)
    .sort(([leftId, left], [rightId, right]) => right - left || (leftId < rightId ? -1 : 1));
  const standings: Standing[] = [];
  for (const [index, [householdId, points]] of order.entries()) {
    const before = standings.at(-1);
    const rank = before?.points === points ? before.rank : index + 1;
    standings.push({ householdId, points, rank });
  }
  return standings;
}

function addTo(totals: Map<string, number>, key: string, points: number): void {
  totals.set(key, (totals.get(key) ?? 0) + points);
}

/** Totals of a village's quarter, computed from its entries alone. */
export function rollUp(
  entries: readonly Entry[],
  accounts: readonly Pick<Account, 'householdId'>[],
  seal: Seal,
  quarter: string,
  nowMs: number,
): Rollup {
  const byHousehold = new Map<string, number>();
  const byField = new Map<string, number>();
  let redeemed = 0;
  for (const entry of entries) {
    const points = earned(entry);
    if (points !== 0) addTo(byHousehold, entry.householdId, points);
    if (points !== 0 && entry.cause.fieldId) addTo(byField, entry.cause.fieldId, points);
    if (entry.kind === 'redeem') redeemed -= entry.held;
  }
  const standings = standingsOf(byHousehold);
  return {
    villageId: seal.villageId,
    quarter,
    households: accounts.length,
    householdsWithPoints: standings.length,
    pointsIssued: [...byHousehold.values()].reduce((total, points) => total + points, 0),
    redeemed,
    byField: [...byField].map(([fieldId, points]) => ({ fieldId, points })),
    standings,
    seal: { day: seal.day, root: seal.root, hash: seal.hash, accounts: seal.leaves.length },
    madeAtMs: nowMs,
  };
}
