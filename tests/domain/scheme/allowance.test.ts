import * as fc from 'fast-check';
import type { Cap } from '../../../src/contracts/scheme';
import { addDays, quarterOf, yearOf } from '../../../src/domain/kernel/time';
import {
  allowanceLeft,
  lastDayOfPeriod,
  mustNotExceedTheCap,
  quarterCapPoints,
  withoutUse,
  withUse,
  yearCapPoints,
} from '../../../src/domain/scheme/allowance';
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
  }),
  { maxLength: 120 },
);

type Deeds = { itemId: string; day: string; points: number }[];

/** Gives what the caps let through, as the actions do: year by year, once-only beside it. */
function given(caps: Cap[], wanted: Deeds): AllowanceUse[] {
  const uses: AllowanceUse[] = [];
  for (const [index, deed] of wanted.entries()) {
    const item = itemWith({
      id: deed.itemId,
      caps,
      standard: { kind: 'fixed', points: deed.points },
    });
    const year = uses.filter((use) => yearOf(use.day) === yearOf(deed.day));
    try {
      mustNotExceedTheCap(item, deed.points, deed.day, { year, once: uses });
      uses.push({ ...deed, recordId: `r${index}` });
    } catch (error) {
      expect(error).toMatchObject({ code: 'cap-reached' });
    }
  }
  return uses;
}

const sumBy = (uses: AllowanceUse[], key: (use: AllowanceUse) => string) => {
  const sums = new Map<string, { points: number; times: number }>();
  for (const use of uses) {
    const sum = sums.get(key(use)) ?? { points: 0, times: 0 };
    sums.set(key(use), { points: sum.points + use.points, times: sum.times + 1 });
  }
  return [...sums.values()];
};

test('no order of deeds gets past a cap of an item, nor past the totals', () => {
  const periods = {
    month: (day: string) => day.slice(0, 7),
    quarter: quarterOf,
    year: (day: string) => day.slice(0, 4),
    once: () => '',
  };
  fc.assert(
    fc.property(fc.array(cap, { maxLength: 3 }), deeds, (caps, wanted) => {
      const uses = given(caps, wanted);
      for (const each of caps) {
        const period = periods[each.period];
        for (const { points, times } of sumBy(uses, (use) => use.itemId + period(use.day))) {
          expect(points).toBeLessThanOrEqual(each.points ?? Infinity);
          expect(times).toBeLessThanOrEqual(each.times ?? Infinity);
        }
      }
      for (const { points } of sumBy(uses, (use) => quarterOf(use.day))) {
        expect(points).toBeLessThanOrEqual(quarterCapPoints);
      }
      for (const { points } of sumBy(uses, (use) => use.day.slice(0, 4))) {
        expect(points).toBeLessThanOrEqual(yearCapPoints);
      }
    }),
    { numRuns: 200 },
  );
});

test('exactly what is left may still be given, one point more may not', () => {
  const item = itemWith({ caps: [{ period: 'quarter', points: 12 }] });
  const use = { recordId: 'r1', itemId: item.id, day: '2026-10-01', points: 5 };
  const used = { year: [use], once: [] };
  expect(allowanceLeft(item, '2026-12-31', used)).toMatchObject({
    pointsLeft: 7,
    untilDay: '2026-12-31',
  });
  expect(mustNotExceedTheCap(item, 7, '2026-12-31', used).pointsLeft).toBe(0);
  expect(() => mustNotExceedTheCap(item, 8, '2026-12-31', used)).toThrow(
    '“植树治沙”一季最多 12 分,已有 5 分(没入账的也算)。还能记 7 分,这次要记 8 分,超出了。' +
      '可以少报一些。2027年1月1日起可以再记。',
  );
  expect(allowanceLeft(item, '2026-09-30', used).pointsLeft).toBe(12);
});

test('what is left behind a deed counts times as well as points', () => {
  const levels = [
    { id: 'passing', name: '合格', points: 3 },
    { id: 'tidy', name: '整洁', points: 5 },
  ];
  const item = itemWith({
    name: '庭院',
    standard: { kind: 'levels', levels },
    caps: [{ period: 'month', times: 1 }],
  });
  expect(mustNotExceedTheCap(item, 3, '2026-11-20', { year: [], once: [] })).toEqual({
    pointsLeft: 0,
    because: '“庭院”一个月最多 1 次,已有 1 次(没入账的也算)。',
    untilDay: '2026-11-30',
  });
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
    because: '每户一年合计最多 200 分,已有 195 分(没入账的也算)。',
  });
});

test('a use counts once and goes back once', () => {
  const empty = { householdId: 'v01-1', period: '2026', uses: [] };
  const use = { recordId: 'r1', itemId: 'a', day: '2026-01-01', points: 5 };
  const once = withUse(withUse(empty, use), use);
  expect(once.uses).toEqual([use]);
  expect(withoutUse(withoutUse(once, 'r1'), 'r1')).toEqual(empty);
});

test('periods end where the calendar ends them', () => {
  expect(lastDayOfPeriod('month', '2028-02-03')).toBe('2028-02-29');
  expect(lastDayOfPeriod('month', '2026-12-31')).toBe('2026-12-31');
  expect(lastDayOfPeriod('quarter', '2026-05-01')).toBe('2026-06-30');
  expect(lastDayOfPeriod('year', '2026-05-01')).toBe('2026-12-31');
  expect(lastDayOfPeriod('once', '2026-05-01')).toBeNull();
});
