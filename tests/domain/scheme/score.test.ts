import * as fc from 'fast-check';
import {
  everyShare,
  mostPointsOfOneDeed,
  scoreDeed,
  unitsInWords,
} from '../../../src/domain/scheme/score';
import { refusalOf } from '../kernel/refusal-of';
import { itemWith } from '../records/fixture';

const fixed = itemWith({});
const perUnit = itemWith({
  name: '无偿出工',
  standard: { kind: 'per-unit', points: 10, unit: '半天', maximumUnits: 3 },
});
const levels = itemWith({
  name: '庭院',
  standard: {
    kind: 'levels',
    levels: [
      { id: 'tidy', name: '整洁', points: 5 },
      { id: 'passing', name: '合格', points: 3 },
    ],
  },
});

test('a fixed score is the same whatever else is filled in', () => {
  const score = { points: 5, units: null, levelName: null, text: '植树治沙:每次 5 分' };
  expect(scoreDeed(fixed, {})).toEqual(score);
  expect(scoreDeed(fixed, { units: 9, levelId: 'tidy' })).toEqual(score);
});

test('a score by units is the units times the standard, and says so', () => {
  expect(scoreDeed(perUnit, { units: 2 })).toEqual({
    points: 20,
    units: 2,
    levelName: null,
    text: '无偿出工:每半天 10 分,2 个半天,共 20 分',
  });
  expect(scoreDeed(perUnit, { units: 1 }).points).toBe(10);
  expect(scoreDeed(perUnit, { units: 3 }).points).toBe(30);
});

test.each([undefined, 0, -1, 4])('%p units are not what the standard knows', (units) => {
  expect(refusalOf(() => scoreDeed(perUnit, { units }))).toEqual({
    code: 'units-needed',
    message: '请填做了多少:每半天算一份,一回最多 3 个半天。',
    details: { maximumUnits: 3 },
  });
});

test('a score by level is that of the level', () => {
  expect(scoreDeed(levels, { levelId: 'passing' })).toEqual({
    points: 3,
    units: null,
    levelName: '合格',
    text: '庭院:合格 3 分',
  });
  expect(scoreDeed(levels, { levelId: 'tidy' }).points).toBe(5);
});

test('without a level, or with an unknown one, the levels are named', () => {
  const told = { code: 'level-needed', message: '请选一个档次:整洁、合格。' };
  expect(refusalOf(() => scoreDeed(levels, {}))).toEqual(told);
  expect(refusalOf(() => scoreDeed(levels, { levelId: 'other' }))).toEqual(told);
});

test('a unit that is itself a number of something is counted in times', () => {
  expect(unitsInWords(2, { unit: '半天' })).toBe('2 个半天');
  expect(unitsInWords(2, { unit: '小时', step: 2 })).toBe('4 小时');
  expect(everyShare({ unit: '小时', step: 2 })).toBe('每 2 小时');
});

test('no deed brings more than the most its item can bring, and some deed brings that', () => {
  expect([fixed, perUnit, levels].map(mostPointsOfOneDeed)).toEqual([5, 30, 5]);
  fc.assert(
    fc.property(
      fc.constantFrom(fixed, perUnit, levels),
      fc.integer({ min: 1, max: 3 }),
      (item, n) => {
        const levelId = n === 1 ? 'tidy' : 'passing';
        const { points } = scoreDeed(item, { units: n, levelId });
        expect(points).toBeLessThanOrEqual(mostPointsOfOneDeed(item));
      },
    ),
  );
});
