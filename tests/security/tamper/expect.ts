import type { Document } from '../../../local-cloud/engine';
import { saysTheSame } from '../../../src/domain/kernel/same';
import type { Seal } from '../../../src/domain/seals/types';
import type { ProofTown } from '../../proof/town';
import { readShelf, villageId } from './book-town';

/** Books as they are stored: what a household and its village have. */
export type Books = { account: Document | null; entries: Document[]; seals: Document[] };

export function booksOf(town: ProofTown, householdId: string): Books {
  return structuredClone({
    account: town.engine.get('accounts', householdId),
    entries: readShelf(town, 'entries', householdId),
    seals: readShelf(town, 'seals', villageId),
  });
}

/** The first place where two lists differ, or null. */
function firstDifference(before: readonly Document[], after: readonly Document[]): number | null {
  const longest = Math.max(before.length, after.length);
  for (let at = 0; at < longest; at += 1) {
    const left = before[at];
    const right = after[at];
    if (!left || !right || !saysTheSame(left, right)) return at;
  }
  return null;
}

/** What verification must say, told from what was there before, not from any hash. */
export type Expected = { firstBadSequence: number | null; badSealDay: string | null } | null;

/** An account alone was changed: behind the last entry that both it and the entries know. */
function behindWhatBothKnow({ account, entries }: Books): number {
  const known = account?.sequence;
  const isCount = typeof known === 'number' && Number.isSafeInteger(known) && known > 0;
  return Math.min(entries.length, isCount ? known : 0) + 1;
}

/**
 * Entries that agree with each other and the account contradict a seal only: then the newest
 * sealed head before the change is the last that is vouched for.
 */
function behindTheLastKeptSeal(before: Books, changedAt: number, householdId: string): number {
  const heads = (before.seals as unknown as Seal[]).flatMap(({ leaves }) =>
    leaves.filter((leaf) => leaf.householdId === householdId).map(({ sequence }) => sequence),
  );
  return Math.max(0, ...heads.filter((sequence) => sequence <= changedAt)) + 1;
}

/** Where all that knows of an entry was made anew, and only a signature cannot be. */
function firstUnsignedDay(kind: string, before: Books, after: Books): Expected {
  if (kind !== 'rewrite-books' && kind !== 'cut-seals') return null;
  const at = kind === 'cut-seals' ? -1 : firstDifference(before.seals, after.seals);
  const named = at === null ? undefined : after.seals.at(at);
  return named ? { firstBadSequence: null, badSealDay: String(named.day) } : null;
}

/** Null where nothing was changed. */
export function expectedOf(
  before: Books,
  after: Books,
  { kind, householdId }: { kind: string; householdId: string },
): Expected {
  const unsigned = firstUnsignedDay(kind, before, after);
  if (unsigned) return unsigned;
  const entryAt = firstDifference(before.entries, after.entries);
  if (entryAt !== null) {
    const firstBadSequence =
      kind === 'rewrite-tail' ? behindTheLastKeptSeal(before, entryAt, householdId) : entryAt + 1;
    return { firstBadSequence, badSealDay: null };
  }
  if (!saysTheSame(before.account, after.account)) {
    return { firstBadSequence: behindWhatBothKnow(after), badSealDay: null };
  }
  const sealAt = firstDifference(before.seals, after.seals);
  if (sealAt === null) return null;
  const named = after.seals[sealAt] ?? before.seals.at(-1);
  return { firstBadSequence: null, badSealDay: String(named?.day) };
}
