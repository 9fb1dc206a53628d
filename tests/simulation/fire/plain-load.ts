import { createHash } from 'node:crypto';
import { type Database, holds, readWhole, type WireTransaction } from './wire';

/** `fire-entries/{round}-{writer}-{number}`, one command each; a counter is raised with it. */
type Entry = { counter: string; text: string };
type Counter = { count: number };
type Latest = { number: number };

const entries = 'fire-entries';
const counters = 'fire-counters';
const latest = 'fire-latest';
/** Two writers share a counter, so that some transactions conflict. */
const writersPerCounter = 2;

const counterOf = (writer: number) => `c${Math.floor(writer / writersPerCounter)}`;

/** What an entry must say is known from its id, at any length between 0 and 8 000 characters. */
function textOf(id: string): string {
  const digest = createHash('sha256').update(id).digest();
  return digest.toString('hex').repeat(digest.readUInt8(0) >>> 1);
}

export type PlainLoad = {
  acknowledged: Set<string>;
  /** Sent, but nobody heard what came of it. */
  open: Set<string>;
  /** Last acknowledged and last sent number of each writer's one document. */
  latest: Map<number, { acknowledged: number; sent: number }>;
};

export function newPlainLoad(): PlainLoad {
  return { acknowledged: new Set(), open: new Set(), latest: new Map() };
}

export async function makeCollections(db: Database): Promise<void> {
  for (const name of [entries, counters, latest]) await db.createCollection(name);
}

/** One command: its entry and its counter, both or neither; sent again it changes nothing. */
async function writeEntry(db: Database, id: string): Promise<void> {
  const counter = counterOf(Number(id.split('-')[1]));
  await db.runTransaction(async (t: WireTransaction) => {
    const known = await t.collection(entries).doc(id).get();
    if (known.data) return;
    const { data } = await t.collection(counters).doc(counter).get();
    const count = ((data as Counter | null)?.count ?? 0) + 1;
    const entry: Entry & { _id: string } = { _id: id, counter, text: textOf(id) };
    await t.collection(entries).add(entry);
    await t.collection(counters).doc(counter).set({ count });
  });
}

type Writing = { db: Database; load: PlainLoad; isOver: () => boolean; onAnswer: () => void };

/** Writes on and on until it is over; whatever fails stays open. */
async function writer(writing: Writing, round: number, name: number): Promise<void> {
  const { db, load, isOver, onAnswer } = writing;
  const own = load.latest.get(name) ?? { acknowledged: 0, sent: 0 };
  load.latest.set(name, own);
  for (let number = 0; !isOver(); number += 1) {
    const id = `${round}-${name}-${number}`;
    load.open.add(id);
    try {
      await writeEntry(db, id);
      load.open.delete(id);
      load.acknowledged.add(id);
      onAnswer();
      own.sent += 1;
      const sent = own.sent;
      await db.collection(latest).doc(`w${name}`).set({ number: sent });
      own.acknowledged = sent;
    } catch {
      // Open until it is sent again: a conflict that did not end, or a cloud that is gone.
    }
  }
}

/** Several writers at once until `isOver`. */
export async function writeOn(writing: Writing, round: number, writers: number): Promise<void> {
  await Promise.all(Array.from({ length: writers }, (_, name) => writer(writing, round, name)));
}

/** Sends every open command again, each until it is acknowledged. */
export async function sendAgain(db: Database, load: PlainLoad): Promise<void> {
  const sendsAtMost = 50;
  for (const id of [...load.open]) {
    let sends = 0;
    for (let done = false; !done; sends += 1) {
      holds(sends < sendsAtMost, `${id} was not taken in ${sendsAtMost} sends`);
      done = await writeEntry(db, id).then(
        () => true,
        () => false,
      );
    }
    load.open.delete(id);
    load.acknowledged.add(id);
  }
}

/**
 * Nothing acknowledged is lost, nothing is there twice or half, nothing was made up.
 * @throws Error that names what does not hold
 */
export async function checkPlain(db: Database, load: PlainLoad): Promise<number> {
  const found = await readWhole<Entry>(db, entries);
  const ids = new Set(found.map(({ _id }) => _id));
  holds(ids.size === found.length, 'an entry came twice');
  for (const id of load.acknowledged) holds(ids.has(id), `${id} was acknowledged and is lost`);
  const sums = new Map<string, number>();
  for (const { _id, text, counter } of found) {
    holds(load.acknowledged.has(_id) || load.open.has(_id), `${_id} was never sent`);
    holds(text === textOf(_id), `${_id} does not say what was written`);
    sums.set(counter, (sums.get(counter) ?? 0) + 1);
  }
  for (const { _id, count } of await readWhole<Counter>(db, counters)) {
    const sum = sums.get(_id) ?? 0;
    holds(count === sum, `${_id} counts ${count}, there are ${sum} entries: half a transaction`);
    sums.delete(_id);
  }
  holds(sums.size === 0, 'entries without their counter');
  for (const { _id, number } of await readWhole<Latest>(db, latest)) {
    const own = load.latest.get(Number(_id.slice(1))) ?? { acknowledged: 0, sent: 0 };
    const fits = own.acknowledged <= number && number <= own.sent;
    holds(fits, `${_id} is ${number}, not in ${own.acknowledged}..${own.sent}`);
  }
  return found.length;
}
