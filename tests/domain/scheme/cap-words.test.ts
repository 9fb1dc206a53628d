import type { Cap, CapPeriod } from '../../../src/contracts/scheme';
import {
  allowanceId,
  allowanceLeft,
  isOnceOnly,
  quarterCapPoints,
  withoutUse,
  withUse,
  yearCapPoints,
} from '../../../src/domain/scheme/allowance';
import type { AllowanceUse } from '../../../src/domain/scheme/types';
import { itemWith } from '../records/fixture';

const day = '2026-11-20';
const itemCapped = (...caps: Cap[]) => itemWith({ caps });
const spentOn = (spentDay: string, points = 5, itemId = 'plant-trees'): AllowanceUse => ({
  recordId: `${itemId} ${spentDay} ${points}`,
  itemId,
  day: spentDay,
  points,
});
const used = (...uses: AllowanceUse[]) => ({ year: uses, once: uses });

test('sixty points to spend a quarter and two hundred a year, whatever the item', () => {
  expect([quarterCapPoints, yearCapPoints]).toEqual([60, 200]);
  expect(allowanceLeft(itemWith({}), day, used())).toEqual({
    pointsLeft: 60,
    because: '每户一季合计最多 60 分兑换分,已有 0 分(没入账的也算)。',
  });
});

test('all items count towards the totals, only its own points towards the cap of an item', () => {
  const item = itemCapped({ period: 'quarter', points: 20 });
  const other = spentOn(day, 30, 'other');
  expect(allowanceLeft(item, day, used(other)).pointsLeft).toBe(20);
  expect(allowanceLeft(item, day, used(other, spentOn(day, 15, 'third')))).toMatchObject({
    pointsLeft: 15,
    because: '每户一季合计最多 60 分兑换分,已有 45 分(没入账的也算)。',
  });
});

test.each<[CapPeriod, string, string, string]>([
  ['month', '一个月', '2026-11-01', '2025-11-20'],
  ['month', '一个月', '2026-11-30', '2026-10-31'],
  ['quarter', '一季', '2026-10-01', '2026-09-30'],
  ['year', '一年', '2026-01-01', '2025-12-31'],
  ['once', '每户', '2020-01-01', 'never'],
])('a cap of a %s counts what lies in it and nothing else', (period, words, inside, outside) => {
  const item = itemCapped({ period, points: 12 });
  expect(allowanceLeft(item, day, used(spentOn(inside)))).toEqual({
    pointsLeft: 7,
    because: `“植树治沙”${words}最多 12 分兑换分,已有 5 分(没入账的也算)。`,
  });
  if (outside === 'never') return;
  expect(allowanceLeft(item, day, used(spentOn(outside))).pointsLeft).toBe(12);
});

test('a cap on times leaves as many deeds as it says, at their dearest', () => {
  const item = itemWith({
    caps: [{ period: 'month', times: 3 }],
    standard: { kind: 'per-unit', points: 2, unit: '半天', maximumUnits: 3 },
  });
  expect(allowanceLeft(item, day, used(spentOn('2026-11-01', 2)))).toEqual({
    pointsLeft: 12,
    because: '“植树治沙”一个月最多 3 次加兑换分,已有 1 次(没入账的也算)。',
  });
});

test('once-only uses are looked for in all years, the others in the year of the deed', () => {
  const before = spentOn('2020-01-01');
  const once = itemCapped({ period: 'once', times: 1 });
  expect(allowanceLeft(once, day, { year: [], once: [before] }).pointsLeft).toBe(0);
  expect(allowanceLeft(once, day, { year: [before], once: [] }).pointsLeft).toBe(5);
  const year = itemCapped({ period: 'year', points: 12 });
  expect(allowanceLeft(year, day, { year: [spentOn(day)], once: [] }).pointsLeft).toBe(7);
  expect(allowanceLeft(year, day, { year: [], once: [spentOn(day)] }).pointsLeft).toBe(12);
});

test('the tightest limit speaks; of equals the item’s own', () => {
  const item = itemCapped({ period: 'year', points: 40 }, { period: 'month', points: 9 });
  expect(allowanceLeft(item, day, used()).because).toContain('一个月最多 9 分');
  const equal = itemCapped({ period: 'year', points: 60 });
  expect(allowanceLeft(equal, day, used()).because).toContain('一年最多 60 分兑换分');
});

test('what was given above a cap that came later leaves none, not less than none', () => {
  const item = itemCapped({ period: 'quarter', points: 4 });
  expect(allowanceLeft(item, day, used(spentOn(day))).pointsLeft).toBe(0);
  const times = itemCapped({ period: 'quarter', times: 1 });
  expect(allowanceLeft(times, day, used(spentOn(day), spentOn('2026-11-21'))).pointsLeft).toBe(0);
  expect(allowanceLeft(itemWith({}), day, used(spentOn(day, 61))).pointsLeft).toBe(0);
});

test('an item is once-only where any cap is for all years', () => {
  expect(isOnceOnly(itemCapped({ period: 'year', points: 9 }, { period: 'once', times: 1 }))).toBe(
    true,
  );
  expect(isOnceOnly(itemCapped({ period: 'year', points: 9 }))).toBe(false);
  expect(isOnceOnly(itemWith({}))).toBe(false);
});

test('allowances are stored by household and year, or by household for all years', () => {
  expect(allowanceId('v01-1', 2026)).toBe('v01-1.2026');
  expect(allowanceId('v01-1', 'once')).toBe('v01-1.once');
});

test('a use given back leaves the uses of other records', () => {
  const [one, other] = [spentOn('2026-01-01'), spentOn('2026-02-01')];
  const both = { householdId: 'v01-1', period: '2026', uses: [one, other] };
  expect(withoutUse(both, one.recordId)).toEqual({ ...both, uses: [other] });
  expect(withUse(both, { ...one, points: 1 }).uses).toEqual([other, { ...one, points: 1 }]);
});
