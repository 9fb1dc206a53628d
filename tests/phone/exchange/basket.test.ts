import fc from 'fast-check';
import {
  type Goods,
  groupShelf,
  linesOf,
  missingFor,
  totalOf,
} from '../../../src/pages/shop/basket';
import { rice, salt, soap, towel } from './samples';

const shelf = [soap, salt, rice, towel];

test('the shelf is grouped by what the purse can pay for', () => {
  const titles = (spendable: number | null) =>
    groupShelf(shelf, spendable).map(({ title, goods }) => [title, ...goods.map((g) => g.name)]);
  expect(titles(10)).toEqual([
    ['现在能换', '香皂', '盐'],
    ['再攒一攒', '大米'],
    ['没货了', '毛巾'],
  ]);
  expect(titles(0)).toEqual([
    ['再攒一攒', '香皂', '盐', '大米'],
    ['没货了', '毛巾'],
  ]);
  expect(titles(null)).toEqual([
    ['货架', '香皂', '盐', '大米'],
    ['没货了', '毛巾'],
  ]);
});

test('what somebody else took meanwhile leaves the basket', () => {
  const lines = linesOf(shelf, { soap: 2, salt: 5, towel: 1, gone: 3 });
  expect(lines.map(({ goods, count }) => [goods.goodsId, count])).toEqual([
    ['soap', 2],
    ['salt', 2],
  ]);
  expect(totalOf(lines)).toBe(2 * 5 + 2 * 8);
});

test('what is missing for one more counts what is in the basket already', () => {
  expect(missingFor(soap, 15, 10)).toBe(0);
  expect(missingFor(soap, 15, 11)).toBe(1);
  expect(missingFor(rice, 15, 0)).toBe(20);
});

test('every kind of goods stands in exactly one group', () => {
  const kinds = fc.uniqueArray(
    fc.record({
      goodsId: fc.stringMatching(/^[a-z]{1,8}$/),
      points: fc.integer({ min: 5, max: 60 }),
      available: fc.integer({ min: 0, max: 3 }),
    }),
    { selector: ({ goodsId }) => goodsId },
  );
  fc.assert(
    fc.property(kinds, fc.option(fc.integer({ min: 0, max: 60 })), (parts, spendable) => {
      const all: Goods[] = parts.map((part) => ({ ...soap, ...part }));
      const shown = groupShelf(all, spendable).flatMap(({ goods }) => goods);
      expect(shown.map(({ goodsId }) => goodsId).sort()).toEqual(
        all.map(({ goodsId }) => goodsId).sort(),
      );
    }),
  );
});
