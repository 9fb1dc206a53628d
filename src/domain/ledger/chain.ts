import { sha256Hex } from '../kernel/hash';
import { dayOf, quarterOf, yearOf } from '../kernel/time';
import { holds, looksLikeAnAccount, looksLikeAnEntry } from './entry-shape';
import type { Account, Entry, Lot } from './types';

export const genesisHash = '0'.repeat(64);

/** Hash over every field of an entry in a fixed order, chained to the one before. */
export function entryHash(entry: Omit<Entry, 'hash'>): string {
  const { cause, after } = entry;
  return sha256Hex(
    JSON.stringify([
      entry.householdId,
      entry.villageId,
      entry.sequence,
      entry.kind,
      entry.honour,
      entry.spendable,
      entry.held,
      entry.lots.map((lot) => [lot.lastDay, lot.free, lot.held]),
      [after.honour, after.spendable, after.held],
      [cause.kind, cause.id, cause.title, cause.ruleVersion, cause.fieldId ?? '', cause.why ?? []],
      entry.atMs,
      entry.quarter,
      entry.previousHash,
    ]),
  );
}

/** Lots after changes, oldest first, empty ones gone. */
export function mergeLots(lots: readonly Lot[], changes: readonly Lot[]): Lot[] {
  const merged = new Map(lots.map((lot) => [lot.lastDay, { ...lot }]));
  for (const change of changes) {
    const lot = merged.get(change.lastDay) ?? { lastDay: change.lastDay, free: 0, held: 0 };
    lot.free += change.free;
    lot.held += change.held;
    merged.set(change.lastDay, lot);
  }
  return [...merged.values()]
    .filter((lot) => lot.free !== 0 || lot.held !== 0)
    .sort((left, right) => (left.lastDay < right.lastDay ? -1 : 1));
}

/** A day that never comes: nothing is left to do in an account that has ended and is empty. */
const never = '9999-12-31';

/**
 * Last day before the timer has to look: the first lot that lapses, or the end of the year, which
 * an account that has ended does not see.
 */
export function dueDayOf(lots: readonly Lot[], honourYear: number, isOver = false): string {
  const yearEnd = isOver ? never : `${honourYear}-12-31`;
  const first = lots.find((lot) => lot.free > 0)?.lastDay ?? yearEnd;
  return first < yearEnd ? first : yearEnd;
}

/** What an entry says of the end of its household; what an earlier one said stays. */
function endedBy(account: Account, { kind, cause, atMs }: Entry): Pick<Account, 'ended'> {
  if (account.ended) return { ended: account.ended };
  if (kind === 'merge-out') return { ended: { day: dayOf(atMs), into: cause.id } };
  return kind === 'end' ? { ended: { day: dayOf(atMs), into: null } } : {};
}

/** The account once an entry stands; a pure sum, so that a chain alone gives the account. */
export function applyEntry(account: Account, entry: Entry): Account {
  const lots = mergeLots(account.lots, entry.lots);
  const newYear = entry.kind === 'open' || entry.kind === 'year-reset';
  const honourYear = newYear ? yearOf(dayOf(entry.atMs)) : account.honourYear;
  const over = endedBy(account, entry);
  return {
    ...account,
    ...over,
    honour: account.honour + entry.honour,
    spendable: account.spendable + entry.spendable,
    held: account.held + entry.held,
    lots,
    sequence: entry.sequence,
    headHash: entry.hash,
    honourYear,
    dueDay: dueDayOf(lots, honourYear, over.ended !== undefined),
  };
}

export function emptyAccount(householdId: string, villageId: string): Account {
  return {
    townId: 'town',
    householdId,
    villageId,
    honour: 0,
    spendable: 0,
    held: 0,
    lots: [],
    sequence: 0,
    headHash: genesisHash,
    honourYear: 0,
    dueDay: dueDayOf([], 0),
  };
}

