import { assert } from '../kernel/refusal';
import { dayOf, quarterOf } from '../kernel/time';
import { applyEntry, entryHash } from './chain';
import type { Account, Cause, EntryKind, LedgerChange, Lot } from './types';

type Change = { kind: EntryKind; honour?: number; lots?: Lot[]; cause: Cause; atMs: number };

/** Points of a purse in some lots. */
export const sum = (lots: readonly Lot[], purse: 'free' | 'held') =>
  lots.reduce((total, lot) => total + lot[purse], 0);

/** The only place an entry is made: balance = Σ entries holds because both come from one change. */
export function append({ account, entries }: LedgerChange, change: Change): LedgerChange {
  const lots = change.lots ?? [];
  const amounts = {
    honour: change.honour ?? 0,
    spendable: sum(lots, 'free'),
    held: sum(lots, 'held'),
  };
  const unhashed = {
    householdId: account.householdId,
    villageId: account.villageId,
    sequence: account.sequence + 1,
    kind: change.kind,
    ...amounts,
    lots,
    after: {
      honour: account.honour + amounts.honour,
      spendable: account.spendable + amounts.spendable,
      held: account.held + amounts.held,
    },
    cause: change.cause,
    atMs: change.atMs,
    quarter: quarterOf(dayOf(change.atMs)),
    previousHash: account.headHash,
  };
  const entry = { ...unhashed, hash: entryHash(unhashed) };
  const next = applyEntry(account, entry);
  assert(next.honour >= 0 && next.spendable >= 0 && next.held >= 0, 'no negative purse');
  assert([next.honour, next.spendable, next.held].every(Number.isSafeInteger), 'whole points');
  const lotsStand = next.lots.every((lot) => lot.free >= 0 && lot.held >= 0);
  assert(lotsStand, 'a lot never goes negative');
  return { account: next, entries: [...entries, entry] };
}

/** An account nothing was done to yet. */
export const start = (account: Account): LedgerChange => ({ account, entries: [] });
