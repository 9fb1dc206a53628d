import { endOfDayMs } from '../../src/domain/kernel/time';
import {
  type Account,
  award,
  type Cause,
  type Entry,
  hold,
  openAccount,
  redeem,
  settleDay,
} from '../../src/domain/ledger/ledger';
import { type Random, randomFrom } from '../support/random';

const fields = ['ecology', 'order', 'neighbours', 'civility', 'learning'];
const everyTenth = 10;

export type HistoryPlan = {
  householdId: string;
  villageId: string;
  /** Entries wanted; a year's end may add one or two. */
  entries: number;
  fromMs: number;
  toMs: number;
};

/** Shaped like the ids of the product: 26 digits, in order of time. */
export function idOf(number: number): string {
  return `01${String(number).padStart(24, '0')}`;
}

function deedCause(random: Random, number: number): Cause {
  return {
    kind: 'record',
    id: idOf(number),
    title: '植树治沙',
    ruleVersion: 1,
    fieldId: random.pick(fields),
    why: ['评议小组抽 3 人,2 人同意。'],
  };
}

function* trade(account: Account, number: number, atMs: number): Generator<Entry, Account> {
  const cause: Cause = { kind: 'order', id: idOf(number), title: '香皂', ruleVersion: 0 };
  const held = hold(account, Math.min(account.spendable, 20), cause, atMs);
  yield* held.entries;
  const spent = redeem(held.account, held.shares, cause, atMs + 1);
  yield* spent.entries;
  return spent.account;
}

/**
 * The life of one household through the domain's own rules: awards, now and then a redemption,
 * year ends. The same random source gives the same life.
 * @returns the account as the entries leave it
 */
export function* historyOf(
  { householdId, villageId, entries, fromMs, toMs }: HistoryPlan,
  random: Random,
): Generator<Entry, Account> {
  const opened = openAccount(householdId, villageId, fromMs);
  yield* opened.entries;
  let account = opened.account;
  while (account.sequence < entries) {
    const atMs = Math.floor(fromMs + ((toMs - fromMs) * account.sequence) / entries);
    if (endOfDayMs(account.dueDay) <= atMs) {
      const settled = settleDay(account, atMs);
      yield* settled.entries;
      account = settled.account;
    }
    const number = account.sequence + 1;
    if (number % everyTenth === 0 && account.spendable > 0) {
      account = yield* trade(account, number, atMs);
      continue;
    }
    const points = 1 + random.integer(8);
    const amount = { honour: points, spendable: points };
    const change = award(account, amount, deedCause(random, number), atMs);
    yield* change.entries;
    account = change.account;
  }
  return account;
}

/** A seed of its own for each part, so that one part's length does not move the others. */
export function randomOf(seed: number, part: string): Random {
  let mixed = seed >>> 0;
  for (const letter of part) mixed = (Math.imul(mixed, 31) + letter.charCodeAt(0)) >>> 0;
  return randomFrom(mixed);
}
