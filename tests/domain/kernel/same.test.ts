import * as fc from 'fast-check';
import { saysTheSame } from '../../../src/domain/kernel/same';

test('two documents say the same whatever order their fields were stored in', () => {
  expect(saysTheSame({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toBe(true);
  const keys = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { minLength: 2 });
  const shuffledKeys = keys.chain((each) =>
    fc.tuple(
      fc.constant(each),
      fc.shuffledSubarray(each, { minLength: each.length, maxLength: each.length }),
    ),
  );
  fc.assert(
    fc.property(shuffledKeys, ([one, other]) => {
      const documentOf = (order: string[]) =>
        Object.fromEntries(order.map((key) => [key, { key, of: [key] }]));
      expect(saysTheSame(documentOf(one), documentOf(other))).toBe(true);
    }),
  );
});

test('another value, another field, a missing field: not the same', () => {
  expect(saysTheSame({ a: 1 }, { a: 2 })).toBe(false);
  expect(saysTheSame({ a: 1 }, { b: 1 })).toBe(false);
  expect(saysTheSame({ a: { b: 1, c: 2 } }, { a: { b: 1 } })).toBe(false);
  expect(saysTheSame({ a: null }, { a: 0 })).toBe(false);
  expect(saysTheSame({ a: null, b: 1 }, { b: 1, a: null })).toBe(true);
});

test('the order of a list is part of what it says, and a list is no set of fields', () => {
  expect(saysTheSame([1, 2], [1, 2])).toBe(true);
  expect(saysTheSame([1, 2], [2, 1])).toBe(false);
  expect(saysTheSame(['a'], { 0: 'a' })).toBe(false);
});
