import mongoose from 'mongoose';
import type { Engine } from '../../../local-cloud/engine';
import type { Random } from '../../support/random';
import { openMedici } from '../medici/driver';
import { loaderFor } from './load';
import type { Book, Operation } from './measure';
import { villageId } from './ours';

export const bookName = 'points';
/** Three parts, so that medici's index on whole account names serves it. */
export const account = `Households:${villageId}:1`;
export const source = `Issued:${villageId}:all`;
const transactions = 'medici_transactions';
const journals = 'medici_journals';
const yearsOfHistoryMs = 2 * 365 * 86_400_000;

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
 * out: neither posting nor a balance ever reads an old one. They end now: medici's ids carry the
 * time they are made, and its snapshots take later ids for later entries.
 */
async function loadMedici(engine: Engine, entries: number, random: Random): Promise<void> {
  const loader = loaderFor(engine);
  const newestMs = Date.now();
  const idAt = (atMs: number) =>
    mongoose.Types.ObjectId.createFromTime(Math.floor(atMs / 1000))
      .toHexString()
      .slice(0, 8);
  for (let number = 0; number < entries; number += 1) {
    const atMs = Math.floor(newestMs - yearsOfHistoryMs * (1 - number / entries));
    const tail = number.toString(16).padStart(15, '0');
    const journal = `${idAt(atMs)}${tail}0`;
    const points = 1 + random.integer(8);
    const own = { _id: `${idAt(atMs)}${tail}1`, ...rowOf(account, points, journal, atMs) };
    const other = { _id: `${idAt(atMs)}${tail}2`, ...rowOf(source, -points, journal, atMs) };
    await loader.add(transactions, own);
    await loader.add(transactions, other);
  }
  await loader.end();
}

/** A balance of yesterday is computed anew behind the caller's back. */
async function untilBackgroundIsDone(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

const daySec = 86_400;

type Medici = Awaited<ReturnType<typeof openMedici>>;
type MediciBook = InstanceType<Medici['Book']>;
type Entry = ReturnType<MediciBook['entry']>;
type Commit = (entry: Entry, options?: Parameters<Entry['commit']>[0]) => Promise<void>;

/** One medici on one engine, and which journals the bench has added to it. */
type Bench = { medici: Medici; engine: Engine; commit: Commit; restore: () => Promise<void> };

function benchOf(medici: Medici, engine: Engine): Bench {
  const added = new Set<string>();
  return {
    medici,
    engine,
    async commit(entry, options) {
      added.add(entry.journal._id.toHexString());
      await entry.commit(options);
    },
    async restore() {
      await untilBackgroundIsDone();
      for (const journal of added) {
        await engine.remove(transactions, { _journal: journal });
        await engine.remove(journals, { _id: journal });
      }
      added.clear();
    },
  };
}

/** As its README shows it: write, look at the balance, lock the account, or throw it all away. */
async function spendSafely({ medici, commit }: Bench, book: MediciBook): Promise<void> {
  await medici.mongoTransaction(async (session) => {
    await commit(book.entry('香皂').debit(account, 1).credit(source, 1), { session });
    const { balance } = await book.balance({ account }, { session });
    if (balance < 0) throw new RangeError('not enough');
    await book.writelockAccounts([account], { session });
  });
}

const deedOf = (book: MediciBook) => book.entry('植树治沙').debit(source, 5).credit(account, 5);

function postSafely({ medici, commit }: Bench, book: MediciBook): Promise<void> {
  return medici.mongoTransaction(async (session) => {
    await commit(deedOf(book), { session, writelockAccounts: [account] });
  });
}

/** Balances with snapshots of every age, and what a snapshot does for spending. */
function withSnapshots(bench: Bench): Operation[] {
  const { medici, engine, commit } = bench;
  const caching = new medici.Book(bookName);
  const forgetting = new medici.Book(bookName, {
    balanceSnapshotSec: 0.001,
    expireBalanceSnapshotSec: 2 * daySec,
  });
  const forget = () => engine.remove('medici_balances', {});
  const read = (book: MediciBook) => () => book.balance({ account });
  const snapshot = () => forget().then(read(caching));
  // Without a new entry medici leaves an old snapshot alone.
  const snapshotOfYesterday = async () => {
    await snapshot();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await commit(deedOf(caching));
  };
  const yesterday = { prepare: snapshotOfYesterday, long: true };
  return [
    { name: 'balance, first of a snapshot', prepare: forget, run: read(caching), long: true },
    {
      name: 'balance, snapshot of today',
      ...{ prepare: snapshot, run: read(caching), long: true, runs: 20 },
    },
    { name: 'balance, snapshot of yesterday', ...yesterday, run: read(forgetting) },
    {
      name: 'balance, snapshot of yesterday, until its recount is done',
      ...yesterday,
      run: () => read(forgetting)().then(untilBackgroundIsDone),
    },
    {
      name: 'spend, safe, snapshot of today',
      ...{ prepare: snapshot, run: () => spendSafely(bench, caching), long: true },
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
  const bench = benchOf(medici, engine);
  const summing = new medici.Book(bookName, { balanceSnapshotSec: 0 });
  const balance = () => summing.balance({ account });
  const page = { account, perPage: 20, page: 1 };
  return {
    method: 'medici',
    restore: bench.restore,
    operations: [
      { name: 'post, plain', run: () => bench.commit(deedOf(summing)) },
      { name: 'post, safe mode', run: () => postSafely(bench, summing) },
      { name: 'balance, no snapshots', run: balance, long: true },
      ...withSnapshots(bench),
      { name: 'spend, safe, no snapshots', run: () => spendSafely(bench, summing), long: true },
      { name: 'page: newest', run: () => summing.ledger(page), long: true },
    ],
  };
}
