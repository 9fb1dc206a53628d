import { type Book, type BookWord, type Entry, type EntryKind, sharedBy } from './book';
import { emptyPlaces, foldPhrase } from './fold';

/** An entry with what speaks for it, more is nearer, and whether the phrase is about it. */
export type Found = Entry & { score: number; sure: boolean };

/** Longer than this nobody asks; what stands behind is not read. */
const mostLetters = 60;

/** Below it an entry shares a letter with a phrase by chance. */
const leastScore = 0.5;

/** From here on a phrase is about the entry; below it the entry is only the nearest there is. */
const sureScore = 1.4;

/** How many letters of a phrase may stand between two letters of one word. */
const widestGap = 3;

/** A letter that an entry's words have, where no word of it stands. */
const letterWorth = 0.7;

/** Parts that stand anywhere say less than one word. */
const partsWorth = 0.65;

/** What a phrase says about the kind of what is looked for. */
const cues: { kind: EntryKind; pattern: RegExp; worth: number }[] = [
  { kind: 'certificate', pattern: /证明|开证|开个证|开具/, worth: 0.9 },
  { kind: 'matter', pattern: /申请|补贴|怎么|咋|找谁|谁管|管不管|程序|流程|办理/, worth: 0.4 },
  { kind: 'item', pattern: /分$|加分|几分|积分|记分|好事|参加|帮|我去|去了$|好了$/, worth: 0.5 },
  { kind: 'goods', pattern: /换|兑|买|超市|领/, worth: 0.7 },
];

type Match = { places: number[]; worth: number };

function anywhere(phrase: string, parts: string[]): number[] | null {
  const places: number[] = [];
  for (const part of parts) {
    const at = phrase.indexOf(part);
    if (at < 0) return null;
    for (let i = 0; i < part.length; i += 1) places.push(at + i);
  }
  return places;
}

/** The letters of a word in their order, with a few others between them. */
function loosely(phrase: string, word: string): number[] | null {
  const places: number[] = [];
  let at = -1;
  for (const letter of word) {
    at = phrase.indexOf(letter, at + 1);
    if (at < 0) return null;
    places.push(at);
  }
  return at - (places[0] ?? 0) - word.length + 1 <= widestGap ? places : null;
}

/** By how many letters it has: a longer word is less of a chance. */
const worthOf = (letters: number) => [0, 0.9, 1, 1.15, 1.3][letters] ?? 1.4;

function matchOf(phrase: string, { parts, letters }: BookWord): Match | null {
  const worth = worthOf(letters);
  const whole = anywhere(phrase, parts);
  if (whole) return { places: whole, worth: parts.length > 1 ? worth * partsWorth : worth };
  if (parts.length > 1 || letters < 2) return null;
  const loose = loosely(phrase, parts[0] ?? '');
  return loose && { places: loose, worth: worth * (letters === 2 ? 0.45 : 0.6) };
}

/** From 0, in every entry, to 1, in one alone. */
function rarityOf(book: Book, letter: string): number {
  const known = book.lettersIn.get(letter);
  return known ? 1 - Math.log(known) / Math.log(book.entries.length + 1) : 0;
}

/** What speaks for an entry, by letter of the phrase: the best of its words that cover it. */
function coverOf(book: Book, phrase: string, rarities: number[]): Map<number, number[]> {
  const cover = new Map<number, number[]>();
  for (const letter of new Set(phrase)) {
    for (const word of book.words.get(letter) ?? []) {
      const match = matchOf(phrase, word);
      if (!match) continue;
      const worth = match.worth / sharedBy(book, word) ** 0.4;
      const covered = cover.get(word.entry) ?? new Array<number>(phrase.length).fill(0);
      for (const place of match.places) {
        const here = worth * (0.4 + 0.9 * (rarities[place] ?? 0));
        covered[place] = Math.max(covered[place] ?? 0, here);
      }
      cover.set(word.entry, covered);
    }
  }
  return cover;
}

/**
 * What a phrase of everyday words leads to, nearest first: by the words of the book that stand in
 * it, weighed by how few entries share them, then by single letters that an entry's words have.
 * Of no use as a yes: whoever shows what is not `sure` says that it is only the nearest.
 */
export function findNearest(book: Book, asked: string, kinds?: readonly EntryKind[]): Found[] {
  const phrase = foldPhrase(asked).slice(0, mostLetters);
  const rarities = [...phrase].map((letter) => rarityOf(book, letter));
  const silent = emptyPlaces(phrase);
  const cover = coverOf(book, phrase, rarities);
  const scoreOf = (index: number) => {
    const covered = cover.get(index);
    const letters = book.letters[index];
    return rarities.reduce((sum, rarity, at) => {
      const shared = !silent[at] && letters?.has(phrase.charAt(at)) ? letterWorth * rarity : 0;
      return sum + Math.max(covered?.[at] ?? 0, shared);
    }, 0);
  };
  const said = cues.filter(({ pattern }) => pattern.test(phrase));
  return book.entries
    .map((entry, index) => ({ ...entry, score: scoreOf(index) }))
    .filter(({ kind, score }) => score >= leastScore && (!kinds || kinds.includes(kind)))
    .map((entry) => {
      const hinted = said.filter(({ kind }) => kind === entry.kind);
      const score = hinted.reduce((sum, { worth }) => sum + worth, entry.score);
      return { ...entry, score, sure: entry.score >= sureScore };
    })
    .sort((a, b) => b.score - a.score);
}
