import { jitteredRetrying } from '../../../cloudfunctions/runtime/store/repeat';
import type { Store, Transaction } from '../../../cloudfunctions/runtime/store/store';
import type { Engine } from '../../../local-cloud/engine';
import { engineStore } from '../../support/engine-store';
import type { Random } from '../../support/random';

/** A call to the store takes up to three turns, as it takes some tens of milliseconds deployed. */
const turnMs = 10;

/**
 * A store whose answers come after a seeded while, so that calls made at once overlap in an order
 * the seed fixes. The engine is named once it is there.
 */
export function stumblingStore(
  random: Random,
  attempts = jitteredRetrying.attempts,
): { store: Store; workOn(engine: Engine): void } {
  let inner: Store | null = null;
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const wait = async (count: number) => {
    for (let turns = count; turns > 0; turns -= 1) await turn();
  };
  const stumble = () => wait(random.integer(4));
  const after = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
    await stumble();
    if (!inner) throw new Error('no engine yet');
    return work(inner);
  };
  const stumbling = (tx: Transaction): Transaction => ({
    ...tx,
    async get<T>(collection: string, id: string) {
      await stumble();
      return tx.get<T>(collection, id);
    },
  });
  return {
    store: {
      get: (collection, id) => after((store) => store.get(collection, id)),
      query: (collection, query) => after((store) => store.query(collection, query)),
      transact: (callback) =>
        after((store) =>
          store.transact(async (tx) => {
            const result = await callback(stumbling(tx));
            await stumble();
            return result;
          }),
        ),
    },
    workOn(engine) {
      // The product's own pauses, and attempts unless told; only who waits how long is the seed's.
      inner = engineStore(engine, {
        ...{ ...jitteredRetrying, attempts, random: random.next },
        sleep: (pauseMs) => wait(Math.ceil(pauseMs / turnMs)),
      });
    },
  };
}
