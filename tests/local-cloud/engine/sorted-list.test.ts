import fc from 'fast-check';
import { SortedList } from '../../../local-cloud/engine/sorted-list';

const byNumber = (left: number, right: number): number => left - right;
const never = (): boolean => false;

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
  const all = (list: SortedList<number>): number[] => [...list.ascending(never, never)];
  expect(all(up)).toEqual(all(down));
  expect(all(up)).toHaveLength(5000);
});

test('items that mostly come in order read as from a plain sorted list', () => {
  const step = fc.integer({ min: -400, max: 20 });
  const steps = fc.array(fc.record({ step, drop: fc.nat({ max: 3 }) }), { maxLength: 1500 });
  const property = fc.property(steps, (all) => {
    const list = new SortedList<number>(byNumber);
    const model = new Set<number>();
    let highest = 0;
    for (const { step, drop } of all) {
      // What steps back lands among the others, now and then exactly where the last one was.
      const value = highest + (step < -200 ? step : Math.abs(step % 20));
      if (!model.has(value)) list.add(value);
      model.add(value);
      highest = Math.max(highest, value);
      if (drop > 0) continue;
      list.delete(highest);
      model.delete(highest);
    }
    const whole = [...list.ascending(never, never)];
    expect(whole).toEqual([...model].sort(byNumber));
    expect([...list.descending(never, never)]).toEqual(whole.reverse());
  });
  fc.assert(property, { numRuns: 60 });
});

test('adding at the end looks at the last item alone, however long the list is', () => {
  const comparedAt = (length: number): number => {
    let compared = 0;
    const list = new SortedList<number>((left, right) => {
      compared += 1;
      return left - right;
    });
    list.load(Array.from({ length }, (_, index) => index));
    compared = 0;
    for (let n = length; n < length + 100; n += 1) list.add(n);
    return compared;
  };
  expect(comparedAt(100_000)).toBe(100);
});
