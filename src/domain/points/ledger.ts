import { sha256Hex } from '../kernel/hash';
import { assert, refuse } from '../kernel/refusal';
import { addDays, dayOf, endOfDayMs, yearOf } from '../kernel/time';

/** Spendable points of one last day; oldest lots are spent first. */
export type Lot = {
  /** Last day they count, `YYYY-MM-DD`. */
  lastDay: string;
  free: number;
  held: number;
};

/** `accounts/{householdId}`: the one writer document of a household. */
export type Account = {
  householdId: string;
  villageId: string;
  honour: number;
  spendable: number;
  held: number;
  lots: Lot[];
  sequence: number;
  headHash: string;
};

export type EntryKind =
  | 'open'
  | 'award'
  | 'hold'
  | 'release'
  | 'redeem'
  | 'lapse'
  | 'remind'
  | 'restore'
  | 'reverse'
  | 'year-reset';

/** Why an entry stands: the record, order, reminder or date behind it. */
export type Cause = {
  kind: 'record' | 'order' | 'reminder' | 'date';
  id: string;
  title: string;
  /** Version of the rule it was decided by; 0 where none applies. */
  ruleVersion: number;
};

/** `entries/{householdId}.{sequence}`: immutable. Amounts are changes, signed. */
export type Entry = {
  householdId: string;
  villageId: string;
  sequence: number;
  kind: EntryKind;
  honour: number;
  spendable: number;
  held: number;
  lots: Lot[];
  cause: Cause;
  atMs: number;
  previousHash: string;
  hash: string;
};

/** What a holder of points took from which lots, so that it can be given back the same way. */
export type LotShare = { lastDay: string; points: number };

export type LedgerChange = { account: Account; entries: Entry[] };

/** Honour points every household starts a year with (domain default). */
export const honourBase = 100;
/** A reminder never takes honour points below this. */
export const honourFloor = 60;
/** Days more that points get when the shop could not hand over and their lot had lapsed. */
export const graceDaysWhenShopAtFault = 30;
const genesisHash = '0'.repeat(64);

/** Hash over every field of an entry in a fixed order, chained to the one before. */
export function entryHash(entry: Omit<Entry, 'hash'>): string {
  const { cause } = entry;
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
      [cause.kind, cause.id, cause.title, cause.ruleVersion],
      entry.atMs,
      entry.previousHash,
    ]),
  );
}

type Change = { kind: EntryKind; honour?: number; lots?: Lot[]; cause: Cause; atMs: number };

const sum = (lots: readonly Lot[], purse: 'free' | 'held') =>
  lots.reduce((total, lot) => total + lot[purse], 0);

function mergeLots(lots: readonly Lot[], changes: readonly Lot[]): Lot[] {
  const merged = new Map(lots.map((lot) => [lot.lastDay, { ...lot }]));
  for (const change of changes) {
    const lot = merged.get(change.lastDay) ?? { lastDay: change.lastDay, free: 0, held: 0 };
    lot.free += change.free;
    lot.held += change.held;
    assert(lot.free >= 0 && lot.held >= 0, 'a lot never goes negative');
    merged.set(change.lastDay, lot);
  }
  return [...merged.values()]
    .filter((lot) => lot.free !== 0 || lot.held !== 0)
    .sort((left, right) => (left.lastDay < right.lastDay ? -1 : 1));
}

/** The only place an entry is made: balance = Σ entries holds because both come from one change. */
function append({ account, entries }: LedgerChange, change: Change): LedgerChange {
  const lots = change.lots ?? [];
  const unhashed = {
    householdId: account.householdId,
    villageId: account.villageId,
    sequence: account.sequence + 1,
    kind: change.kind,
    honour: change.honour ?? 0,
    spendable: sum(lots, 'free'),
    held: sum(lots, 'held'),
    lots,
    cause: change.cause,
    atMs: change.atMs,
    previousHash: account.headHash,
  };
  const entry = { ...unhashed, hash: entryHash(unhashed) };
  const next: Account = {
    ...account,
    honour: account.honour + entry.honour,
    spendable: account.spendable + entry.spendable,
    held: account.held + entry.held,
    lots: mergeLots(account.lots, lots),
    sequence: entry.sequence,
    headHash: entry.hash,
  };
  assert(next.honour >= 0 && next.spendable >= 0 && next.held >= 0, 'no negative purse');
  assert([next.honour, next.spendable, next.held].every(Number.isSafeInteger), 'whole points');
  return { account: next, entries: [...entries, entry] };
}

const start = (account: Account): LedgerChange => ({ account, entries: [] });

/** A household's first entry: the honour base of the year. */
export function openAccount(householdId: string, villageId: string, atMs: number): LedgerChange {
  const account: Account = {
    householdId,
    villageId,
    honour: 0,
    spendable: 0,
    held: 0,
    lots: [],
    sequence: 0,
    headHash: genesisHash,
  };
  const title = `${yearOf(dayOf(atMs))}年荣誉分起点`;
  return append(start(account), {
    kind: 'open',
    honour: honourBase,
    cause: { kind: 'date', id: dayOf(atMs), title, ruleVersion: 0 },
    atMs,
  });
}

/** Last day of points posted at an instant: 31 December of the next year. */
export function lastDayOfLot(postedAtMs: number): string {
  return `${yearOf(dayOf(postedAtMs)) + 1}-12-31`;
}

