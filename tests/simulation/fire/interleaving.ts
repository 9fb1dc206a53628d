import type { Retrying } from '../../../cloudfunctions/runtime/store/repeat';
import type { Store } from '../../../cloudfunctions/runtime/store/store';
import type { Random } from '../../support/random';

/** Who goes on next is chosen by the seed alone. */
export type Interleaving = {
  /** Ends when this one is chosen. */
  pause(): Promise<void>;
  /** Runs all, at most so many at a time; ends when all have. */
  run(works: readonly (() => Promise<void>)[], atOnce: number): Promise<void>;
  /** A store that pauses before every read and before every commit. */
  around(store: Store): Store;
  retrying: Retrying;
};

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

export function interleavingOf(random: Random): Interleaving {
  const waiting: (() => void)[] = [];
  let running = 0;
  const pause = () => new Promise<void>((resolve) => void waiting.push(resolve));

  async function goOn(): Promise<void> {
    while (running > 0) {
      await settled();
      const chosen = random.integer(waiting.length);
      const go = waiting[chosen];
      const last = waiting.pop();
      if (go === undefined || last === undefined) continue;
      if (chosen < waiting.length) waiting[chosen] = last;
      go();
    }
  }

  return {
    pause,
    async run(works, atOnce) {
      const rest = [...works].reverse();
      const lane = async () => {
        for (let work = rest.pop(); work !== undefined; work = rest.pop()) {
          await pause();
          await work();
        }
        running -= 1;
      };
      const lanes = Math.min(atOnce, works.length);
      running += lanes;
      const all = Array.from({ length: lanes }, lane);
      await Promise.all([goOn(), ...all]);
    },
    around: (store) => ({
      async get(collection, id) {
        await pause();
        return store.get(collection, id);
      },
      async query(collection, query) {
        await pause();
        return store.query(collection, query);
      },
      transact: (callback) =>
        store.transact(async (tx) => {
          const result = await callback({
            ...tx,
            async get(collection, id) {
              await pause();
              return tx.get(collection, id);
            },
          });
          await pause();
          return result;
        }),
    }),
    retrying: {
      ...{ attempts: 20, firstPauseMs: 1, longestPauseMs: 1 },
      random: random.next,
      sleep: pause,
    },
  };
}
