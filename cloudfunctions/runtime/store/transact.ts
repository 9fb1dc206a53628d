import { assert } from '../../../src/domain/kernel/refusal';
import { checkId } from './check-query';
import { fateOf } from './failures';
import { markedWhereSame, withoutMark } from './mark';
import { jitteredRetrying, type Retrying, repeat } from './repeat';
import type { RawTransaction, Stored, Transacting, Transaction } from './store';
import { StoreBusy } from './store';

type Write =
  | { kind: 'create' | 'set'; collection: string; id: string; data: object }
  | { kind: 'remove'; collection: string; id: string };

function withoutId(data: object): object {
  const { _id, ...rest } = data as { _id?: unknown };
  return rest;
}

function buffered(raw: RawTransaction) {
  const writes = new Map<string, Write>();
  const stood = new Map<string, ReturnType<RawTransaction['get']>>();
  const keyOf = (collection: string, id: string) => {
    checkId(id);
    return `${collection}/${id}`;
  };
  let lastRead: Promise<unknown> = Promise.resolve();
  /** The platform's transactions take one operation at a time; callers may ask for several. */
  const inTurn = <T>(read: () => Promise<T>): Promise<T> => {
    const answer = lastRead.then(read);
    lastRead = answer.catch(() => undefined);
    return answer;
  };
  const put = (write: Write) => writes.set(keyOf(write.collection, write.id), write);
  const tx: Transaction = {
    async get<T>(collection: string, id: string) {
      const own = writes.get(keyOf(collection, id));
      if (own) return own.kind === 'remove' ? null : ({ ...own.data, _id: id } as Stored<T>);
      // One snapshot: what was read once stands, and is not asked for again.
      const known = stood.get(keyOf(collection, id)) ?? inTurn(() => raw.get(collection, id));
      stood.set(keyOf(collection, id), known);
      const read = await known;
      return read && (withoutMark(read) as Stored<T>);
    },
    create(collection, id, data) {
      const own = writes.get(keyOf(collection, id));
      assert(!own || own.kind === 'remove', 'a document is created once');
      // Removed here and made again: it is still there until the end, so it is replaced.
      put({ kind: own ? 'set' : 'create', collection, id, data: withoutId(data) });
    },
    set(collection, id, data) {
      const own = writes.get(keyOf(collection, id));
      const kind = own?.kind === 'create' ? 'create' : 'set';
      put({ kind, collection, id, data: withoutId(data) });
    },
    remove: (collection, id) => void put({ kind: 'remove', collection, id }),
    discard: () => writes.clear(),
  };
  const flush = async () => {
    for (const write of writes.values()) {
      const { kind, collection, id } = write;
      const before = await stood.get(keyOf(collection, id));
      if (kind === 'remove') await raw.remove(collection, id);
      else if (kind === 'create') await raw.create(collection, id, write.data);
      else await raw.set(collection, id, before ? markedWhereSame(before, write.data) : write.data);
    }
    return writes.size;
  };
  return { tx, flush };
}

/** Turned away at the gate, nothing was done: the same is asked again, not all that came before. */
async function patient(
  begin: () => Promise<RawTransaction>,
  retrying: Retrying,
): Promise<RawTransaction> {
  const again = <R>(ask: () => Promise<R>) =>
    repeat(ask, (error) => fateOf(error) === 'turned-away', retrying);
  const raw = await again(begin);
  return {
    get: (collection, id) => again(() => raw.get(collection, id)),
    create: (collection, id, data) => again(() => raw.create(collection, id, data)),
    set: (collection, id, data) => again(() => raw.set(collection, id, data)),
    remove: (collection, id) => again(() => raw.remove(collection, id)),
    commit: () => again(() => raw.commit()),
    rollback: () => again(() => raw.rollback()),
  };
}

async function commit(raw: RawTransaction): Promise<void> {
  try {
    await raw.commit();
  } catch (error) {
    if (fateOf(error) !== 'unclear') throw error;
    throw new StoreBusy('the answer to a commit was lost', true);
  }
}

async function attempt<R>(
  begin: () => Promise<RawTransaction>,
  callback: (tx: Transaction) => Promise<R>,
  retrying: Retrying,
): Promise<R> {
  const raw = await patient(begin, retrying);
  try {
    const { tx, flush } = buffered(raw);
    const result = await callback(tx);
    if ((await flush()) > 0) await commit(raw);
    else await raw.rollback();
    return result;
  } catch (error) {
    // The server may have ended it already; what matters is the first error.
    await raw.rollback().catch(() => undefined);
    throw error;
  }
}

/**
 * Runs a callback in a transaction, again after a jittered pause when it conflicts or the platform
 * fails it for a while. An unclear commit is tried again only where the callback itself finds out
 * whether it stands.
 * @throws StoreBusy when attempts or time are used up, or nobody knows whether the commit stands
 */
export async function transactWithRetry<R>(
  begin: () => Promise<RawTransaction>,
  callback: (tx: Transaction) => Promise<R>,
  retrying: Retrying = jitteredRetrying,
  { findsItself = false }: Transacting = {},
): Promise<R> {
  const mayRepeat = (error: unknown) =>
    error instanceof StoreBusy ? findsItself : fateOf(error) !== 'final';
  return repeat(() => attempt(begin, callback, retrying), mayRepeat, retrying);
}
