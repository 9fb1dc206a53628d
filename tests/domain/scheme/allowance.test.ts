import * as fc from 'fast-check';
import type { Cap, PointItem } from '../../../src/contracts/scheme';
import { addDays, quarterOf, yearOf } from '../../../src/domain/kernel/time';
import {
  allowanceLeft,
  quarterCapPoints,
  withoutUse,
  withUse,
  yearCapPoints,
} from '../../../src/domain/scheme/allowance';
import { fallBecause, fallInWords, fallOf, unevenInWords } from '../../../src/domain/scheme/fall';
import type { AllowanceUse } from '../../../src/domain/scheme/types';
import { itemWith } from '../records/fixture';

const cap: fc.Arbitrary<Cap> = fc.record(
  {
    period: fc.constantFrom('month' as const, 'quarter' as const, 'year' as const, 'once' as const),
    points: fc.integer({ min: 5, max: 40 }),
    times: fc.integer({ min: 1, max: 5 }),
  },
  { requiredKeys: ['period', 'points'] },
);
const days = fc.integer({ min: 0, max: 729 }).map((offset) => addDays('2026-01-01', offset));
const deeds = fc.array(
  fc.record({
    itemId: fc.constantFrom('a', 'b'),
    day: days,
    points: fc.integer({ min: 1, max: 20 }),
    purse: fc.constantFrom('both' as const, 'both' as const, 'honour' as const),
  }),
  { maxLength: 120 },
);

type Deeds = { itemId: string; day: string; points: number; purse: 'both' | 'honour' }[];

/** Records all of them, as the actions do: year by year, once-only beside it. */
function given(caps: Cap[], wanted: Deeds, life: readonly string[]): AllowanceUse[] {
  const uses: AllowanceUse[] = [];
  for (const [index, { itemId, day, points, purse }] of wanted.entries()) {
    const once = life.includes(itemId) && { onceInALife: true as const };
    const item = itemWith({ id: itemId, caps, purse, ...once });
    const year = uses.filter((use) => yearOf(use.day) === yearOf(day));
    const left = allowanceLeft(item, day, { year, once: uses });
    const fall = fallOf(item, points, left);
    expect(fall.honour).toBe(points);
    expect(fall.spendable).toBe(purse === 'both' ? Math.min(points, left.pointsLeft) : 0);
    uses.push({ itemId, day, points: fall.spendable, ...once, recordId: `r${index}` });
  }
  return uses;
}

const sumBy = (uses: AllowanceUse[], key: (use: AllowanceUse) => string) => {
  const sums = new Map<string, { points: number; times: number }>();
  for (const use of uses) {
    const { points, times } = sums.get(key(use)) ?? { points: 0, times: 0 };
    const counted = use.points > 0 ? 1 : 0;
    sums.set(key(use), { points: points + use.points, times: times + counted });
  }
  return [...sums.values()];
};

test('all of a deed is honour, and nothing that can be spent gets past a cap, in any order', () => {
  const periods = {
    month: (day: string) => day.slice(0, 7),
    quarter: quarterOf,
    year: (day: string) => day.slice(0, 4),
    once: () => '',
  };
  const life = fc.subarray(['a', 'b']);
  fc.assert(
    fc.property(fc.array(cap, { maxLength: 3 }), deeds, life, (caps, wanted, marked) => {
      const uses = given(caps, wanted, marked);
      expect(uses).toHaveLength(wanted.length);
      for (const each of caps) {
        const period = periods[each.period];
        for (const { points, times } of sumBy(uses, (use) => use.itemId + period(use.day))) {
          expect(points).toBeLessThanOrEqual(each.points ?? Infinity);
          expect(times).toBeLessThanOrEqual(each.times ?? Infinity);
        }
      }
      const shared = uses.filter((use) => !use.onceInALife);
      for (const { points } of sumBy(shared, (use) => quarterOf(use.day))) {
        expect(points).toBeLessThanOrEqual(quarterCapPoints);
      }
      for (const { points } of sumBy(uses, (use) => use.day.slice(0, 4))) {
        expect(points).toBeLessThanOrEqual(yearCapPoints);
      }
    }),
    { numRuns: 200 },
  );
});

test('what the cap leaves goes to both purses, the rest to honour alone, and it is said', () => {
  const item = itemWith({ caps: [{ period: 'quarter', points: 12 }] });
  const use = { recordId: 'r1', itemId: item.id, day: '2026-10-01', points: 5 };
  const left = allowanceLeft(item, '2026-12-31', { year: [use], once: [] });
  expect(left.pointsLeft).toBe(7);
  const all = fallOf(item, 7, left);
  expect([fallInWords(all), fallBecause(all, left)]).toEqual([
    '荣誉分 7,兑换分 7',
    '“植树治沙”一季最多 12 分兑换分,已有 5 分(没入账的也算)。还剩 7 分。',
  ]);
  const some = fallOf(item, 10, left);
  expect([fallInWords(some), fallBecause(some, left)]).toEqual([
    '荣誉分 10,兑换分 7',
    '“植树治沙”一季最多 12 分兑换分,已有 5 分(没入账的也算)。还剩 7 分,超出的 3 分只加荣誉分。',
  ]);
  expect(fallInWords(fallOf(item, 10, { pointsLeft: 0 }))).toBe('只加荣誉分 10');
  expect(fallOf(itemWith({ purse: 'honour' }), 10, left)).toEqual({ honour: 10, spendable: 0 });
  expect(unevenInWords({ points: 10, spendable: 7 })).toBe('荣誉分 10,兑换分 7');
  expect(unevenInWords({ points: 7, spendable: 7 })).toBeNull();
});

test('what is marked once in a life is outside the quarter, and in the year all the same', () => {
  const courage = itemWith({ id: 'courage', onceInALife: true });
  const full = { recordId: 'r1', itemId: 'other', day: '2026-10-01', points: 60 };
  const marked = { ...full, itemId: 'courage', points: 50, onceInALife: true as const };
  const leftOf = (item: PointItem, ...year: AllowanceUse[]) =>
    allowanceLeft(item, '2026-12-31', { year, once: [] }).pointsLeft;
  expect(leftOf(courage, full)).toBe(140);
  expect(leftOf(itemWith({}), marked)).toBe(60);
  expect(leftOf(courage, full, marked)).toBe(90);
});

test('two hundred points a year over all items', () => {
  const use = (index: number) => ({
    recordId: `r${index}`,
    itemId: 'other',
    day: `2026-${String(index * 3 + 1).padStart(2, '0')}-05`,
    points: index === 3 ? 15 : 60,
  });
  const year = [0, 1, 2, 3].map(use);
  expect(allowanceLeft(itemWith({}), '2026-12-01', { year, once: [] })).toMatchObject({
    pointsLeft: 5,
    because: '每户一年合计最多 200 分兑换分,已有 195 分(没入账的也算)。',
  });
});

test('a use counts once and goes back once', () => {
  const empty = { householdId: 'v01-1', period: '2026', uses: [] };
  const use = { recordId: 'r1', itemId: 'a', day: '2026-01-01', points: 5 };
  const once = withUse(withUse(empty, use), use);
  expect(once.uses).toEqual([use]);
  expect(withoutUse(withoutUse(once, 'r1'), 'r1')).toEqual(empty);
});
