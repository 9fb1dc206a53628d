import type { InputOf } from '../../contracts/contract';
import { mostEntriesWithWords } from '../../contracts/limits';
import type { saveWords } from '../../contracts/search';
import { mustHoldNoPrivateNumber } from '../kernel/private-number';
import { refuse } from '../kernel/refusal';
import { saysTheSame } from '../kernel/same';
import { entriesOf, openBook } from './book';
import { emptyPlaces, foldPhrase } from './fold';
import { shippedTexts } from './words';

type Wanted = InputOf<typeof saveWords>;

export type EntryWords = Pick<Wanted, 'kind' | 'id' | 'words'>;

/** `word-books/{villageId}`: what a village adds to the word book, read by every phone there. */
export type VillageWords = { villageId: string; entries: EntryWords[] };

const shipped = openBook(shippedTexts);

/** The addresses of what every phone brings along. */
export const shippedAddresses: ReadonlySet<string> = new Set(
  shipped.entries.map(({ kind, id }) => `${kind}:${id}`),
);

/** Words that only ask, such as 怎么办, would lead whatever is asked to one entry. */
function mustSaySomething(words: readonly string[]): void {
  const empty = words.find((word) => emptyPlaces(foldPhrase(word)).every(Boolean));
  if (empty === undefined) return;
  const message = `“${empty}”说不出要找什么,谁问什么都会带到这里。请换成大家真会说的词。`;
  refuse('words-say-nothing', message);
}

/** What every phone knows already keeps leading where it leads: nobody turns 举报 away. */
function mustLeadNowhereElse({ kind, id, words }: Wanted): void {
  for (const word of words) {
    const listed = entriesOf(shipped, word);
    const [other] = listed;
    if (!other || listed.some((entry) => entry.kind === kind && entry.id === id)) continue;
    const message = `“${word}”已经带到“${other.name}”。请换个更准的说法,或者去掉它。`;
    refuse('word-taken', message);
  }
}

/** Each once, as it is compared; the first way it was written stays. */
function tidyWords(words: readonly string[]): string[] {
  const byFold = new Map<string, string>();
  for (const word of words) {
    const fold = foldPhrase(word);
    if (!byFold.has(fold)) byFold.set(fold, word);
  }
  return [...byFold.values()];
}

const isOf = (wanted: Wanted) => (entry: EntryWords) =>
  entry.kind === wanted.kind && entry.id === wanted.id;

/**
 * A village's words for one entry take the place of those before; none take them back.
 * @param before null where the village has added none yet
 * @param stands whether the entry is shipped or a matter of this village
 * @throws Refusal `entry-unknown`, `words-say-nothing`, `word-taken`, `words-unchanged`,
 * `word-book-full`, `private-number`
 */
export function withWords(
  before: VillageWords | null,
  wanted: Wanted,
  stands: boolean,
): VillageWords {
  if (!stands) refuse('entry-unknown', '没有这一项,词没处放。请从清单里重新点进来再添。');
  mustHoldNoPrivateNumber(wanted.words);
  mustSaySomething(wanted.words);
  mustLeadNowhereElse(wanted);
  const words = tidyWords(wanted.words);
  const entries = before?.entries ?? [];
  const known = entries.find(isOf(wanted))?.words ?? [];
  if (saysTheSame(known, words)) refuse('words-unchanged', '跟原来一样,没有要存的。');
  const others = entries.filter((entry) => !isOf(wanted)(entry));
  if (words.length > 0 && others.length >= mostEntriesWithWords) {
    const message = `一个村最多给 ${mostEntriesWithWords} 项添词,已经满了。请先去掉用不着的。`;
    refuse('word-book-full', message);
  }
  const own = words.length > 0 ? [{ kind: wanted.kind, id: wanted.id, words }] : [];
  return { villageId: wanted.villageId, entries: [...others, ...own] };
}
