import { engineStore } from '../../../cloudfunctions/runtime/store/engine-store';
import { fateOf } from '../../../cloudfunctions/runtime/store/failures';
import { type Retrying, repeat } from '../../../cloudfunctions/runtime/store/repeat';
import type { Query, RawTransaction, Store } from '../../../cloudfunctions/runtime/store/store';
import { transactWithRetry } from '../../../cloudfunctions/runtime/store/transact';
import type { Engine, Transaction as EngineTransaction } from '../../../local-cloud/engine';
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
  onFault(fault: 'conflict' | 'platform' | 'commitUnclear'): void;
  /** A transaction begins: what it reads is how things stand now. */
  onBegin(task: Task): void;
};

/** Turned down once too often, a command is answered `busy`; that is seen, but rarely. */
const attempts = 20;

type After = <T>(call: () => T | Promise<T>) => Promise<T>;

/** Requests that go wrong as the live platform's do, each in its turn. */
function failing(faults: StoreFaults, after: After) {
  const { random } = faults;
  const fail = (fault: Parameters<StoreFaults['onFault']>[0], words: readonly LiveFailure[]) => {
    faults.onFault(fault);
    throw random.pick(words)();
  };
  /** Goes wrong before it is done, or after: whoever asked cannot tell. */
  const shaky: After = (call) =>
    after(async () => {
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
  const after: After = async (call) => {
    await turn();
    task.inside += 1;
    try {
      return await call();
    } finally {
      task.inside -= 1;
    }
  };
  const { random } = faults;
  const { shaky, commit, fail } = failing(faults, after);
  const begin = async (): Promise<RawTransaction> => {
    await turn();
    if (random.chance(faults.platform)) fail('platform', [...liveRefusals, ...liveSilences]);
    const transaction = engine.begin();
    faults.onBegin(task);
    task.onKill.push(() => transaction.abort());
    return {
      get: (collection, id) => shaky(() => transaction.get(collection, id)),
      create: (collection, id, data) =>
        shaky(() => void transaction.insert(collection, { ...data, _id: id })),
      set: (collection, id, data) =>
        shaky(() => void transaction.set(collection, id, data as never)),
      remove: (collection, id) => shaky(() => void transaction.remove(collection, { _id: id })),
      commit: () => after(() => commit(transaction)),
      rollback: async () => transaction.abort(),
    };
  };
  const retrying: Retrying = {
    ...{ attempts, firstPauseMs: 1, longestPauseMs: 1 },
    random: random.next,
    sleep: turn,
  };
  const mayRepeat = (error: unknown) => fateOf(error) !== 'final';
  const read = <T>(call: () => Promise<T>) => repeat(() => shaky(call), mayRepeat, retrying);
  return {
    get: <T>(collection: string, id: string) => read(() => plain.get<T>(collection, id)),
    query: <T>(collection: string, query: Query) => read(() => plain.query<T>(collection, query)),
    transact: (callback, how) => transactWithRetry(begin, callback, retrying, how),
  };
}
