import type { Account, Entry } from '../../../src/domain/ledger/ledger';
import { compare, type Data, sha256, sum } from './data';

/**
 * The hash an entry must have, written down a second time: a field the product forgot to hash is
 * found because this one did not forget it.
 */
function hashOf(entry: Entry): string {
  const { cause, after } = entry;
  const fields = [
    ...[entry.householdId, entry.villageId, entry.sequence, entry.kind],
    ...[entry.honour, entry.spendable, entry.held],
    entry.lots.map((lot) => [lot.lastDay, lot.free, lot.held]),
    [after.honour, after.spendable, after.held],
    [cause.kind, cause.id, cause.title, cause.ruleVersion, cause.fieldId ?? '', cause.why ?? []],
    ...[entry.atMs, entry.quarter, entry.previousHash],
  ];
  return sha256([JSON.stringify(fields)]).toString('hex');
}

function lotsOf(entries: readonly Entry[]) {
  const lots = new Map<string, { lastDay: string; free: number; held: number }>();
  for (const change of entries.flatMap((entry) => entry.lots)) {
    const lot = lots.get(change.lastDay) ?? { lastDay: change.lastDay, free: 0, held: 0 };
    lot.free += change.free;
    lot.held += change.held;
    lots.set(change.lastDay, lot);
  }
  return [...lots.values()]
    .filter((lot) => lot.free !== 0 || lot.held !== 0)
    .sort((left, right) => left.lastDay.localeCompare(right.lastDay));
}

/** Each entry follows the one before it, and its purses are the sum so far, none below zero. */
function checkChain(householdId: string, entries: readonly Entry[]): string[] {
  let previousHash = '0'.repeat(64);
  const after = { honour: 0, spendable: 0, held: 0 };
  return entries.flatMap((entry, index) => {
    const name = `entry ${householdId}.${index + 1}`;
    after.honour += entry.honour;
    after.spendable += entry.spendable;
    after.held += entry.held;
    const found = [
      ...compare(`${name} sequence`, entry.sequence, index + 1),
      ...compare(`${name} previous hash`, entry.previousHash, previousHash),
      ...compare(`${name} hash`, entry.hash, hashOf(entry)),
      ...compare(`${name} purses`, entry.after, after),
      ...compare(`${name} free lots`, entry.spendable, sum(entry.lots.map((lot) => lot.free))),
      ...compare(`${name} held lots`, entry.held, sum(entry.lots.map((lot) => lot.held))),
      ...(Math.min(after.honour, after.spendable, after.held) < 0 ? [`${name} below zero`] : []),
    ];
    previousHash = entry.hash;
    return found;
  });
}

function checkAccount(account: Account, entries: readonly Entry[]): string[] {
  const { householdId } = account;
  const name = `account ${householdId}`;
  const lots = account.lots.map(({ lastDay, free, held }) => ({ lastDay, free, held }));
  const total = (purse: 'honour' | 'spendable' | 'held') => sum(entries.map((each) => each[purse]));
  return [
    ...checkChain(householdId, entries),
    ...compare(`${name} honour`, account.honour, total('honour')),
    ...compare(`${name} spendable`, account.spendable, total('spendable')),
    ...compare(`${name} held`, account.held, total('held')),
    ...compare(`${name} lots`, lots, lotsOf(entries)),
    ...compare(`${name} sequence`, account.sequence, entries.length),
    ...compare(`${name} head`, account.headHash, entries.at(-1)?.hash),
    ...lots
      .filter((lot) => Math.min(lot.free, lot.held) < 0)
      .map(({ lastDay }) => `${name} lot of ${lastDay} below zero`),
  ];
}

const crossings = { 'split-out': 'split-in', 'merge-out': 'merge-in', 'carry-out': 'carry-in' };

/** What left one account arrived in the other, lot by lot, at the same moment, and nothing else. */
function checkCrossings({ entriesOf }: Data): string[] {
  const all = [...entriesOf.values()].flat();
  const name = (kind: string, from: string, into: string, atMs: number, lots: string) =>
    `${kind} ${from} → ${into} at ${atMs}: ${lots}`;
  const lots = ({ lots: changes }: Entry, sign: 1 | -1) =>
    changes.map(({ lastDay, free, held }) => `${lastDay} ${sign * free} ${held}`).join(', ');
  const left = all.flatMap((entry) => {
    const kind = crossings[entry.kind as keyof typeof crossings];
    const { householdId, cause, atMs } = entry;
    return kind ? [name(kind, householdId, cause.id, atMs, lots(entry, -1))] : [];
  });
  const arrived = all.flatMap((entry) => {
    const { kind, householdId, cause, atMs } = entry;
    const isArrival = Object.values(crossings).includes(kind);
    return isArrival ? [name(kind, cause.id, householdId, atMs, lots(entry, 1))] : [];
  });
  return compare('what went from one account to another', arrived.sort(), left.sort());
}

/** An account has ended where its entries say so; one that was merged is empty and stays so. */
function checkEnded(account: Account, entries: readonly Entry[]): string[] {
  const { householdId, ended, spendable, held } = account;
  const end = entries.find(({ kind }) => kind === 'merge-out' || kind === 'end');
  const into = end?.kind === 'merge-out' ? end.cause.id : null;
  const later = end ? entries.slice(end.sequence) : [];
  const strange = later.filter(
    ({ kind }) =>
      !['award', 'carry-out', 'carry-in', 'lapse', 'end', 'release', 'reverse'].includes(kind),
  );
  return [
    ...compare(`end of ${householdId}`, ended?.into, end ? into : undefined),
    ...compare(`left in merged ${householdId}`, into === null ? 0 : spendable + held, 0),
    ...strange.map(({ kind }) => `${householdId} has ended, and then a ${kind}`),
  ];
}

/**
 * Purse = Σ entries, no purse below zero, chains verify, no entry without an account, nothing lost
 * or found on the way from one account to another.
 */
export function ledgerViolations(data: Data): string[] {
  const { accounts, entriesOf } = data;
  const known = new Set(accounts.map((account) => account.householdId));
  const strays = [...entriesOf.keys()].filter((householdId) => !known.has(householdId));
  return [
    ...accounts.flatMap((account) => {
      const entries = entriesOf.get(account.householdId) ?? [];
      return [...checkAccount(account, entries), ...checkEnded(account, entries)];
    }),
    ...checkCrossings(data),
    ...strays.map((householdId) => `entries of ${householdId} belong to no account`),
  ];
}
