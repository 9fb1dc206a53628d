import * as fc from 'fast-check';
import { backedPointsLeft, outstandingPoints, passGate } from '../../../src/domain/points/backing';
import { award, openAccount } from '../../../src/domain/points/ledger';
import { rollUp, standingsOf } from '../../../src/domain/points/rollup';
import { recordWith } from './fixture';

test('backing is funds and stock at cost, a shared shop in equal parts', () => {
  const backing = {
    fundsFen: 10_050,
    shops: [
      { villageCount: 1, stock: [{ onHand: 3, costFen: 500 }] },
      { villageCount: 2, stock: [{ onHand: 5, costFen: 1001 }] },
    ],
  };
  // 100.50 + 15.00 + 25.025 yuan.
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

test('a rollup counts awards by household and field, and not the base of the year', () => {
  const atMs = Date.parse('2026-11-02T09:00:00+08:00');
  const opened = openAccount('v01-1', 'v01', atMs);
  const cause = { kind: 'record' as const, id: 'r', title: '植树', ruleVersion: 1 };
  const ecology = { ...cause, fieldId: 'ecology' };
  const one = award(opened.account, { honour: 5, spendable: 5 }, ecology, atMs);
  const two = award(
    one.account,
    { honour: 3, spendable: 0 },
    { ...cause, fieldId: 'health' },
    atMs,
  );
  const seal = { villageId: 'v01', day: '2026-11-02', root: 'r', leaves: [], sealedAtMs: atMs };
  const entries = [...opened.entries, ...one.entries, ...two.entries];
  expect(rollUp(entries, [opened.account], seal, '2026-Q4', atMs)).toMatchObject({
    households: 1,
    householdsWithPoints: 1,
    pointsIssued: 8,
    redeemed: 0,
    byField: [
      { fieldId: 'ecology', points: 5 },
      { fieldId: 'health', points: 3 },
    ],
  });
});
