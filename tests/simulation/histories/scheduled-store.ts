import { atMost } from '../../../cloudfunctions/runtime/store/at-most';
import { usualRequestsAtOnce } from '../../../cloudfunctions/runtime/store/cloudbase-store';
import { fateOf } from '../../../cloudfunctions/runtime/store/failures';
import {
  jitteredRetrying,
  type Retrying,
  repeat,
} from '../../../cloudfunctions/runtime/store/repeat';
import type { Query, RawTransaction, Store } from '../../../cloudfunctions/runtime/store/store';
import { transactWithRetry } from '../../../cloudfunctions/runtime/store/transact';
import type { Engine, Transaction as EngineTransaction } from '../../../local-cloud/engine';
import { type Platform, TurnedAway } from '../../../local-cloud/platform/platform';
import { engineStore } from '../../support/engine-store';
import {
  type LiveFailure,
  liveConflicts,
  liveRefusals,
  liveSilences,
} from '../../support/live-failures';
import type { Random } from '../../support/random';
import type { Scheduler, Task } from './scheduler';

export type StoreFaults = {
  random: Random;
  /** Rate of commits turned down although nobody else wrote. */
  conflict: number;
  /** Rate of requests other than commits that the platform turns away or does not answer. */
  platform: number;
  /** Rate of commits whose answer is lost; every second one of them stands. */
  commitUnclear: number;
  onFault(fault: 'conflict' | 'platform' | 'commitUnclear' | 'turnedAway'): void;
  /** The package that requests must fit into, if any, and how one waits in it. */
  strict: { platform: Platform; pause: (ms: number) => Promise<void> } | null;
  /** A transaction begins: what it reads is how things stand now. */
  onBegin(task: Task): void;
};

/** Turned down once too often, a command is answered `busy`; that is seen, but rarely. */
const attempts = 20;

type Call<T> = () => T | Promise<T>;
/** Does one request, by the platform's name for it, when its turn comes. */
type After = <T>(action: string, call: Call<T>) => Promise<T>;

/** Requests that go wrong as the live platform's do, each in its turn. */
function failing(faults: StoreFaults, after: After) {
  const { random } = faults;
  const fail = (fault: Parameters<StoreFaults['onFault']>[0], words: readonly LiveFailure[]) => {
    faults.onFault(fault);
    throw random.pick(words)();
  };
  /** Goes wrong before it is done, or after: whoever asked cannot tell. */
  const shaky: After = (action, call) =>
    after(action, async () => {
      if (!random.chance(faults.platform)) return call();
      if (random.chance(0.5)) fail('platform', liveRefusals);
      await call();
      return fail('platform', liveSilences) as never;
    });
  const commit = async (transaction: EngineTransaction) => {
    if (random.chance(faults.conflict)) {
      transaction.abort();
      fail('conflict', liveConflicts);
    }
    if (!random.chance(faults.commitUnclear)) return transaction.commit();
    if (random.chance(0.5)) await transaction.commit();
    else transaction.abort();
    return fail('commitUnclear', liveSilences);
  };
  return { shaky, commit, fail };
}

/** Each request waits for its turn; in a small package also for its way, and may be turned away. */
function inTurns(scheduler: Scheduler, task: Task, { strict, onFault }: StoreFaults): After {
  const inside = async <T>(call: Call<T>): Promise<T> => {
    task.inside += 1;
    try {
      return await call();
    } finally {
      task.inside -= 1;
    }
  };
  if (strict === null) {
    return async (_action, call) => {
      await scheduler.turn(task);
      return inside(call);
    };
  }
  const atOnce = atMost(usualRequestsAtOnce);
  return (action, call) =>
    atOnce(() => strict.platform.carry(action, () => inside(call))).catch((error: unknown) => {
      if (error instanceof TurnedAway) onFault('turnedAway');
      throw error;
    });
}

function retryingOf(
  scheduler: Scheduler,
  task: Task,
  { random, strict }: StoreFaults,
  timeLeftMs: () => number,
): Retrying {
  const sleep = () => scheduler.turn(task);
  if (strict === null) {
    return { attempts, firstPauseMs: 1, longestPauseMs: 1, random: random.next, sleep };
  }
  return { ...jitteredRetrying, timeLeftMs, random: random.next, sleep: strict.pause };
}

/**
 * The store of one task: every call waits for its turn, so others come in between wherever they
 * can in truth; killed, its open transactions are gone and nothing of it goes on.
 */
export function scheduledStore(
  { engine, scheduler }: { engine: Engine; scheduler: Scheduler },
  task: Task,
  faults: StoreFaults,
  timeLeftMs: () => number,
): Store {
  const plain = engineStore(engine);
  const after = inTurns(scheduler, task, faults);
  const { random } = faults;
  const { shaky, commit, fail } = failing(faults, after);
  const begin = (): Promise<RawTransaction> =>
    after('database.startTransaction', () => {
      if (random.chance(faults.platform)) fail('platform', [...liveRefusals, ...liveSilences]);
      const transaction = engine.begin();
      let begun = false;
      /** The first operation takes the snapshot: what it sees, its caller decides on. */
      const inside = <T>(action: string, work: () => T) =>
        shaky(action, () => {
          if (!begun) faults.onBegin(task);
          begun = true;
          return work();
        });
      task.onKill.push(() => transaction.abort());
      return {
        get: (collection, id) =>
          inside('database.getDocument', () => transaction.get(collection, id)),
        create: (collection, id, data) =>
          inside('database.insertDocument', () => {
            transaction.insert(collection, { ...data, _id: id });
          }),
        set: (collection, id, data) =>
          inside('database.modifyDocument', () => {
            transaction.set(collection, id, data as never);
          }),
        remove: (collection, id) =>
          inside('database.removeDocument', () => {
            transaction.remove(collection, { _id: id });
          }),
        commit: () => after('database.commitTransaction', () => commit(transaction)),
        rollback: async () => transaction.abort(),
      };
    });
  const retrying = retryingOf(scheduler, task, faults, timeLeftMs);
  const mayRepeat = (error: unknown) => fateOf(error) !== 'final';
  const read = <T>(call: () => Promise<T>) =>
    repeat(() => shaky('database.getDocument', call), mayRepeat, retrying);
  return {
    get: <T>(collection: string, id: string) => read(() => plain.get<T>(collection, id)),
    query: <T>(collection: string, query: Query) => read(() => plain.query<T>(collection, query)),
    transact: (callback, how) => transactWithRetry(begin, callback, retrying, how),
  };
}
