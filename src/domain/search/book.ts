import { foldPhrase } from './fold';

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
  /** How many entries list a word. */
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
      last.words.push(...line.trim().split(/\s+/));
    } else {
      const [id = '', ...name] = line.split(' ');
      entries.push({ kind, id, name: name.join(' '), words: [] });
    }
  }
  return entries;
}

const keyOf = (parts: string[]) => parts.join('+');

/** A name is a word too, and so is each stretch of it between its marks. */
const nameWords = (name: string) => [name, ...name.split(/[^\u3400-\u9fff]+/)];

/** `a/b+c` is `a+c` and `b+c`. */
function spellOut(word: string): string[][] {
  return word.split('+').reduce<string[][]>(
    (begun, part) => {
      const choices = part.split('/').map(foldPhrase);
      return begun.flatMap((parts) => choices.map((choice) => [...parts, choice]));
    },
    [[]],
  );
}

function wordsOf({ name, words }: Listed): string[][] {
  const all = [...nameWords(name), ...words]
    .flatMap(spellOut)
    .filter((parts) => parts.every((part) => part !== ''));
  return [...new Map(all.map((parts) => [keyOf(parts), parts])).values()];
}

function addTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const countIn = <Key>(map: Map<Key, number>, key: Key) => map.set(key, (map.get(key) ?? 0) + 1);

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
    shared: new Map(),
    letters: [],
    lettersIn: new Map(),
  };
  [...listed.values()].forEach((entry, index) => {
    const letters = new Set<string>();
    for (const parts of wordsOf(entry)) {
      const text = parts.join('');
      addTo(book.words, text.charAt(0), { parts, letters: text.length, entry: index });
      countIn(book.shared, keyOf(parts));
      for (const letter of text.replace(/[a-z0-9]/g, '')) letters.add(letter);
    }
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

/** How many entries list a word. */
export const sharedBy = (book: Book, { parts }: BookWord) => book.shared.get(keyOf(parts)) ?? 1;
