import type { CloudBase } from '@cloudbase/node-sdk';
import { checkQuery, conditionsOf } from './check-query';
import { withoutMark } from './mark';
import type { Query, RawTransaction, Reader, Store, Stored } from './store';
import { jitteredRetrying, type Retrying, transactWithRetry } from './transact';

/**
 * Store on the unmodified @cloudbase/node-sdk; the one place that knows its traps: in a transaction
 * only document operations are inside it, `doc().get()` outside one answers a list, `limit(0)` is
 * 100, and its own retry does not wait.
 */
export function cloudbaseStore(app: CloudBase, retrying: Retrying = jitteredRetrying): Store {
  const db = app.database();
  const reader: Reader = {
    async get<T>(collection: string, id: string) {
      const { data } = await db.collection(collection).doc(id).get();
      const [document] = data as Stored<T>[];
      return document ? withoutMark(document) : null;
    },
    async query<T>(collection: string, query: Query) {
      checkQuery(query);
      const where = conditionsOf(query, (values) => db.command.in([...values]));
      if (query.order && query.after !== undefined) {
        const compare = query.order.direction === 'asc' ? db.command.gt : db.command.lt;
        where[query.order.field] = compare(query.after);
      }
      let request = db.collection(collection).where(where).limit(query.limit);
      if (query.order) request = request.orderBy(query.order.field, query.order.direction);
      const { data } = await request.get();
      return (data as Stored<T>[]).map(withoutMark);
    },
  };
  const begin = async (): Promise<RawTransaction> => {
    const transaction = await db.startTransaction();
    const doc = (collection: string, id: string) => transaction.collection(collection).doc(id);
    return {
      get: async (collection, id) => (await doc(collection, id).get()).data ?? null,
      // The SDK writes `_id` into what it is given: it gets a copy.
      create: async (collection, id, data) => void (await doc(collection, id).create({ ...data })),
      set: async (collection, id, data) => void (await doc(collection, id).set(data)),
      remove: async (collection, id) => void (await doc(collection, id).remove()),
      commit: async () => void (await transaction.commit()),
      rollback: async () => void (await transaction.rollback()),
    };
  };
  return {
    ...reader,
    transact: (callback) => transactWithRetry(begin, callback, retrying),
  };
}
