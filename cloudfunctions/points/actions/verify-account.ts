import { points } from '../../../src/contracts';
import { saysTheSame } from '../../../src/domain/kernel/same';
import { dayInWords } from '../../../src/domain/kernel/time';
import { type Account, type Entry, verifyChain } from '../../../src/domain/ledger/ledger';
import {
  chainKeepsSeal,
  firstBadSealDay,
  firstUnsealedSequence,
} from '../../../src/domain/seals/seal';
import { defineQuery } from '../../runtime/define-action';
import { readAll } from '../../runtime/store/read-all';
import { type Reader, StoreBusy } from '../../runtime/store/store';
import { type HouseholdPlace, placeOfHousehold } from '../load';
import { isDay, loadNewestSeals, loadSealsUpTo, type Seals, sealsPerPage } from '../load-seals';

/** More often an account does not change between two reads. */
const mostReads = 5;

type Book = { householdId: string; account: Account | null; entries: Entry[] };

/**
 * An account and its entries as of one moment: what is posted between two reads is no forgery.
 */
async function readBook(read: Reader, householdId: string): Promise<Book> {
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

type Verdict = { firstBadSequence: number | null; badSealDay: string | null; message: string };

const inWords = (day: string) => (isDay(day) ? dayInWords(day) : '有一天');

/** The first entry that is not as the village's seals have it, or null. */
function firstNotSealed({ householdId, entries }: Book, { seals }: Seals): number | null {
  if (seals.every((seal) => chainKeepsSeal(householdId, entries, seal))) return null;
  return firstUnsealedSequence(householdId, entries, [...seals].reverse());
}

/** Two people let the books stand where they did not go on: whoever asks is told for good. */
function settledInWords({ seals }: Seals): string {
  const over = seals.filter(({ settledAlarm }) => settledAlarm !== undefined);
  return over.map(({ day }) => `${inWords(day)} 的封存是两个人查账签字后接着做的。`).join('');
}

function judge(book: Book, known: Seals, place: HouseholdPlace): Verdict {
  const { account, entries } = book;
  const { firstBadSequence } = verifyChain(account, entries, place);
  if (firstBadSequence !== null) {
    const message = `账本从第 ${firstBadSequence} 笔起对不上。请马上告诉村务监督委员会和镇里。`;
    return { firstBadSequence, badSealDay: null, message };
  }
  const { seals, rules } = known;
  const badSealDay = firstBadSealDay(seals, rules);
  if (badSealDay !== null) {
    const message = `${inWords(badSealDay)} 的封存对不上。请和公示栏上印的封存号比一比,并告诉镇里。`;
    return { firstBadSequence: null, badSealDay, message };
  }
  const notSealed = firstNotSealed(book, known);
  if (notSealed !== null) {
    const message = `第 ${notSealed} 笔和封存时的不一样,账被改过。请马上告诉镇里。`;
    return { firstBadSequence: notSealed, badSealDay: null, message };
  }
  const newest = seals.at(-1);
  const sealed = newest ? `和 ${inWords(newest.day)} 的封存也一致` : '还没有封存可比';
  const message = `${entries.length} 笔都对得上,${sealed}。${settledInWords(known)}`;
  return { firstBadSequence: null, badSealDay: null, message };
}

export const verifyAccount = defineQuery({
  contract: points.verifyAccount,
  allow: [
    { who: 'resident', at: 'own-household' },
    { who: 'cadre', at: 'own-village' },
    { who: 'supervisor', at: 'own-village' },
    { who: 'town-admin' },
  ],
  place: placeOfHousehold,
  async run(context) {
    const { input, read, secret, nowMs } = context;
    const { householdId, sealsUpTo } = input;
    const place = await placeOfHousehold(context);
    const { villageId } = place;
    // Seals first: one made while the entries are read may hold a head that is not among them.
    const village = { read, secret, villageId, nowMs };
    const known = sealsUpTo
      ? await loadSealsUpTo(village, sealsUpTo)
      : await loadNewestSeals(village, sealsPerPage);
    const book = await readBook(read, householdId);
    const verdict = judge(book, known, place);
    const sound = verdict.firstBadSequence === null && verdict.badSealDay === null;
    const [oldest, newest] = [known.seals.at(0), known.seals.at(-1)];
    return {
      sound,
      entries: book.entries.length,
      sealedDay: isDay(newest?.day) ? (newest?.day ?? null) : null,
      olderSeals: sound && !known.rules.fromFirst ? (oldest?.day ?? null) : null,
      ...verdict,
    };
  },
});
