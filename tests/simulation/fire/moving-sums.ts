import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startCloudProcess } from '../../support/cloud-process';
import { type Random, randomFrom } from '../../support/random';
import { type Database, databaseAt, holds, type WireTransaction } from './wire';

export type MovingResult = {
  transfers: number;
  conflicts: number;
  /** Sums over a transaction's snapshot, one document at a time. */
  snapshotSums: number;
  /** Sums over one query. */
  querySums: number;
};
export type MovingOptions = { transfers: number; seed: number; writers?: number };

const collection = 'fire-purses';
const purses = 10;
const startAmount = 1000;
const readers = 4;
const idOf = (index: number) => `purse-${index}`;

type Purse = { amount: number };

async function amountIn(t: WireTransaction, index: number): Promise<number> {
  const { data } = await t.collection(collection).doc(idOf(index)).get();
  return (data as Purse).amount;
}

/** Moves an amount between two purses; false where somebody else was faster. */
async function transfer(db: Database, random: Random): Promise<boolean> {
  const [from, to] = random.shuffle(Array.from({ length: purses }, (_, index) => index));
  if (from === undefined || to === undefined) return false;
  const t = await db.startTransaction();
  try {
    const [left, right] = [await amountIn(t, from), await amountIn(t, to)];
    const amount = 1 + random.integer(50);
    const purse = (index: number) => t.collection(collection).doc(idOf(index));
    await purse(from).set({ amount: left - amount });
    await purse(to).set({ amount: right + amount });
    await t.commit();
    return true;
  } catch (error) {
    await t.rollback().catch(() => undefined);
    const { code } = error as { code?: string };
    holds(/CONFLICT|TRANSACTION/.test(String(code)), `a transfer failed with ${code}`);
    return false;
  }
}

async function sumOfSnapshot(db: Database): Promise<number> {
  const t = await db.startTransaction();
  let sum = 0;
  for (let index = 0; index < purses; index += 1) sum += await amountIn(t, index);
  await t.rollback();
  return sum;
}

async function sumOfQuery(db: Database): Promise<number> {
  const { data } = await db.collection(collection).limit(100).get();
  return (data as Purse[]).reduce((sum, { amount }) => sum + amount, 0);
}

async function move(db: Database, options: MovingOptions): Promise<MovingResult> {
  const { transfers, seed, writers = 12 } = options;
  const result: MovingResult = { transfers: 0, conflicts: 0, snapshotSums: 0, querySums: 0 };
  const attemptsAtMost = transfers * 50;
  let attempts = 0;
  const isOver = () => result.transfers >= transfers || attempts >= attemptsAtMost;
  const write = async (name: number) => {
    const random = randomFrom(seed + name);
    while (!isOver()) {
      attempts += 1;
      if (await transfer(db, random)) result.transfers += 1;
      else result.conflicts += 1;
    }
  };
  const read = async () => {
    const right = purses * startAmount;
    while (!isOver()) {
      const sums = [await sumOfSnapshot(db), await sumOfQuery(db)];
      for (const sum of sums) holds(sum === right, `a reader saw ${sum} instead of ${right}`);
      result.snapshotSums += 1;
      result.querySums += 1;
    }
  };
  const all = [...Array.from({ length: writers }, (_, name) => write(name))];
  all.push(...Array.from({ length: readers }, read));
  await Promise.all(all);
  holds(result.transfers >= transfers, 'the transfers did not come through');
  holds((await sumOfSnapshot(db)) === purses * startAmount, 'an amount was lost or made');
  return result;
}

/**
 * Twelve writers move amounts between documents in transactions while readers sum them, all over
 * the wire: no reader ever sees a transfer half done.
 * @throws Error with the sum that was wrong
 */
export async function movingSums(options: MovingOptions): Promise<MovingResult> {
  const data = mkdtempSync(path.join(tmpdir(), 'jifen-sums-'));
  const cloud = await startCloudProcess(data, {});
  try {
    const db = databaseAt(cloud.environment);
    await db.createCollection(collection);
    for (let index = 0; index < purses; index += 1) {
      await db.collection(collection).doc(idOf(index)).set({ amount: startAmount });
    }
    return await move(db, options);
  } catch (error) {
    const again = `npm run under-fire -- --only sums --seed ${options.seed}`;
    throw new Error(`${(error as Error).message}; again: ${again}`);
  } finally {
    await cloud.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
