import fc from 'fast-check';
import { isPersonName, tidyName } from '../../../src/contracts/name-text';
import { foldName, isSameName } from '../../../src/domain/people/names';

const run = { seed: 20261123, numRuns: 2000 };
const dots = [...'··•・･‧⋅·ㆍ.．․∙﹒。｡●'];
const spaces = [' ', '\u3000', '\u00A0', '\u2002', '\u2009', '\u202F', '\t', '\u3164', '\u2800'];
const nothings = ['\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD', '\uFE00', '\uFE0F'];
const selectors = ['\u{E0100}', '\u{E01EF}', '\u034F', '\u180E'];

/** Characters of names, with the other ways in which programs write each. */
const letters: Record<string, string[]> = {
  巴: [],
  图: [],
  其: [],
  𠮷: [],
  𬭎: [],
  马: ['⻢'],
  长: ['⻓'],
  龙: ['⻰'],
  黄: ['⻩'],
  民: ['⺠'],
  金: ['⾦', '\uF90A'],
  李: ['\uF9E1'],
  女: ['⼥'],
  林: ['\uF9F4'],
};
const latin: Record<string, string[]> = {
  b: ['B', 'ｂ', 'Ｂ', '𝐁'],
  a: ['A', 'ａ', 'Ａ'],
  t: ['T', 'ｔ'],
};

const from = (choices: readonly string[]) => fc.constantFrom(...choices);
const gap = fc
  .array(from([...nothings, ...selectors]), { maxLength: 2 })
  .map((all) => all.join(''));
const blankOrNot = fc
  .array(from([...spaces, ...nothings]), { maxLength: 2 })
  .map((x) => x.join(''));
const around = (text: string) =>
  fc.tuple(blankOrNot, blankOrNot).map(([a, b]) => `${a}${text}${b}`);

/** A name as the register means it: words of one script, a dot between two. */
const meant = fc
  .array(
    fc.oneof(
      fc.array(from(Object.keys(letters)), { minLength: 1, maxLength: 4 }),
      fc.array(from(Object.keys(latin)), { minLength: 1, maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((words) => words.map((word) => word.join('')).join('·'));

/** The same name as somebody, or some program, writes it. */
const written = (name: string) =>
  fc
    .tuple(
      ...Array.from(name, (character) => {
        if (character === '·') return from(dots).chain(around);
        const isHan = character in letters;
        const ways = [character, ...(letters[character] ?? latin[character] ?? [])];
        return isHan ? from(ways).chain(around) : fc.tuple(from(ways), gap).map((x) => x.join(''));
      }),
    )
    .map((parts) => parts.join(''));

test('every way of writing a name is the one name', () => {
  const both = meant.chain((name) => fc.tuple(fc.constant(name), written(name)));
  fc.assert(
    fc.property(both, ([name, other]) => {
      expect(foldName(other)).toBe(name);
      expect(isSameName(other, name)).toBe(true);
      expect(isPersonName(tidyName(other))).toBe(true);
    }),
    run,
  );
});

test('different names stay different, however they are written', () => {
  const named = meant.chain((name) => fc.tuple(fc.constant(name), written(name)));
  fc.assert(
    fc.property(named, named, ([left, leftWritten], [right, rightWritten]) => {
      fc.pre(left.replace(/·/g, '') !== right.replace(/·/g, ''));
      expect(isSameName(leftWritten, rightWritten)).toBe(false);
    }),
    run,
  );
});

test('what is folded stays as it is, whatever it was', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({
      unit: from([...dots, ...spaces, ...nothings, ...selectors, ...'张Aᠠ\u180B\u200Dé\u0301']),
      maxLength: 12,
    }),
    fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength: 8 }),
  );
  fc.assert(
    fc.property(anything, (text) => {
      expect(foldName(foldName(text))).toBe(foldName(text));
      expect(tidyName(tidyName(text))).toBe(tidyName(text));
      expect(foldName(text)).toBe(foldName(tidyName(text)));
    }),
    { ...run, numRuns: 5_000 },
  );
});

test.each([
  ['巴特尔•那顺', '巴特尔·那顺'],
  ['巴特尔 ・ 那顺', '巴特尔·那顺'],
  ['张　三', '张三'],
  ['张 三 丰', '张三丰'],
  ['⻢⻓⻰', '马长龙'],
  ['ＡＮＮＡ  Ｌｅｅ', 'ANNA Lee'],
  ['J. Smith', 'J·Smith'],
  ['𠮷\u{E0100}田', '𠮷田'],
  ['刘𬭎', '刘𬭎'],
  ['\u200B张三\uFEFF', '张三'],
  ['·张三.', '张三'],
  ['\u3164\u2800', ''],
])('%j is shown as %j', (text, shown) => {
  expect(tidyName(text)).toBe(shown);
});

test('other people: another character, a longer name, nobody', () => {
  expect(isSameName('张三', '张三丰')).toBe(false);
  expect(isSameName('𠮷田', '吉田')).toBe(false);
  expect(isSameName('未央', '末央')).toBe(false);
  expect(isSameName('戶田', '户田')).toBe(false);
  expect(isSameName('\u200B', '\u3164')).toBe(false);
  expect(isSameName('乌云·其木格', '乌云其木格')).toBe(true);
});

test('digits, marks and emoji are no name', () => {
  for (const text of ['', ' ', '张3', '张三(大)', '张三😀', '张'.repeat(31), '\u0301']) {
    expect(isPersonName(tidyName(text))).toBe(false);
  }
});