/** Posts an award: honour points, and spendable points as a lot of the posting year. */
export function award(
  account: Account,
  amount: { honour: number; spendable: number },
  cause: Cause,
  atMs: number,
): LedgerChange {
  assert(amount.honour >= 0 && amount.spendable >= 0, 'an award only adds');
  const lots = amount.spendable
    ? [{ lastDay: lastDayOfLot(atMs), free: amount.spendable, held: 0 }]
    : [];
  return append(start(account), { kind: 'award', honour: amount.honour, lots, cause, atMs });
}

const lapsed = (lastDay: string, atMs: number) => endOfDayMs(lastDay) <= atMs;

/** Spendable points that still count at an instant. */
export function spendableAt(account: Account, atMs: number): number {
  return sum(
    account.lots.filter((lot) => !lapsed(lot.lastDay, atMs)),
    'free',
  );
}

/**
 * Moves points from spendable to held, oldest lots first.
 * @throws Refusal `points-not-enough`
 */
export function hold(
  account: Account,
  points: number,
  cause: Cause,
  atMs: number,
): LedgerChange & { shares: LotShare[] } {
  assert(Number.isSafeInteger(points) && points > 0, 'a hold is a positive number of points');
  const there = spendableAt(account, atMs);
  if (there < points) {
    refuse('points-not-enough', `积分差 ${points - there} 分。可以少换一些,或等新的积分入账。`, {
      missing: points - there,
    });
  }
  const shares: LotShare[] = [];
  let left = points;
  for (const lot of account.lots) {
    if (left === 0) break;
    const taken = lapsed(lot.lastDay, atMs) ? 0 : Math.min(left, lot.free);
    if (taken > 0) shares.push({ lastDay: lot.lastDay, points: taken });
    left -= taken;
  }
  const lots = shares.map((s) => ({ lastDay: s.lastDay, free: -s.points, held: s.points }));
  return { ...append(start(account), { kind: 'hold', lots, cause, atMs }), shares };
}

/** Hand-over: held points are spent for good. */
export function redeem(
  account: Account,
  shares: readonly LotShare[],
  cause: Cause,
  atMs: number,
): LedgerChange {
  const lots = shares.map((s) => ({ lastDay: s.lastDay, free: 0, held: -s.points }));
  return append(start(account), { kind: 'redeem', lots, cause, atMs });
}

/**
 * Cancel or expiry: held points go back to their lots. What went back into a lapsed lot lapses at
 * once, unless the shop was at fault: then it counts 30 days more.
 */
export function release(
  account: Account,
  shares: readonly LotShare[],
  cause: Cause,
  atMs: number,
  options: { shopAtFault: boolean },
): LedgerChange {
  const graceDay = addDays(dayOf(atMs), graceDaysWhenShopAtFault);
  const lots = shares.flatMap((share): Lot[] => {
    const grace = options.shopAtFault && lapsed(share.lastDay, atMs);
    if (!grace) return [{ lastDay: share.lastDay, free: share.points, held: -share.points }];
    return [
      { lastDay: share.lastDay, free: 0, held: -share.points },
      { lastDay: graceDay, free: share.points, held: 0 },
    ];
  });
  return lapse(append(start(account), { kind: 'release', lots, cause, atMs }), atMs);
}

/** Takes away free points of lots past their last day; nothing where there are none. */
export function lapse(change: LedgerChange, atMs: number): LedgerChange {
  const gone = change.account.lots.filter((lot) => lot.free > 0 && lapsed(lot.lastDay, atMs));
  if (gone.length === 0) return change;
  return append(change, {
    kind: 'lapse',
    lots: gone.map((lot) => ({ lastDay: lot.lastDay, free: -lot.free, held: 0 })),
    cause: { kind: 'date', id: dayOf(atMs), title: '到期积分失效', ruleVersion: 0 },
    atMs,
  });
}

/** The lot that lapses next, for “年底前要用 14 分”. */
export function nextLapse(account: Account, atMs: number): { points: number; day: string } | null {
  const lot = account.lots.find((each) => each.free > 0 && !lapsed(each.lastDay, atMs));
  return lot ? { points: lot.free, day: lot.lastDay } : null;
}

/** Recomputes a chain in order of sequence and names the first bad entry, if any. */
export function verifyChain(
  account: Account,
  entries: readonly Entry[],
): { sound: boolean; firstBadSequence: number | null } {
  let head = genesisHash;
  const total = { honour: 0, spendable: 0, held: 0 };
  for (const [index, entry] of entries.entries()) {
    const { hash, ...unhashed } = entry;
    const expected = index + 1;
    const sound =
      entry.sequence === expected &&
      entry.householdId === account.householdId &&
      entry.previousHash === head &&
      entryHash(unhashed) === hash;
    if (!sound) return { sound: false, firstBadSequence: expected };
    head = hash;
    total.honour += entry.honour;
    total.spendable += entry.spendable;
    total.held += entry.held;
  }
  const whole =
    account.sequence === entries.length &&
    account.headHash === head &&
    account.honour === total.honour &&
    account.spendable === total.spendable &&
    account.held === total.held &&
    sum(account.lots, 'free') === total.spendable &&
    sum(account.lots, 'held') === total.held;
  return whole
    ? { sound: true, firstBadSequence: null }
    : { sound: false, firstBadSequence: Math.min(entries.length, account.sequence) + 1 };
}
