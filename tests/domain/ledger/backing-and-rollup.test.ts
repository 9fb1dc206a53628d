import * as fc from 'fast-check';
import { backedPointsLeft, outstandingPoints, passGate } from '../../../src/domain/ledger/backing';
import { type Account, award, hold, openAccount, redeem } from '../../../src/domain/ledger/ledger';
import { rollUp, rollupId, standingsOf } from '../../../src/domain/ledger/rollup';
import { recordWith } from '../records/fixture';

test('what stands is what is free and what is held; the rest may still be posted', () => {
  const backing = { fundsFen: 10_050, stockFen: 4_002.5, paidFen: 9_000 };
  expect(backedPointsLeft(backing, 0)).toBe(140);
  expect(backedPointsLeft(backing, 141)).toBe(-1);
  const accounts = [
    { spendable: 3, held: 4 },
    { spendable: 0, held: 1 },
  ];
  expect(outstandingPoints(accounts)).toBe(8);
});

const queue = fc.array(
  fc.record({ points: fc.integer({ min: 1, max: 20 }), honourOnly: fc.boolean() }),
  { maxLength: 20 },
);

test('the gate never backs more than is left, and nobody passes an earlier one', () => {
  fc.assert(
    fc.property(queue, fc.nat(10), fc.integer({ min: -50, max: 200 }), (wanted, split, left) => {
      const records = wanted.map(({ points, honourOnly }, index) =>
        recordWith({ recordId: `r${index}`, points, purse: honourOnly ? 'honour' : 'both' }),
      );
      const gate = passGate(records.slice(0, split), records.slice(split), left);
      const spending = records.filter(({ purse }) => purse === 'both');
      const passed = spending.filter(({ recordId }) => gate.backed.has(recordId));
      const sum = passed.reduce((total, { points }) => total + points, 0);
      expect(sum).toBeLessThanOrEqual(Math.max(0, left));
      expect(passed).toEqual(spending.slice(0, passed.length));
      expect(gate.waiting).toBe(spending.length - passed.length);
      const next = spending[passed.length];
      if (next) expect(sum + next.points).toBeGreaterThan(left);
    }),
  );
});

test('equal points have equal rank, the next rank counts them all, nothing earned has none', () => {
  const points = new Map([
    ['v01-3', 5],
    ['v01-1', 9],
    ['v01-2', 5],
    ['v01-4', 2],
    ['v01-5', 0],
  ]);
  expect(standingsOf(points)).toEqual([
    { householdId: 'v01-1', points: 9, rank: 1 },
    { householdId: 'v01-2', points: 5, rank: 2 },
    { householdId: 'v01-3', points: 5, rank: 2 },
    { householdId: 'v01-4', points: 2, rank: 4 },
  ]);
});

const atMs = Date.parse('2026-11-02T09:00:00+08:00');
const cause = { kind: 'record' as const, id: 'r', title: '植树', ruleVersion: 1 };
const seal = {
  villageId: 'v01',
  day: '2026-11-02',
  number: 1,
  root: 'root',
  previousHash: '',
  hash: 'hash',
  sealedAtMs: atMs,
};

test('a rollup counts awards by household and field, and not the base of the year', () => {
  const opened = openAccount('v01-1', 'v01', atMs);
  const give = (account: Account, points: number, fieldId?: string) =>
    award(
      account,
      { honour: points, spendable: points },
      { ...cause, ...(fieldId && { fieldId }) },
      atMs,
    );
  const one = give(opened.account, 5, 'ecology');
  const two = give(one.account, 3, 'health');
  const three = give(two.account, 2, 'ecology');
  const four = give(three.account, 1);
  const held = hold(four.account, 7, cause, atMs);
  const gone = redeem(held.account, held.shares, cause, atMs);
  const changes = [opened, one, two, three, four, held, gone];
  const entries = changes.flatMap((change) => change.entries);
  const leaves = [{ householdId: 'v01-1', sequence: 1, headHash: 'h' }];
  const accounts = [opened.account, { householdId: 'v01-2' }];
  expect(rollUp(entries, accounts, { ...seal, leaves }, '2026-Q4', atMs)).toEqual({
    villageId: 'v01',
    quarter: '2026-Q4',
    households: 2,
    householdsWithPoints: 1,
    pointsIssued: 11,
    redeemed: 7,
    reversed: 0,
    byField: [
      { fieldId: 'ecology', points: 7 },
      { fieldId: 'health', points: 3 },
    ],
    standings: [{ householdId: 'v01-1', points: 11, rank: 1 }],
    seal: { day: '2026-11-02', root: 'root', hash: 'hash', accounts: 1 },
    madeAtMs: atMs,
  });
});

test('spendable points that post later earn nothing a second time', () => {
  const opened = openAccount('v01-1', 'v01', atMs);
  const amount = { honour: 0, spendable: 5 };
  const late = award(opened.account, amount, { ...cause, fieldId: 'ecology' }, atMs);
  const made = rollUp(late.entries, [], { ...seal, leaves: [] }, '2026-Q4', atMs);
  expect(made).toMatchObject({ pointsIssued: 0, byField: [], standings: [] });
});

test.each([
  [['ecology', 'health', 'order']],
  [['order', 'health', 'ecology']],
  [['health', 'order', 'ecology']],
])('fields earned in the order %j are told by their ids', (fieldIds) => {
  const entries = fieldIds.flatMap((fieldId, index) => {
    const { account } = openAccount(`v01-${index}`, 'v01', atMs);
    return award(account, { honour: 5, spendable: 5 }, { ...cause, fieldId }, atMs).entries;
  });
  const made = rollUp(entries, [], { ...seal, leaves: [] }, '2026-Q4', atMs);
  expect(made.byField.map(({ fieldId }) => fieldId)).toEqual(['ecology', 'health', 'order']);
});

test('a rollup is stored by village and quarter', () => {
  expect(rollupId('v01', '2026-Q4')).toBe('v01.2026-Q4');
});

test('the gate stays shut once it has shut, also for a smaller one behind', () => {
  const points = (recordId: string, count: number) => recordWith({ recordId, points: count });
  const gate = passGate([points('a', 4)], [points('b', 7), points('c', 1)], 10);
  expect(gate).toEqual({ backed: new Set(['a']), waiting: 2 });
  expect(passGate([], [points('a', 10)], 10)).toEqual({ backed: new Set(['a']), waiting: 0 });
});

test('ranks do not depend on the order households were counted in', () => {
  const points = fc.uniqueArray(fc.tuple(fc.nat(9), fc.nat(3)), {
    selector: ([number]) => number,
    minLength: 2,
  });
  fc.assert(
    fc.property(points, (earned) => {
      const byHousehold = earned.map(([number, sum]) => [`v01-${number}`, sum] as const);
      const standings = standingsOf(new Map(byHousehold));
      expect(standingsOf(new Map([...byHousehold].reverse()))).toEqual(standings);
      for (const { points: own, rank } of standings) {
        expect(rank).toBe(1 + earned.filter(([, sum]) => sum > own).length);
      }
    }),
  );
});
