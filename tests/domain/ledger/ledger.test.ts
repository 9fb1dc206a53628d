import * as fc from 'fast-check';
import { Refusal } from '../../../src/domain/kernel/refusal';
import {
  type Account,
  award,
  type Entry,
  hold,
  type LedgerChange,
  type LotShare,
  lapse,
  lastDayOfLot,
  nextLapse,
  openAccount,
  redeem,
  release,
  settleDay,
  spendableAt,
  verifyChain,
} from '../../../src/domain/ledger/ledger';

const startMs = Date.parse('2026-03-01T09:00:00+08:00');
const dayMs = 86_400_000;
const cause = { kind: 'record' as const, id: 'r', title: '植树', ruleVersion: 1 };

type Step =
  | { do: 'award'; honour: number; spendable: number }
  | { do: 'hold'; points: number }
  | { do: 'redeem' | 'release' | 'release-at-fault'; which: number }
  | { do: 'settle' }
  | { do: 'wait'; days: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('award' as const),
    honour: fc.nat(60),
    spendable: fc.nat(60),
  }),
  fc.record({ do: fc.constant('hold' as const), points: fc.integer({ min: 1, max: 80 }) }),
  fc.record({
    do: fc.constantFrom('redeem' as const, 'release' as const, 'release-at-fault' as const),
    which: fc.nat(5),
  }),
  fc.record({ do: fc.constant('settle' as const) }),
  fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 200 }) }),
);

type World = {
  account: Account;
  entries: Entry[];
  holds: LotShare[][];
  nowMs: number;
};

function opened(): World {
  const { account, entries } = openAccount('v01-1', 'v01', startMs);
  return { account, entries: [...entries], holds: [], nowMs: startMs };
}

function take(world: World, change: LedgerChange): void {
  world.account = change.account;
  world.entries.push(...change.entries);
}

function endHold(world: World, which: number, how: 'redeem' | 'release' | 'release-at-fault') {
  const [shares] = world.holds.splice(which % Math.max(1, world.holds.length), 1);
  if (!shares) return;
  const { account, nowMs } = world;
  const change =
    how === 'redeem'
      ? redeem(account, shares, cause, nowMs)
      : release(account, shares, cause, nowMs, { shopAtFault: how === 'release-at-fault' });
  take(world, change);
}

function perform(world: World, next: Step): void {
  const { account, nowMs } = world;
  if (next.do === 'wait') world.nowMs += next.days * dayMs;
  else if (next.do === 'award') take(world, award(account, next, cause, nowMs));
  else if (next.do === 'settle') take(world, settleDay(account, nowMs));
  else if (next.do === 'hold') {
    try {
      const { shares, ...change } = hold(account, next.points, cause, nowMs);
      take(world, change);
      world.holds.push(shares);
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      expect(spendableAt(account, nowMs)).toBeLessThan(next.points);
    }
  } else endHold(world, next.which, next.do);
}

function history(steps: readonly Step[]): World {
  const world = opened();
  for (const next of steps) perform(world, next);
  return world;
}

const histories = fc.array(step, { maxLength: 40 });
const total = (entries: readonly Entry[], purse: 'honour' | 'spendable' | 'held') =>
  entries.reduce((sum, entry) => sum + entry[purse], 0);

test('balance = Σ entries, no purse negative, held = what is on hold, the chain is sound', () => {
  fc.assert(
    fc.property(histories, (steps) => {
      const { account, entries, holds } = history(steps);
      for (const purse of ['honour', 'spendable', 'held'] as const) {
        expect(account[purse]).toBe(total(entries, purse));
        expect(account[purse]).toBeGreaterThanOrEqual(0);
      }
      const onHold = holds.flat().reduce((sum, share) => sum + share.points, 0);
      expect(account.held).toBe(onHold);
      for (const lot of account.lots)
        expect(Math.min(lot.free, lot.held)).toBeGreaterThanOrEqual(0);
      expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1));
      expect(verifyChain(account, entries)).toEqual({ sound: true, firstBadSequence: null });
    }),
    { numRuns: 300 },
  );
});

