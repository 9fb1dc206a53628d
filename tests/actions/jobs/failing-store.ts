import type { Store, Transaction } from '../../../cloudfunctions/runtime/store/store';

export class Killed extends Error {}

/**
 * A store that dies at its nth step, before or after what it does: reads, writes and the commit
 * itself count. After `Infinity` steps it never does and only counts.
 */
export function failingStore(store: Store, diesAtStep: number) {
  let steps = 0;
  const step = () => {
    steps += 1;
    if (steps >= diesAtStep) throw new Killed('killed');
  };
  const around = async <R>(work: () => Promise<R>): Promise<R> => {
    step();
    const result = await work();
    step();
    return result;
  };
  const dying: Store = {
    get: (collection, id) => around(() => store.get(collection, id)),
    query: (collection, query) => around(() => store.query(collection, query)),
    transact: (callback) =>
      around(() =>
        store.transact((tx) => {
          const counted: Transaction = {
            ...tx,
            get: (collection, id) => around(() => tx.get(collection, id)),
          };
          return callback(counted);
        }),
      ),
  };
  return { store: dying, steps: () => steps };
}
