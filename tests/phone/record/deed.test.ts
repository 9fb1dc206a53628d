import { unitsInWords } from '../../../src/domain/scheme/score';
import {
  earliestDay,
  emptyDraft,
  inputOf,
  missingOf,
  pointsOf,
} from '../../../src/packages/record/form/deed';
import { commonItems, itemsByField } from '../../../src/packages/record/form/find-items';
import {
  capsInWords,
  pointsRange,
  standardInWords,
} from '../../../src/packages/record/form/standard-words';
import { cleaning, meeting, pointItem, praise, scheme, work } from '../samples';

const draft = emptyDraft('2026-11-20');

describe('a deed being told', () => {
  test('points follow from the standard alone', () => {
    expect(pointsOf(cleaning, draft)).toBe(3);
    expect(pointsOf(work, { ...draft, units: 3 })).toBe(30);
    expect(pointsOf(praise, draft)).toBeNull();
    expect(pointsOf(praise, { ...draft, levelId: 'nation' })).toBe(50);
  });

  test('what is missing is said as the next thing to do', () => {
    expect(missingOf(cleaning, draft)).toContain('照片');
    expect(missingOf(cleaning, { ...draft, photos: ['one.jpg'] })).toBeNull();
    expect(missingOf(praise, draft)).toContain('档次');
    expect(missingOf(work, draft)).toBeNull();
  });

  test('only what the standard asks for is sent, and nothing empty', () => {
    expect(inputOf(cleaning, { ...draft, units: 4, levelId: 'nation', note: '  ' })).toEqual({
      itemId: 'clean-pasture',
      day: '2026-11-20',
    });
    expect(inputOf(work, { ...draft, units: 2, note: ' 修路 ' })).toEqual({
      itemId: 'public-work',
      day: '2026-11-20',
      units: 2,
      note: '修路',
    });
    const location = { latitude: 38.6, longitude: 109.1, accuracyMetres: 20 };
    expect(inputOf(praise, { ...draft, levelId: 'county', location })).toMatchObject({
      levelId: 'county',
      location,
    });
  });

  test('a deed may lie thirty days back, over the end of a month', () => {
    expect(earliestDay('2026-11-20')).toBe('2026-10-21');
  });
});

describe('a standard in words', () => {
  test('each of its three kinds', () => {
    expect(standardInWords(cleaning)).toBe('每次 3 分');
    expect(standardInWords(work)).toBe('每半天 10 分,一回最多算 4 个半天');
    expect(standardInWords(praise)).toBe('县级 15 分、国家级 50 分');
    expect(pointsRange(praise)).toBe('15–50 分');
    expect(pointsRange(work)).toBe('10 分/半天');
  });

  test('a unit that begins with a number is counted in times', () => {
    expect(unitsInWords(2, { unit: '小时', step: 2 })).toBe('4 小时');
    expect(unitsInWords(2, { unit: '半天' })).toBe('2 个半天');
  });

  test('caps by points and by times', () => {
    expect(capsInWords(cleaning)).toBe('每季最多 12 分兑换分');
    const once = pointItem({ id: 'a', name: 'a', caps: [{ period: 'once', times: 1 }] });
    expect(capsInWords(once)).toBe('每户最多 1 次加兑换分');
    expect(capsInWords(pointItem({ id: 'a', name: 'a', caps: [] }))).toBe('');
  });
});

describe('finding an item', () => {
  test('fields stand in their order, empty ones not at all', () => {
    const fields = itemsByField(scheme, 'cadre');
    expect(fields.map((field) => field.name)).toEqual(['生态宜居美丽乡村', '乡村产业发展']);
  });

  test('a resident is not offered what only a cadre records', () => {
    const names = (declarer: 'resident' | 'cadre') =>
      itemsByField(scheme, declarer).flatMap((field) => field.items);
    expect(names('resident')).not.toContain(meeting);
    expect(names('cadre')).toContain(meeting);
  });

  test('what is recorded most comes first', () => {
    expect(commonItems(itemsByField(scheme, 'resident'))).toEqual([cleaning]);
  });
});
