import { saysTheSame } from '../../src/domain/kernel/same';
import { dayInWords } from '../../src/domain/kernel/time';
import { type Account, type Entry, verifyChain } from '../../src/domain/ledger/ledger';
import {
  chainKeepsSeal,
  firstBadSealDay,
  firstUnsealedSequence,
} from '../../src/domain/seals/seal';
import { readAll } from '../runtime/store/read-all';
import { type Reader, StoreBusy } from '../runtime/store/store';
import type { HouseholdPlace } from './load';
import { isDay, type Seals } from './load-seals';

/** More often an account does not change between two reads. */
const mostReads = 5;

export type Book = { householdId: string; account: Account | null; entries: Entry[] };

/**
 * An account and its entries as of one moment: what is posted between two reads is no forgery.
 */
export async function readBook(read: Reader, householdId: string): Promise<Book> {
  const readAccount = () => read.get<Account>('accounts', householdId);
  let account = await readAccount();
  for (let reads = 0; reads < mostReads; reads += 1) {
    const entries = await readAll<Entry>(read, 'entries', { householdId }, 'sequence');
    const after = await readAccount();
    if (saysTheSame(after?.headHash, account?.headHash)) return { householdId, account, entries };
    account = after;
  }
  throw new StoreBusy('the account changes with every read');
}

export type Verdict = {
  firstBadSequence: number | null;
  badSealDay: string | null;
  message: string;
};

const inWords = (day: string) => (isDay(day) ? dayInWords(day) : '有一天');

/** The first entry that is not as the village's seals have it, or null. */
function firstNotSealed({ householdId, entries }: Book, { seals }: Seals): number | null {
  if (seals.every((seal) => chainKeepsSeal(householdId, entries, seal))) return null;
  return firstUnsealedSequence(householdId, entries, [...seals].reverse());
}

/** Two people let the books stand where they did not go on: whoever asks is told for good. */
function settledInWords({ seals }: Seals): string {
  const over = seals.filter(({ settledAlarm }) => settledAlarm !== undefined);
  return over.map(({ day }) => `${inWords(day)} 的留底是两个人查账签字后接着做的。`).join('');
}

/** What is wrong with a book first, as a sentence that says whom to tell. */
export function judge(book: Book, known: Seals, place: HouseholdPlace): Verdict {
  const { account, entries } = book;
  const { firstBadSequence } = verifyChain(account, entries, place);
  if (firstBadSequence !== null) {
    const message = `账本从第 ${firstBadSequence} 笔起对不上。请马上告诉村务监督委员会和镇里。`;
    return { firstBadSequence, badSealDay: null, message };
  }
  const { seals, rules } = known;
  const badSealDay = firstBadSealDay(seals, rules);
  if (badSealDay !== null) {
    const message = `${inWords(badSealDay)} 的留底对不上。请和公示栏上印的留底号比一比,并告诉镇里。`;
    return { firstBadSequence: null, badSealDay, message };
  }
  const notSealed = firstNotSealed(book, known);
  if (notSealed !== null) {
    const message = `第 ${notSealed} 笔和留底时的不一样,账被改过。请马上告诉镇里。`;
    return { firstBadSequence: notSealed, badSealDay: null, message };
  }
  const newest = seals.at(-1);
  const sealed = newest ? `和 ${inWords(newest.day)} 的留底也一致` : '还没有留底可比';
  const message = `${entries.length} 笔都对得上,${sealed}。${settledInWords(known)}`;
  return { firstBadSequence: null, badSealDay: null, message };
}
