import fc from 'fast-check';
import { divide, grow, isGrown, type Parts } from '../../src/components/parts';

const list = (...keys: string[]) => [{ key: 'one', keys }];
const letters = (text: string) => list(...text);

/** The keys of each part, those that are not shown yet in brackets. */
function shownOf({ groups }: Parts): string {
  return groups
    .flatMap(({ parts }) => parts.map(({ keys, shown }) => (shown ? keys : ['(', ...keys, ')'])))
    .map((keys) => keys.join(''))
    .join(' ');
}

function grown(parts: Parts, size: number): Parts {
  return isGrown(parts) ? parts : grown(grow(parts, size), size);
}

const abc = () => grown(divide(null, letters('abcdefgh'), 3), 3);

test('at first one part is shown, then one more each time', () => {
  const first = divide(null, letters('abcdefgh'), 3);
  expect(shownOf(first)).toBe('abc (def) (gh)');
  expect(shownOf(grow(first, 3))).toBe('abc def (gh)');
  expect(shownOf(abc())).toBe('abc def gh');
});

test('short groups grow together as far as one part carries, in their order', () => {
  const groups = ['ab', 'cde', 'f', 'gh'].map((keys) => ({ key: keys, keys: [...keys] }));
  const first = divide(null, groups, 3);
  expect(shownOf(first)).toBe('ab (cde) (f) (gh)');
  expect(shownOf(grow(first, 3))).toBe('ab cde (f) (gh)');
  expect(shownOf(grow(grow(first, 3), 3))).toBe('ab cde f gh');
});

test('the same rows are the same parts', () => {
  const before = abc();
  expect(divide(before, letters('abcdefgh'), 3)).toBe(before);
});

test('a row that goes or comes leaves all others where they are', () => {
  expect(shownOf(divide(abc(), letters('abcdfgh'), 3))).toBe('abc df gh');
  expect(shownOf(divide(abc(), letters('abcdexfgh'), 3))).toBe('abc dexf gh');
  expect(shownOf(divide(abc(), letters('xabcdefgh'), 3))).toBe('xabc def gh');
});

test('rows at the end fill the last part, then grow', () => {
  expect(shownOf(divide(abc(), letters('abcdefghijklmn'), 3))).toBe('abc def ghi jkl (mn)');
});

test('a group that is emptied keeps its place; one at the end is added', () => {
  const two = (...keys: string[]) => keys.map((text, at) => ({ key: String(at), keys: [...text] }));
  const before = grown(divide(null, two('abc', 'def'), 3), 3);
  const emptied = divide(before, two('', 'def'), 3);
  expect(emptied.generation).toBe(before.generation);
  expect(shownOf(emptied)).toBe(' def');
  expect(shownOf(divide(before, two('abc', 'def', 'gh'), 3))).toBe('abc def gh');
});

test.each([
  ['a row that has moved to another part', 'dabcefgh'],
  ['another list', 'uvwxyz'],
  ['more changes than two parts hold', 'bcefgxh'],
  ['a part that has become too long', 'abcdexyuvfgh'],
])('%s: all begins anew', (_what, text) => {
  const before = abc();
  const after = divide(before, letters(text), 3);
  expect(after.generation).toBe(before.generation + 1);
  expect(after.groups[0]?.parts[0]?.shown).toBe(true);
  expect(shownOf(after)).toContain('(');
});

test('whatever comes after whatever, all rows stand in their order once it has grown', () => {
  const rows = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 30 });
  const lists = fc.array(fc.tuple(rows, rows), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 6 }), (following, size) => {
      let parts: Parts | null = null;
      for (const pair of following) {
        const groups = pair.map((keys, at) => ({ key: String(at), keys: keys.map(String) }));
        parts = divide(parts, groups, size);
        const most = Math.max(...parts.groups.flatMap((g) => g.parts.map((p) => p.keys.length)), 0);
        expect(most).toBeLessThanOrEqual(2 * size);
        parts = grow(parts, size);
        const keysOf = (of: Parts) => of.groups.map((g) => g.parts.flatMap((p) => p.keys));
        expect(keysOf(grown(parts, size))).toEqual(groups.map(({ keys }) => keys));
      }
    }),
  );
});
