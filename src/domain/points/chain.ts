import { sha256Hex } from '../kernel/hash';
import { dayOf, quarterOf, yearOf } from '../kernel/time';
import type { Account, Entry, Lot } from './ledger-types';

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

/** Last day before the timer has to look: the first lot that lapses, or the end of the year. */
export function dueDayOf(lots: readonly Lot[], honourYear: number): string {
  const yearEnd = `${honourYear}-12-31`;
  const first = lots.find((lot) => lot.free > 0)?.lastDay ?? yearEnd;
  return first < yearEnd ? first : yearEnd;
}

/** The account once an entry stands; a pure sum, so that a chain alone gives the account. */
export function applyEntry(account: Account, entry: Entry): Account {
  const lots = mergeLots(account.lots, entry.lots);
  const newYear = entry.kind === 'open' || entry.kind === 'year-reset';
  const honourYear = newYear ? yearOf(dayOf(entry.atMs)) : account.honourYear;
  return {
    ...account,
    honour: account.honour + entry.honour,
    spendable: account.spendable + entry.spendable,
    held: account.held + entry.held,
    lots,
    sequence: entry.sequence,
    headHash: entry.hash,
    honourYear,
    dueDay: dueDayOf(lots, honourYear),
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

/**
 * Recomputes a chain in order of sequence and names the first bad entry, if any. Where every entry
 * is sound but the account is not their sum, it names the place behind the last one both know.
 */
export function verifyChain(account: Account, entries: readonly Entry[]): ChainCheck {
  let rebuilt = emptyAccount(account.householdId, account.villageId);
  for (const [index, entry] of entries.entries()) {
    const expected = index + 1;
    const { hash, ...unhashed } = entry;
    const chained =
      entry.sequence === expected &&
      entry.householdId === account.householdId &&
      entry.villageId === account.villageId &&
      entry.previousHash === rebuilt.headHash &&
      entryHash(unhashed) === hash;
    if (!chained) return { sound: false, firstBadSequence: expected };
    rebuilt = applyEntry(rebuilt, entry);
    if (!noPurseIsNegative(rebuilt) || !purseSumsAgree(rebuilt, entry)) {
      return { sound: false, firstBadSequence: expected };
    }
  }
  if (fingerprint(rebuilt) === fingerprint(account)) return { sound: true, firstBadSequence: null };
  const bothKnow = Math.min(entries.length, Number(account.sequence) || 0);
  return { sound: false, firstBadSequence: bothKnow + 1 };
}