test('a released hold leaves every lot as it was; redeemed, exactly its points go', () => {
  fc.assert(
    fc.property(histories, fc.integer({ min: 1, max: 100 }), (steps, points) => {
      const { account: before, nowMs } = history(steps);
      const account = lapse({ account: before, entries: [] }, nowMs).account;
      fc.pre(spendableAt(account, nowMs) >= points);
      const held = hold(account, points, cause, nowMs);
      const back = release(held.account, held.shares, cause, nowMs, { shopAtFault: false });
      expect(back.account.lots).toEqual(account.lots);
      expect(back.account.spendable).toBe(account.spendable);
      const gone = redeem(held.account, held.shares, cause, nowMs).account;
      expect(gone.spendable).toBe(account.spendable - points);
      expect(gone.held).toBe(account.held);
    }),
    { numRuns: 200 },
  );
});

test('oldest points are spent first, and only those that still count', () => {
  const first = award(opened().account, { honour: 5, spendable: 5 }, cause, startMs).account;
  const nextYearMs = startMs + 365 * dayMs;
  const both = award(first, { honour: 7, spendable: 7 }, cause, nextYearMs).account;
  expect(both.lots.map(({ lastDay, free }) => [lastDay, free])).toEqual([
    ['2027-12-31', 5],
    ['2028-12-31', 7],
  ]);
  expect(nextLapse(both, nextYearMs)).toEqual({ points: 5, day: '2027-12-31' });
  expect(hold(both, 6, cause, nextYearMs).shares).toEqual([
    { lastDay: '2027-12-31', points: 5 },
    { lastDay: '2028-12-31', points: 1 },
  ]);
  const afterLapseMs = Date.parse('2028-01-01T00:00:00+08:00');
  expect(spendableAt(both, afterLapseMs - 1)).toBe(12);
  expect(spendableAt(both, afterLapseMs)).toBe(7);
  expect(hold(both, 6, cause, afterLapseMs).shares).toEqual([{ lastDay: '2028-12-31', points: 6 }]);
  expect(() => hold(both, 8, cause, afterLapseMs)).toThrow('积分差 1 分');
});

test('released into a lapsed lot points lapse at once, unless the shop was at fault', () => {
  const given = award(opened().account, { honour: 9, spendable: 9 }, cause, startMs).account;
  const held = hold(given, 9, cause, startMs);
  const lateMs = Date.parse('2028-02-01T09:00:00+08:00');
  const back = release(held.account, held.shares, cause, lateMs, { shopAtFault: false });
  expect(back.entries.map(({ kind }) => kind)).toEqual(['release', 'lapse']);
  expect(back.account).toMatchObject({ spendable: 0, held: 0, lots: [] });
  const grace = release(held.account, held.shares, cause, lateMs, { shopAtFault: true }).account;
  expect(grace.lots).toEqual([{ lastDay: '2028-03-02', free: 9, held: 0 }]);
  expect(grace.dueDay).toBe('2026-12-31');
});

test('lapse takes free points past their day, never held ones, and nothing twice', () => {
  const given = award(opened().account, { honour: 9, spendable: 9 }, cause, startMs).account;
  const held = hold(given, 4, cause, startMs).account;
  const lateMs = Date.parse('2028-01-01T00:00:00+08:00');
  const change = lapse({ account: held, entries: [] }, lateMs);
  expect(change.account).toMatchObject({ spendable: 0, held: 4 });
  expect(lapse(change, lateMs)).toBe(change);
  expect(lapse({ account: held, entries: [] }, lateMs - 1).entries).toEqual([]);
});

test('after settling, an account is not due again before its due day', () => {
  fc.assert(
    fc.property(histories, (steps) => {
      const { account, nowMs } = history(steps);
      const settled = settleDay(account, nowMs).account;
      expect(Date.parse(`${settled.dueDay}T00:00:00+08:00`) + dayMs).toBeGreaterThan(nowMs);
      expect(settleDay(settled, nowMs).entries).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('points are valid to the end of the next year, by the day at +08:00', () => {
  expect(lastDayOfLot(Date.parse('2026-12-31T23:59:59+08:00'))).toBe('2027-12-31');
  expect(lastDayOfLot(Date.parse('2027-01-01T00:00:00+08:00'))).toBe('2028-12-31');
});
