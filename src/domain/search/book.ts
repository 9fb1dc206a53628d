import { foldAlike, foldPhrase } from './fold';

export const entryKinds = ['matter', 'certificate', 'item', 'goods', 'page'] as const;

export type EntryKind = (typeof entryKinds)[number];

/** What somebody may look for: its kind and id are its address. */
export type Entry = { kind: EntryKind; id: string; name: string };

/** A word of the book: its parts stand anywhere in a phrase, a single part nearly as one. */
export type BookWord = { parts: string[]; letters: number; entry: number };

/** The book made ready for many questions. */
export type Book = {
  entries: Entry[];
  /** By the first letter of the first part. */
  words: Map<string, BookWord[]>;
  /** All words of an entry, a space between. */
  texts: string[];
  /** How many entries have a word, for those that were asked for. */
  shared: Map<string, number>;
  /** The letters of an entry's words, and how many entries have a letter. */
  letters: Set<string>[];
  lettersIn: Map<string, number>;
};

/** The text of one kind: a line `id name`, below it lines of words that begin with a space. */
export type BookText = { kind: EntryKind; text: string };

type Listed = Entry & { words: string[] };

function readText({ kind, text }: BookText): Listed[] {
  const entries: Listed[] = [];
  for (const line of text.trim().split('\n')) {
    const last = entries[entries.length - 1];
    if (line.startsWith(' ') && last) {
      last.words.push(...foldAlike(line).trim().split(/\s+/));
    } else {
      const [id = '', ...name] = line.split(' ');
      entries.push({ kind, id, name: name.join(' '), words: [] });
    }
  }
  return entries;
}

const asText = (parts: string[]) => parts.join(' ');

/** Two letters that stand side by side in a text. */
const pairsOf = (text: string) =>
  [...text].slice(1).map((letter, index) => `${text.charAt(index)}${letter}`);

/** A name is a word too, so is each stretch of it between its marks, and any pair of letters. */
function nameWords(name: string): string[] {
  const stretches = name.split(/[^\u3400-\u9fff]+/).map(foldPhrase);
  return [foldPhrase(name), ...stretches, ...stretches.flatMap(pairsOf)];
}

/** `a/b+c` is `a+c` and `b+c`. */
function spellOut(word: string): string[][] {
  return word.split('+').reduce<string[][]>(
    (begun, part) => {
      const choices = part.split('/');
      return begun.flatMap((parts) => choices.map((choice) => [...parts, choice]));
    },
    [[]],
  );
}

function wordsOf({ name, words }: Listed): string[][] {
  const all = [...nameWords(name), ...words]
    .flatMap(spellOut)
    .filter((parts) => parts.every((part) => part !== ''));
  return [...new Map(all.map((parts) => [asText(parts), parts])).values()];
}

function addTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const countIn = <Key>(map: Map<Key, number>, key: Key) => map.set(key, (map.get(key) ?? 0) + 1);

/** All that texts of a book lead to. */
export const entriesIn = (texts: readonly BookText[]): Entry[] => texts.flatMap(readText);

/** Reads the texts of the book; the same entry in two texts is one, with the words of both. */
export function openBook(texts: readonly BookText[]): Book {
  const listed = new Map<string, Listed>();
  for (const entry of texts.flatMap(readText)) {
    const address = `${entry.kind}:${entry.id}`;
    const known = listed.get(address);
    if (known) known.words.push(...entry.words);
    else listed.set(address, entry);
  }
  const book: Book = {
    entries: [...listed.values()].map(({ kind, id, name }) => ({ kind, id, name })),
    words: new Map(),
    texts: [],
    shared: new Map(),
    letters: [],
    lettersIn: new Map(),
  };
  [...listed.values()].forEach((entry, index) => {
    const words = wordsOf(entry);
    for (const parts of words) {
      const text = parts.join('');
      addTo(book.words, text.charAt(0), { parts, letters: text.length, entry: index });
    }
    const text = words.map(asText).join(' ');
    const letters = new Set(text.replace(/[a-z0-9 ]/g, ''));
    book.texts.push(text);
    book.letters.push(letters);
    for (const letter of letters) countIn(book.lettersIn, letter);
  });
  return book;
}

/** The entries that list just this word, as it is compared. */
export function entriesOf(book: Book, word: string): Entry[] {
  const folded = foldPhrase(word);
  const listed = (book.words.get(folded.charAt(0)) ?? []).filter(
    ({ parts }) => parts.length === 1 && parts[0] === folded,
  );
  return listed.flatMap(({ entry }) => book.entries[entry] ?? []);
}

/** How many entries have a word, be it within a longer one. */
export function sharedBy(book: Book, { parts }: BookWord): number {
  const word = asText(parts);
  const known = book.shared.get(word);
  if (known !== undefined) return known;
  const count = book.texts.filter((text) => text.includes(word)).length;
  book.shared.set(word, count);
  return count;
}
