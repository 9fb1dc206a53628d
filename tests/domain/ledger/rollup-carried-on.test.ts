import * as fc from 'fast-check';
import { addDays, dayMs, dayOf, quarterOf } from '../../../src/domain/kernel/time';
import {
  type Account,
  award,
  type Entry,
  hold,
  type LedgerChange,
  openAccount,
  redeem,
  settleDay,
  spendableAt,
} from '../../../src/domain/ledger/ledger';
import { addToRollup, quartersToRollUp, rollUp } from '../../../src/domain/ledger/rollup';
import { sealAccounts } from '../../../src/domain/seals/seal';
import type { Seal } from '../../../src/domain/seals/types';

const startMs = Date.parse('2026-02-20T00:20:00+08:00');
const fields = [undefined, 'ecology', 'health', 'order'];

/** What one household does on one day; some days nobody does anything. */
const deed = fc.record({
  household: fc.nat({ max: 3 }),
  points: fc.integer({ min: 0, max: 9 }),
  fieldIndex: fc.nat({ max: 3 }),
  spends: fc.boolean(),
});
/** One seal and what is posted behind it; then days without a seal, up to a quarter of a year. */
const turn = fc.record({
  deeds: fc.array(deed, { maxLength: 5 }),
  days: fc.oneof(
    { weight: 4, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.integer({ min: 2, max: 100 }) },
  ),
});
type Deed = { household: number; points: number; fieldIndex: number; spends: boolean };

function change(account: Account, { points, fieldIndex, spends }: Deed, atMs: number) {
  const cause = { kind: 'record' as const, id: 'r', title: '植树', ruleVersion: 1 };
  if (spends && points > 0 && spendableAt(account, atMs) >= points) {
    const held = hold(account, points, cause, atMs);
    const gone = redeem(held.account, held.shares, cause, atMs);
    return { account: gone.account, entries: [...held.entries, ...gone.entries] };
  }
  const fieldId = fields[fieldIndex];
  const amount = { honour: points, spendable: points };
  return award(account, amount, { ...cause, ...(fieldId && { fieldId }) }, atMs);
}

/** Four households of a village, their entries, and the seal and totals made last. */
function newVillage() {
  const accounts: Account[] = [];
  const entries: Entry[] = [];
  const take = (index: number, made: LedgerChange) => {
    accounts[index] = made.account;
    entries.push(...made.entries);
  };
  for (const index of [0, 1, 2, 3]) take(index, openAccount(`v01-${index}`, 'v01', startMs));
  return {
    accounts,
    entries,
    take,
    previous: null as Seal | null,
    carried: [] as Totals[],
  };
}

/** Carries every quarter's totals on from the seal before, and makes them anew beside it. */
type Totals = ReturnType<typeof rollUp>;

function sealBoth(village: ReturnType<typeof newVillage>, nowMs: number): [Totals[], Totals[]] {
  const { accounts, entries, previous } = village;
  const made = sealAccounts('v01', dayOf(nowMs), accounts, nowMs, previous);
  const seal = { ...made, signature: 'of the test' };
  const sealed = new Map(previous?.leaves.map((leaf) => [leaf.householdId, leaf.sequence]));
  const since = entries.filter((each) => each.sequence > (sealed.get(each.householdId) ?? 0));
  const nothing = { pointsIssued: 0, redeemed: 0, byField: [], standings: [] };
  const empty = (quarter: string) => ({ quarter, ...nothing });
  const quarters = quartersToRollUp(seal.day, previous?.day ?? null).map((each) => each.quarter);
  const carried = quarters.map((quarter) => {
    const base = village.carried.find((each) => each.quarter === quarter) ?? empty(quarter);
    return addToRollup(base, since, accounts, seal, nowMs);
  });
  const anew = quarters.map((quarter) => rollUp(entries, accounts, seal, quarter, nowMs));
  village.carried = carried;
  village.previous = seal;
  return [carried, anew];
}

test('totals carried on from seal to seal are those computed from all entries', () => {
  const property = fc.property(fc.array(turn, { minLength: 1, maxLength: 15 }), (turns) => {
    const village = newVillage();
    let nowMs = startMs;
    for (const { deeds, days } of turns) {
      for (const [index, account] of village.accounts.entries()) {
        village.take(index, settleDay(account, nowMs));
      }
      const [carried, anew] = sealBoth(village, nowMs);
      expect(carried).toEqual(anew);
      for (const [index, each] of deeds.entries()) {
        const account = village.accounts[each.household] as Account;
        // Spread over the days until the next seal, so that some are of another quarter than it.
        const atMs = nowMs + ((index + 1) * days * dayMs) / (deeds.length + 1);
        village.take(each.household, change(account, each, atMs));
      }
      nowMs += days * dayMs;
    }
  });
  fc.assert(property, { numRuns: 60 });
});

test('a quarter is made with every seal until one eight days into the next, once more', () => {
  const made = (day: string, previousDay: string | null) =>
    quartersToRollUp(day, previousDay).map(({ quarter, closes }) =>
      closes ? `${quarter} closes` : quarter,
    );
  expect(made('2026-09-30', '2026-09-29')).toEqual(['2026-Q3']);
  expect(made('2026-10-01', '2026-09-30')).toEqual(['2026-Q3', '2026-Q4']);
  expect(made('2026-10-07', '2026-10-06')).toEqual(['2026-Q3', '2026-Q4']);
  expect(made('2026-10-08', '2026-10-07')).toEqual(['2026-Q3 closes', '2026-Q4']);
  expect(made('2026-10-09', '2026-10-08')).toEqual(['2026-Q4']);
  expect(made('2026-10-01', '2026-06-30')).toEqual(['2026-Q2 closes', '2026-Q3', '2026-Q4']);
  expect(made('2026-11-20', '2026-10-03')).toEqual(['2026-Q3 closes', '2026-Q4']);
  expect(made('2027-01-08', '2027-01-07')).toEqual(['2026-Q4 closes', '2027-Q1']);
  expect(made('2026-10-03', null)).toEqual(['2026-Q3', '2026-Q4']);
});

test('whatever days are sealed, each quarter with a seal in it closes exactly once', () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 30, maxLength: 60 });
  const property = fc.property(gaps, (days) => {
    let day = '2026-02-20';
    let previous: string | null = null;
    const closed: string[] = [];
    const sealedIn = new Set<string>();
    for (const gap of days) {
      for (const { quarter, closes } of quartersToRollUp(day, previous)) {
        if (closes) closed.push(quarter);
      }
      sealedIn.add(quarterOf(day));
      previous = day;
      day = addDays(day, gap);
    }
    expect(closed).toEqual([...sealedIn].slice(0, closed.length));
    expect(sealedIn.size - closed.length).toBeLessThanOrEqual(2);
  });
  fc.assert(property, { numRuns: 100 });
});
