import type { RawTransaction } from '../../cloudfunctions/runtime/store/store';
import { transactWithRetry } from '../../cloudfunctions/runtime/store/transact';

/** A transaction that counts how many of its reads run at the same time. */
function countingTransaction(broken: string | null) {
  const count = { now: 0, most: 0 };
  const raw: RawTransaction = {
    async get(_collection, id) {
      count.now += 1;
      count.most = Math.max(count.most, count.now);
      await new Promise((resolve) => setTimeout(resolve, 1));
      count.now -= 1;
      if (id === broken) throw new Error(`${id} broke`);
      return { _id: id };
    },
    create: async () => undefined,
    set: async () => undefined,
    remove: async () => undefined,
    commit: async () => undefined,
    rollback: async () => undefined,
  };
  return { raw, count };
}

test('reads that are asked for together reach the transaction one after the other', async () => {
  const { raw, count } = countingTransaction(null);
  const found = await transactWithRetry(
    async () => raw,
    (tx) => Promise.all(['a', 'b', 'c'].map((id) => tx.get('tills', id))),
  );
  expect(found.map((each) => each?._id)).toEqual(['a', 'b', 'c']);
  expect(count.most).toBe(1);
});

test('a read that breaks does not keep the next one from its turn', async () => {
  const { raw } = countingTransaction('a');
  const found = await transactWithRetry(
    async () => raw,
    async (tx) => {
      const broken = await tx.get('tills', 'a').catch((error: Error) => error.message);
      return [broken, await tx.get('tills', 'b')];
    },
  );
  expect(found).toEqual(['a broke', { _id: 'b' }]);
});
