import { assert } from '../../../src/domain/kernel/refusal';
import { markedWhereSame, withoutMark } from './mark';
import type { RawTransaction, Stored, Transaction } from './store';
import { StoreBusy } from './store';

export type Retrying = {
  attempts: number;
  firstPauseMs: number;
  longestPauseMs: number;
  random: () => number;
  sleep: (pauseMs: number) => Promise<void>;
};

/**
 * The SDK retries three times at once, which loses about 40 % of transfers on one hot document;
 * full jitter with a growing pause loses none in the same trial. With 50 writers of one document
 * the unluckiest needed 13 attempts; 20 take about 7 s, well within a function's 20 s.
 */
export const jitteredRetrying: Retrying = {
  attempts: 20,
  firstPauseMs: 15,
  longestPauseMs: 900,
  random: Math.random,
  sleep: (pauseMs) => new Promise((resolve) => setTimeout(resolve, pauseMs)),
};

/** A duplicate id means somebody created it after our snapshot: look again, as after a conflict. */
const conflictCodes = new Set(['DATABASE_TRANSACTION_CONFLICT', 'DATABASE_DUPLICATE_WRITE']);

/** Both adapters speak CloudBase's error codes. */
function isConflict(error: unknown): boolean {
  return conflictCodes.has((error as { code?: string } | null)?.code ?? '');
}

type Write =
  | { kind: 'create' | 'set'; collection: string; id: string; data: object }
  | { kind: 'remove'; collection: string; id: string };

function withoutId(data: object): object {
  const { _id, ...rest } = data as { _id?: unknown };
  return rest;
}

function buffered(raw: RawTransaction) {
  const writes = new Map<string, Write>();
  const stood = new Map<string, object>();
  const keyOf = (collection: string, id: string) => `${collection}/${id}`;
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
      const read = await inTurn(() => raw.get(collection, id));
      if (!read) return null;
      stood.set(keyOf(collection, id), read);
      return withoutMark(read) as Stored<T>;
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
      const before = stood.get(keyOf(collection, id));
      if (kind === 'remove') await raw.remove(collection, id);
      else if (kind === 'create') await raw.create(collection, id, write.data);
      else await raw.set(collection, id, before ? markedWhereSame(before, write.data) : write.data);
    }
    return writes.size;
  };
  return { tx, flush };
}

async function attempt<R>(
  begin: () => Promise<RawTransaction>,
  callback: (tx: Transaction) => Promise<R>,
): Promise<R> {
  const raw = await begin();
  try {
    const { tx, flush } = buffered(raw);
    const result = await callback(tx);
    if ((await flush()) > 0) await raw.commit();
    else await raw.rollback();
    return result;
  } catch (error) {
    // The server may have ended it already; what matters is the first error.
    await raw.rollback().catch(() => undefined);
    throw error;
  }
}

/** Runs a callback in a transaction, again after a jittered pause as long as it conflicts. */
export async function transactWithRetry<R>(
  begin: () => Promise<RawTransaction>,
  callback: (tx: Transaction) => Promise<R>,
  retrying: Retrying = jitteredRetrying,
): Promise<R> {
  for (let tried = 0; tried < retrying.attempts; tried += 1) {
    try {
      return await attempt(begin, callback);
    } catch (error) {
      if (!isConflict(error)) throw error;
      const ceilingMs = Math.min(retrying.longestPauseMs, retrying.firstPauseMs * 2 ** tried);
      await retrying.sleep(retrying.random() * ceilingMs);
    }
  }
  throw new StoreBusy('conflicts did not end');
}
