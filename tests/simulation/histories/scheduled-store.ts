import { engineStore } from '../../../cloudfunctions/runtime/store/engine-store';
import type { RawTransaction, Store } from '../../../cloudfunctions/runtime/store/store';
import { transactWithRetry } from '../../../cloudfunctions/runtime/store/transact';
import type { Engine } from '../../../local-cloud/engine';
import { DatabaseError } from '../../../local-cloud/engine';
import type { Random } from '../../support/random';
import type { Scheduler, Task } from './scheduler';

export type StoreFaults = {
  random: Random;
  /** Rate of commits turned down although nobody else wrote. */
  conflict: number;
  onConflict(): void;
  /** A transaction begins: what it reads is how things stand now. */
  onBegin(task: Task): void;
};

/** Turned down once too often, a command is answered `busy`; that is seen, but rarely. */
const attempts = 20;

/**
 * The store of one task: every call waits for its turn, so others come in between wherever they
 * can in truth; killed, its open transactions are gone and nothing of it goes on.
 */
export function scheduledStore(
  engine: Engine,
  scheduler: Scheduler,
  task: Task,
  faults: StoreFaults,
): Store {
  const plain = engineStore(engine);
  const turn = () => scheduler.turn(task);
  const after = async <T>(call: () => T | Promise<T>): Promise<T> => {
    await turn();
    task.inside += 1;
    try {
      return await call();
    } finally {
      task.inside -= 1;
    }
  };
  const begin = async (): Promise<RawTransaction> => {
    await turn();
    const transaction = engine.begin();
    faults.onBegin(task);
    task.onKill.push(() => transaction.abort());
    return {
      get: (collection, id) => after(() => transaction.get(collection, id)),
      create: (collection, id, data) =>
        after(() => void transaction.insert(collection, { ...data, _id: id })),
      set: (collection, id, data) =>
        after(() => void transaction.set(collection, id, data as never)),
      remove: (collection, id) => after(() => void transaction.remove(collection, { _id: id })),
      commit: () =>
        after(() => {
          if (!faults.random.chance(faults.conflict)) return transaction.commit();
          faults.onConflict();
          transaction.abort();
          throw new DatabaseError('DATABASE_TRANSACTION_CONFLICT', 'turned down by the simulation');
        }),
      rollback: async () => transaction.abort(),
    };
  };
  return {
    get: (collection, id) => after(() => plain.get(collection, id)),
    query: (collection, query) => after(() => plain.query(collection, query)),
    transact: (callback) =>
      transactWithRetry(begin, callback, {
        ...{ attempts, firstPauseMs: 1, longestPauseMs: 1 },
        random: faults.random.next,
        sleep: turn,
      }),
  };
}
