import mongoose from 'mongoose';
import type { Engine } from '../../../local-cloud/engine';
import type { Random } from '../../support/random';
import { openMedici } from '../medici/driver';
import { loaderFor } from './load';
import type { Book, Operation } from './measure';
import { benchNowMs, villageId } from './ours';

export const bookName = 'points';
/** Three parts, so that medici's index on whole account names serves it. */
export const account = `Households:${villageId}:1`;
export const source = `Issued:${villageId}:all`;
const transactions = 'medici_transactions';
const oldestMs = Date.parse('2025-01-02T09:00:00+08:00');

function rowOf(name: string, amount: number, journal: string, atMs: number) {
  return {
    _journal: journal,
    account_path: name.split(':'),
    accounts: name,
    book: bookName,
    credit: Math.max(0, amount),
    datetime: new Date(atMs),
    debit: Math.max(0, -amount),
    memo: '植树治沙',
    timestamp: new Date(atMs),
  };
}

/**
 * Rows as medici's own `commit` writes them, two to an entry. The journals beside them are left
 * out: neither posting nor a balance ever reads an old one.
 */
export async function loadMedici(engine: Engine, entries: number, random: Random): Promise<void> {
  const loader = loaderFor(engine);
  const newId = (atMs: number) =>
    mongoose.Types.ObjectId.createFromTime(Math.floor(atMs / 1000))
      .toHexString()
      .slice(0, 8);
  for (let number = 0; number < entries; number += 1) {
    const atMs = Math.floor(oldestMs + ((benchNowMs - oldestMs) * number) / entries);
    const tail = number.toString(16).padStart(15, '0');
    const journal = `${newId(atMs)}${tail}0`;
    const points = 1 + random.integer(8);
    const own = { _id: `${newId(atMs)}${tail}1`, ...rowOf(account, points, journal, atMs) };
    const other = { _id: `${newId(atMs)}${tail}2`, ...rowOf(source, -points, journal, atMs) };
    await loader.add(transactions, own);
    await loader.add(transactions, other);
  }
  await loader.end();
}

/** A balance of yesterday is computed anew behind the caller's back; the bench waits for it. */
async function untilBackgroundIsDone(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

const daySec = 86_400;

type Medici = Awaited<ReturnType<typeof openMedici>>;
export type MediciBook = InstanceType<Medici['Book']>;

/** As its README shows it: write, look at the balance, lock the account, or throw it all away. */
export async function spendSafely(
  medici: Medici,
  book: MediciBook,
  points: number,
): Promise<boolean> {
  let enough = false;
  await medici
    .mongoTransaction(async (session) => {
      const entry = book.entry('香皂').debit(account, points).credit(source, points);
      await entry.commit({ session });
      const { balance } = await book.balance({ account }, { session });
      enough = balance >= 0;
      if (!enough) throw new RangeError('not enough');
      await book.writelockAccounts([account], { session });
    })
    .catch((error: unknown) => {
      if (!(error instanceof RangeError)) throw error;
    });
  return enough;
}

export function postSafely(medici: Medici, book: MediciBook, points: number): Promise<void> {
  return medici.mongoTransaction(async (session) => {
    const entry = book.entry('植树治沙').debit(source, points).credit(account, points);
    await entry.commit({ session, writelockAccounts: [account] });
  });
}

function balances(engine: Engine, medici: Medici, summing: MediciBook): Operation[] {
  const caching = new medici.Book(bookName);
  const forgetting = new medici.Book(bookName, {
    balanceSnapshotSec: 0.001,
    expireBalanceSnapshotSec: 2 * daySec,
  });
  const forget = () => engine.remove('medici_balances', {});
  const read = (book: MediciBook) => () => book.balance({ account });
  // Without a new entry medici leaves an old snapshot alone.
  const postSomething = async () => {
    await read(caching)();
    await summing.entry('植树治沙').debit(source, 5).credit(account, 5).commit();
  };
  return [
    { name: 'balance, no snapshots', run: read(summing), long: true },
    { name: 'balance, first of a snapshot', prepare: forget, run: read(caching), long: true },
    { name: 'balance, snapshot of today', prepare: read(caching), run: read(caching), long: true },
    {
      name: 'balance, snapshot of yesterday',
      prepare: postSomething,
      run: () => read(forgetting)().then(untilBackgroundIsDone),
      long: true,
    },
  ];
}

/** The real medici, plain and in its safe mode, with its snapshots and without. */
export async function openMediciBook(
  engine: Engine,
  entries: number,
  random: Random,
): Promise<Book> {
  const medici = await openMedici();
  await loadMedici(engine, entries, random);
  const summing = new medici.Book(bookName, { balanceSnapshotSec: 0 });
  const caching = new medici.Book(bookName);
  const plain = () => summing.entry('植树治沙').debit(source, 5).credit(account, 5).commit();
  const page = { account, perPage: 20, page: 1 };
  return {
    method: 'medici',
    operations: [
      { name: 'post, plain', run: plain },
      { name: 'post, safe mode', run: () => postSafely(medici, summing, 5) },
      ...balances(engine, medici, summing),
      {
        name: 'spend, safe, no snapshots',
        run: () => spendSafely(medici, summing, 1),
        long: true,
      },
      {
        name: 'spend, safe, snapshot of today',
        prepare: () => caching.balance({ account }),
        run: () => spendSafely(medici, caching, 1),
        long: true,
      },
      { name: 'page: newest', run: () => summing.ledger(page), long: true },
    ],
  };
}
