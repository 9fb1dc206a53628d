import type { CloudBase } from '@cloudbase/node-sdk';
import { atMost } from './at-most';
import { checkId, checkQuery, conditionsOf, orderingOf } from './check-query';
import { fateOf } from './failures';
import { withoutMark } from './mark';
import { jitteredRetrying, type Retrying, repeat } from './repeat';
import type { Query, RawTransaction, Reader, Store, Stored } from './store';
import { transactWithRetry } from './transact';

export type StoreSettings = {
  /** Requests of one instance at the same time, however many are asked for. */
  requestsAtOnce?: number;
  retrying?: Retrying;
};

export const usualRequestsAtOnce = 6;

/** @throws Error for anything but a whole number from 1 to 30 */
export function readRequestsAtOnce(text: string | undefined): number {
  if (!text) return usualRequestsAtOnce;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 30) return value;
  throw new Error('JIFEN_REQUESTS_AT_ONCE must be a whole number from 1 to 30, or not set');
}

/**
 * Store on the unmodified @cloudbase/node-sdk; the one place that knows its traps: in a transaction
 * only document operations are inside it, `doc().get()` outside one answers a list, `limit(0)` is
 * 100, and its own retry does not wait.
 */
export function cloudbaseStore(app: CloudBase, settings: StoreSettings = {}): Store {
  const { requestsAtOnce = usualRequestsAtOnce, retrying = jitteredRetrying } = settings;
  const db = app.database();
  const inTurn = atMost(requestsAtOnce);
  /** Reading does no harm twice. */
  const reading = <R>(read: () => Promise<R>) =>
    repeat(
      () => inTurn(read),
      (error) => fateOf(error) !== 'final',
      retrying,
    );
  const reader: Reader = {
    async get<T>(collection: string, id: string) {
      checkId(id);
      const { data } = await reading(() => db.collection(collection).doc(id).get());
      const [document] = data as Stored<T>[];
      return document ? withoutMark(document) : null;
    },
    async query<T>(collection: string, query: Query) {
      checkQuery(query);
      const where = conditionsOf(query, {
        anyOf: (values) => db.command.in([...values]),
        noneOf: (values) => db.command.nin([...values]),
      });
      if (query.order && query.after !== undefined) {
        const compare = query.order.direction === 'asc' ? db.command.gt : db.command.lt;
        where[query.order.field] = compare(query.after);
      }
      let request = db.collection(collection).where(where).limit(query.limit);
      for (const { field, direction } of orderingOf(query)) {
        request = request.orderBy(field, direction);
      }
      const { data } = await reading(() => request.get());
      return (data as Stored<T>[]).map(withoutMark);
    },
  };
  const begin = async (): Promise<RawTransaction> => {
    type Started = Awaited<ReturnType<typeof db.startTransaction>>;
    const transaction = await inTurn<Started>(() => db.startTransaction());
    const doc = (collection: string, id: string) => transaction.collection(collection).doc(id);
    return {
      get: async (collection, id) => {
        const { data } = await inTurn<{ data: Stored<object> }>(() => doc(collection, id).get());
        return data ?? null;
      },
      // The SDK writes `_id` into what it is given: it gets a copy.
      create: async (collection, id, data) =>
        void (await inTurn(() => doc(collection, id).create({ ...data }))),
      set: async (collection, id, data) => void (await inTurn(() => doc(collection, id).set(data))),
      remove: async (collection, id) => void (await inTurn(() => doc(collection, id).remove())),
      commit: async () => void (await inTurn(() => transaction.commit())),
      rollback: async () => void (await inTurn(() => transaction.rollback())),
    };
  };
  return {
    ...reader,
    transact: (callback, how) => transactWithRetry(begin, callback, retrying, how),
  };
}
