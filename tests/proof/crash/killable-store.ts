import type { Files } from '../../../cloudfunctions/runtime/files';
import { fateOf } from '../../../cloudfunctions/runtime/store/failures';
import { type Retrying, repeat } from '../../../cloudfunctions/runtime/store/repeat';
import type { RawTransaction, Store } from '../../../cloudfunctions/runtime/store/store';
import { transactWithRetry } from '../../../cloudfunctions/runtime/store/transact';
import type { Engine, Transaction } from '../../../local-cloud/engine';
import { engineStore } from '../../support/engine-store';
import { liveRefusals } from '../../support/live-failures';
import type { Life } from './life';

const retryAtOnce: Retrying = {
  attempts: 20,
  firstPauseMs: 0,
  longestPauseMs: 0,
  random: () => 0,
  sleep: () => new Promise((resolve) => setImmediate(resolve)),
};

export type KillableStore = {
  store: Store;
  /** Says which engine it works on; once, before the first call. */
  workOn(engine: Engine): void;
  /** What reached the engine, counted there and not where the process may die. */
  engineCalls(): number;
  /** Ends the transactions a dead process left open, as the platform does after 30 seconds. */
  endOpenTransactions(): void;
};

/** Counts every method that is called on it. */
function counted<T extends object>(target: T, count: () => void): T {
  return new Proxy(target, {
    get(object, name) {
      const member = Reflect.get(object, name) as unknown;
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) => {
        count();
        return member.apply(object, given) as unknown;
      };
    },
  });
}

function rawOf(transaction: Transaction, life: Life, ended: () => void): RawTransaction {
  const plain = (data: object) => ({ ...structuredClone(data) });
  return {
    get: (name, id) => life.step(`get ${name} in it`, () => transaction.get(name, id)),
    create: (name, id, data) =>
      life.step(`create ${name}`, () => {
        transaction.insert(name, { ...plain(data), _id: id });
      }),
    set: (name, id, data) =>
      life.step(`set ${name}`, () => {
        transaction.set(name, id, plain(data));
      }),
    remove: (name, id) =>
      life.step(`remove ${name}`, () => {
        transaction.remove(name, { _id: id });
      }),
    commit: () =>
      life.step('commit', async () => {
        await transaction.commit();
        ended();
      }),
    rollback: () =>
      life.step('rollback', () => {
        transaction.abort();
        ended();
      }),
  };
}

/** As the gate of a full package does: each so-and-so-many-th call of a life is turned away. */
function atTheGate(life: Life, turnsAwayEvery: number | null, count: () => void): Life {
  let asked = 0;
  const step: Life['step'] = (name, work) =>
    life.step(name, () => {
      asked += 1;
      if (turnsAwayEvery === null || asked % turnsAwayEvery !== 0) return work();
      count();
      const word = liveRefusals[(asked / turnsAwayEvery) % liveRefusals.length];
      throw word?.() ?? new Error('no words');
    });
  return { ...life, step };
}

/**
 * The store as the platform offers it, call by call, so that a process can die at each.
 * @param turnsAwayEvery the gate turns away each so-and-so-many-th call; null lets all through
 */
export function killableStore(lived: Life, turnsAwayEvery: number | null = null): KillableStore {
  let engine: Engine | null = null;
  let calls = 0;
  const reading = <R>(read: () => Promise<R>) =>
    repeat(read, (error) => fateOf(error) !== 'final', retryAtOnce);
  const open = new Set<Transaction>();
  const count = () => {
    calls += 1;
  };
  const life = atTheGate(lived, turnsAwayEvery, count);
  const working = (): Engine => {
    if (!engine) throw new Error('no engine yet');
    return engine;
  };
  const begin = () =>
    life.step('begin', () => {
      const transaction = working().begin();
      open.add(transaction);
      return rawOf(counted(transaction, count), life, () => open.delete(transaction));
    });
  return {
    store: {
      get: (name, id) =>
        reading(() => life.step(`get ${name}`, () => engineStore(working()).get(name, id))),
      query: (name, query) =>
        reading(() => life.step(`query ${name}`, () => engineStore(working()).query(name, query))),
      transact: (callback, how) => transactWithRetry(begin, callback, retryAtOnce, how),
    },
    workOn(given) {
      engine = counted(given, count);
    },
    engineCalls: () => calls,
    endOpenTransactions() {
      for (const transaction of open) transaction.abort();
      open.clear();
    },
  };
}

/** Every call to the file storage is a point too; returns how many calls reached the storage. */
export function makeFilesKillable(files: Files, life: Life): () => number {
  const { temporaryAddresses, read, remove, put, idOf } = files;
  let calls = 0;
  const step = <T>(name: string, work: () => Promise<T>) =>
    life.step(name, () => {
      calls += 1;
      return work();
    });
  Object.assign(files, {
    temporaryAddresses: (ids) => step('file addresses', () => temporaryAddresses(ids)),
    read: (id, most) => step('read file', () => read(id, most)),
    remove: (ids) => step('remove files', () => remove(ids)),
    put: (id, content) => step('put file', () => put(id, content)),
    idOf: (path) => step('file id', () => idOf(path)),
  } satisfies Files);
  return () => calls;
}
