import fc from 'fast-check';
import { SortedList } from '../../../local-cloud/engine/sorted-list';

const byNumber = (left: number, right: number): number => left - right;

test('after any adding and deleting, every range reads as from a plain sorted list', () => {
  const change = fc.record({ add: fc.boolean(), value: fc.integer({ min: 0, max: 3000 }) });
  const property = fc.property(
    fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 2000 }),
    fc.array(change, { maxLength: 1500 }),
    fc.integer({ min: -5, max: 3005 }),
    fc.integer({ min: -5, max: 3005 }),
    (start, changes, low, high) => {
      const model = new Set(start);
      const list = new SortedList<number>(byNumber);
      list.load([...model]);
      for (const { add, value } of changes) {
        if (add && !model.has(value)) list.add(value);
        if (!add) list.delete(value);
        if (add) model.add(value);
        else model.delete(value);
      }
      const expected = [...model].filter((n) => n >= low && n <= high).sort(byNumber);
      const before = (n: number): boolean => n < low;
      const after = (n: number): boolean => n > high;
      expect([...list.ascending(before, after)]).toEqual(expected);
      expect([...list.descending(before, after)]).toEqual(expected.reverse());
    },
  );
  fc.assert(property, { numRuns: 60 });
});

test('a list filled in order and one filled backwards read the same', () => {
  const up = new SortedList<number>(byNumber);
  const down = new SortedList<number>(byNumber);
  for (let n = 0; n < 5000; n += 1) {
    up.add(n);
    down.add(4999 - n);
  }
  const all = (list: SortedList<number>): number[] => [
    ...list.ascending(
      () => false,
      () => false,
    ),
  ];
  expect(all(up)).toEqual(all(down));
  expect(all(up)).toHaveLength(5000);
});
