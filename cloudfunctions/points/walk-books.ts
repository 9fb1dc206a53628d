import { mostHouseholdsNamed } from '../../src/contracts/limits';
import type { Account } from '../../src/domain/ledger/ledger';
import type { Walked } from '../../src/domain/seals/book-check';
import type { BookFault } from '../../src/domain/seals/types';
import { inParallel } from '../runtime/in-parallel';
import type { Reader } from '../runtime/store/store';
import { judge, readBook } from './books';
import type { Seals } from './load-seals';

/** So many books one step looks through. */
export const booksPerStep = 20;
const booksAtOnce = 5;
/** Whoever looks through a whole village compares with the seals of a week. */
export const sealsPerWalk = 7;

/** The households behind one, also of those whose account is gone but was sealed. */
async function nextHouseholds(
  read: Reader,
  villageId: string,
  after: string | null,
  { seals }: Seals,
): Promise<{ householdIds: string[]; more: boolean }> {
  const accounts = await read.query<Account>('accounts', {
    where: { villageId },
    order: { field: 'householdId', direction: 'asc' },
    limit: booksPerStep,
    ...(after !== null && { after }),
  });
  const ids = accounts.map(({ householdId }) => householdId);
  const sealed = (seals.at(-1)?.leaves ?? []).map(({ householdId }) => householdId);
  const gone = sealed.filter((id) => (after === null || id > after) && !ids.includes(id));
  const more = accounts.length === booksPerStep;
  const last = ids.at(-1) ?? '';
  const all = [...ids, ...gone.filter((id) => !more || id <= last)];
  return { householdIds: [...new Set(all)].sort(), more };
}

export type BookStep = Walked & { after: string | null; more: boolean };

/**
 * Looks through the next books of a village, each from its first entry and against the seals.
 * @param after the household the step before ended with
 */
export async function walkBooks(
  read: Reader,
  villageId: string,
  after: string | null,
  known: Seals,
): Promise<BookStep> {
  const { householdIds, more } = await nextHouseholds(read, villageId, after, known);
  const faults: BookFault[] = [];
  let entries = 0;
  await inParallel(householdIds, booksAtOnce, async (householdId) => {
    const book = await readBook(read, householdId);
    entries += book.entries.length;
    const { firstBadSequence } = judge(book, known, { householdId, villageId });
    if (firstBadSequence !== null) faults.push({ householdId, sequence: firstBadSequence });
  });
  faults.sort((left, right) => (left.householdId < right.householdId ? -1 : 1));
  return {
    ...{ households: householdIds.length, entries, more },
    faults: faults.slice(0, mostHouseholdsNamed),
    after: householdIds.at(-1) ?? after,
  };
}
