import { text } from '../../../src/contracts/fields';
import { isSeen, turnsDirection } from '../../../src/contracts/plain-text';

const unseen = ['', ' ', '\u3000', '\u200B', '\u3164', '\u2800', '\u00AD', '\uFE0F', '\u180E'];

test.each([...unseen, '\uFFA0\u115F', '\u{E0100}', '\uD842', '\u0007', '\uFEFF \u2060'])(
  '%j is nothing',
  (nothing) => {
    expect(isSeen(nothing)).toBe(false);
    expect(text(10).safeParse(nothing).success).toBe(false);
  },
);

test.each([
  ['  种树\u3000', '种树'],
  ['\u200B𠮷野家\u2800', '𠮷野家'],
  ['种了树❤\uFE0F', '种了树❤\uFE0F'],
  ['一家👨\u200D👩\u200D👧', '一家👨\u200D👩\u200D👧'],
  ['ᠮᠣᠩᠭ\u180Bᠣᠯ\u180Eᠠ', 'ᠮᠣᠩᠭ\u180Bᠣᠯ\u180Eᠠ'],
  ['刘𬭎\uD842', '刘𬭎'],
])('%j is kept as %j', (typed, kept) => {
  expect(text(20).parse(typed)).toBe(kept);
});

test('what turns the direction of reading is known by its characters', () => {
  for (const mark of '\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200E\u200F\u061C') {
    expect(turnsDirection(`好${mark}事`)).toBe(true);
  }
  expect(turnsDirection('好\u200B事 ᠮᠣ العربية')).toBe(false);
});
