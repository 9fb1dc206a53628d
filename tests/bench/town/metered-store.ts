import { jitteredRetrying } from '../../../cloudfunctions/runtime/store/repeat';
import type { RawTransaction, Store } from '../../../cloudfunctions/runtime/store/store';
import { transactWithRetry } from '../../../cloudfunctions/runtime/store/transact';
import type { Engine } from '../../../local-cloud/engine';
import { engineStore } from '../../support/engine-store';
import type { Random } from '../../support/random';
import { VirtualTime } from './virtual-time';

/** One request to the database from a function beside it: assumed, and linear in all times. */
export const requestMs = 10;

/** What went over the wire between a function and its database. */
export type Traffic = {
  requests: number;
  documentsRead: number;
  documentsWritten: number;
  bytesRead: number;
  bytesWritten: number;
  /** Time the function waited, at `requestMs` a request. */
  waitedMs: number;
};

const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value) ?? '');

/** The engine's store with every request counted and its waiting time added up. */
export function meteredStore(engine: Engine, random: Random) {
  const time = new VirtualTime();
  const none = { requests: 0, documentsRead: 0, documentsWritten: 0 };
  const total = { ...none, bytesRead: 0, bytesWritten: 0 };
  const request = () => {
    total.requests += 1;
    return time.sleep(requestMs);
  };
  const read = <T>(documents: T[]): T[] => {
    total.documentsRead += documents.length;
    for (const document of documents) total.bytesRead += bytesOf(document);
    return documents;
  };
  const readOne = <T>(document: T | null): T | null => {
    if (document) read([document]);
    return document;
  };
  const wrote = (data: object | null) => {
    total.documentsWritten += 1;
    if (data) total.bytesWritten += bytesOf(data);
  };
  const begin = async (): Promise<RawTransaction> => {
    await request();
    const inner = engine.begin();
    const write = async (data: object | null, apply: () => unknown) => {
      await request();
      wrote(data);
      apply();
    };
    return {
      get: (collection, id) => request().then(() => readOne(inner.get(collection, id))),
      create: (collection, id, data) =>
        write(data, () => inner.insert(collection, { ...data, _id: id })),
      set: (collection, id, data) => write(data, () => inner.set(collection, id, { ...data })),
      remove: (collection, id) => write(null, () => inner.remove(collection, { _id: id })),
      commit: () => request().then(() => inner.commit()),
      rollback: () => request().then(() => inner.abort()),
    };
  };
  const plain = engineStore(engine);
  const sleep = (pauseMs: number) => time.sleep(pauseMs);
  const retrying = { ...jitteredRetrying, sleep, random: random.next };
  const store: Store = {
    get: async (collection, id) => {
      await request();
      return readOne(await plain.get(collection, id));
    },
    query: async (collection, query) => {
      await request();
      return read(await plain.query(collection, query));
    },
    transact: (callback, how) => transactWithRetry(begin, callback, retrying, how),
  };
  const traffic = (): Traffic => ({ ...total, waitedMs: time.nowMs });
  return { store, traffic };
}