/** Every field an account must have; what a store adds beside them does not count. */
function fingerprint(account: Account): string {
  return JSON.stringify([
    account.townId,
    account.householdId,
    account.villageId,
    [account.honour, account.spendable, account.held],
    account.lots.map((lot) => [lot.lastDay, lot.free, lot.held]),
    [account.sequence, account.headHash, account.honourYear, account.dueDay],
    account.ended ? [account.ended.day, account.ended.into] : [],
  ]);
}

function noPurseIsNegative({ honour, spendable, held, lots }: Account): boolean {
  const amounts = [honour, spendable, held, ...lots.flatMap((lot) => [lot.free, lot.held])];
  return amounts.every((amount) => Number.isSafeInteger(amount) && amount >= 0);
}

function purseSumsAgree(account: Account, entry: Entry): boolean {
  const sum = (lots: readonly Lot[], purse: 'free' | 'held') =>
    lots.reduce((total, lot) => total + lot[purse], 0);
  return (
    entry.spendable === sum(entry.lots, 'free') &&
    entry.held === sum(entry.lots, 'held') &&
    entry.after.honour === account.honour &&
    entry.after.spendable === account.spendable &&
    entry.after.held === account.held &&
    entry.quarter === quarterOf(dayOf(entry.atMs))
  );
}

export type ChainCheck = { sound: boolean; firstBadSequence: number | null };

/** Whether an entry is whole and follows on the account so far. */
function follows(account: Head, entry: Entry): boolean {
  const { hash, ...unhashed } = entry;
  return (
    entry.sequence === account.sequence + 1 &&
    entry.householdId === account.householdId &&
    entry.villageId === account.villageId &&
    entry.previousHash === account.headHash &&
    looksLikeAnEntry(entry) &&
    entryHash(unhashed) === hash
  );
}

/** How far a chain is known: what a seal keeps of it, and what an account says of itself. */
export type Head = Pick<Account, 'householdId' | 'villageId' | 'sequence' | 'headHash'>;

/** Whether a chain goes on from one head to another, and these entries are the way. */
export function chainLeadsOn(from: Head, entries: readonly Entry[], to: Head): boolean {
  let head = from;
  for (const entry of entries) {
    const before = head;
    if (!holds(() => follows(before, entry))) return false;
    head = { ...head, sequence: entry.sequence, headHash: entry.hash };
  }
  return head.sequence === to.sequence && head.headHash === to.headHash;
}

/** The account that the entries give, up to the first bad one. */
function rebuild(start: Account, entries: readonly Entry[]): Account {
  let account = start;
  for (const entry of entries) {
    const next = holds(() => follows(account, entry)) ? applyEntry(account, entry) : null;
    if (!next || !noPurseIsNegative(next) || !purseSumsAgree(next, entry)) return account;
    account = next;
  }
  return account;
}

/**
 * Recomputes a chain in order of sequence and names the first bad entry, if any. Where every entry
 * is sound but the account is not their sum, it names the place behind the last one both know.
 * @param account null where there are entries and no account
 */
export function verifyChain(
  account: Account | null,
  entries: readonly Entry[],
  of: Pick<Account, 'householdId' | 'villageId'> | null = account,
): ChainCheck {
  const rebuilt = rebuild(emptyAccount(of?.householdId ?? '', of?.villageId ?? ''), entries);
  if (rebuilt.sequence < entries.length) {
    return { sound: false, firstBadSequence: rebuilt.sequence + 1 };
  }
  const agrees = (known: Account) =>
    looksLikeAnAccount(known) && fingerprint(rebuilt) === fingerprint(known);
  if (account && holds(() => agrees(account))) return { sound: true, firstBadSequence: null };
  const known = account?.sequence;
  const bothKnow = Number.isSafeInteger(known) && known !== undefined && known > 0 ? known : 0;
  return { sound: false, firstBadSequence: Math.min(entries.length, bothKnow) + 1 };
}
