import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Book, EntryKind } from '../../src/domain/search/book';
import { findNearest } from '../../src/domain/search/find';

/** What `npm run find` prints. */
const printed: readonly EntryKind[] = ['matter', 'certificate', 'item', 'goods'];

export type Asked = { phrase: string; answer: string };

/** A file of phrases with the entry that each should lead to, `kind:id`, tab-separated. */
export function readPhrases(file: string): Asked[] {
  const text = readFileSync(path.join(__dirname, file), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [phrase = '', answer = ''] = line.split('\t');
      return { phrase, answer };
    });
}

/** The addresses that a phrase leads to, nearest first. */
export const addressesOf = (book: Book, phrase: string): string[] =>
  findNearest(book, phrase, printed).map(({ kind, id }) => `${kind}:${id}`);

/** How many of the phrases have their answer first, and among the first three. */
export function measure(book: Book, asked: Asked[]) {
  const places = asked.map(({ phrase, answer }) => addressesOf(book, phrase).indexOf(answer));
  const share = (most: number) =>
    places.filter((place) => place >= 0 && place < most).length / asked.length;
  return { first: share(1), amongThree: share(3) };
}
