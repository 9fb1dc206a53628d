import {
  checkId,
  checkQuery,
  conditionsOf,
  type ListWords,
  orderingOf,
} from '../../cloudfunctions/runtime/store/check-query';
import { withoutMark } from '../../cloudfunctions/runtime/store/mark';
import { jitteredRetrying, type Retrying } from '../../cloudfunctions/runtime/store/repeat';
import type {
  Query,
  RawTransaction,
  Store,
  Stored,
} from '../../cloudfunctions/runtime/store/store';
import { transactWithRetry } from '../../cloudfunctions/runtime/store/transact';
import type { Engine } from '../../local-cloud/engine';

const listWords: ListWords = { anyOf: ($in) => ({ $in }), noneOf: ($nin) => ({ $nin }) };

/** Store on an engine in the same process: the same rules without a wire, for tests at speed. */
export function engineStore(engine: Engine, retrying: Retrying = jitteredRetrying): Store {
  const begin = async (): Promise<RawTransaction> => {
    const transaction = engine.begin();
    return {
      get: async (collection, id) => transaction.get(collection, id),
      create: async (collection, id, data) =>
        void (await transaction.insert(collection, { ...data, _id: id })),
      set: async (collection, id, data) =>
        void (await transaction.set(collection, id, { ...data })),
      remove: async (collection, id) => void (await transaction.remove(collection, { _id: id })),
      commit: () => transaction.commit(),
      rollback: async () => transaction.abort(),
    };
  };
  // The engine keeps copies and gives copies.
  return {
    async get<T>(collection: string, id: string) {
      checkId(id);
      const document = engine.get(collection, id);
      return document && (withoutMark(document) as Stored<T>);
    },
    async query<T>(collection: string, query: Query) {
      checkQuery(query);
      const { order, after, limit } = query;
      const compare = order?.direction === 'desc' ? '$lt' : '$gt';
      const behind = order && after !== undefined ? { [order.field]: { [compare]: after } } : {};
      const found = engine.find(collection, {
        query: { ...conditionsOf(query, listWords), ...behind },
        order: orderingOf(query),
        ...{ limit, indexed: true },
      });
      return found.map(withoutMark) as unknown as Stored<T>[];
    },
    transact: (callback, how) => transactWithRetry(begin, callback, retrying, how),
  };
}
