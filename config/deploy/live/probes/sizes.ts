import { largest, outcome, type Probe, type Tools } from '../probe';

const megabyte = 1024 * 1024;
/** A letter takes one byte; the rest of a document is small beside it. */
const text = (megabytes: number) => 'a'.repeat(megabytes * megabyte - 1000);

/** What is large is taken away at once: it would make every later question slow. */
async function clear({ app, collection, mark }: Tools): Promise<void> {
  await app.database().collection(collection).where({ run: mark }).remove();
}

export const sizeProbes: Readonly<Record<string, Probe>> = {
  async 'document-size'(tools) {
    const documents = tools.app.database().collection(tools.collection);
    const { mark, longestStepMs } = tools;
    return largest([1, 2, 5, 6, 10, 15, 17], longestStepMs, async (size) => {
      await documents.add({ _id: `${mark}-${size}`, run: mark, text: text(size) });
      await clear(tools);
    });
  },
  async 'transaction-size'(tools) {
    const { app, collection, mark, longestStepMs } = tools;
    return largest([4, 8, 15, 17, 24], longestStepMs, async (size) => {
      const transaction = await app.database().startTransaction();
      for (let each = 0; each < size; each += 1) {
        const document = transaction.collection(collection).doc(`${mark}-${each}`);
        await document.set({ run: mark, text: text(1) });
      }
      await transaction.commit();
      await clear(tools);
    });
  },
  async 'answer-size-and-unindexed-sort'(tools) {
    const { app, collection, mark, longestStepMs } = tools;
    const documents = app.database().collection(collection);
    const count = 36;
    for (let each = 0; each < count; each += 1) {
      await documents.add({ _id: `${mark}-${each}`, run: mark, order: -each, text: text(1) });
    }
    const where = documents.where({ run: mark });
    const answer = await largest([4, 8, 15, 17], longestStepMs, (size) => where.limit(size).get());
    const sorted = where.orderBy('order', 'asc').field({ order: true }).limit(1);
    const sortOf36Megabytes = await outcome(() => sorted.get());
    await clear(tools);
    return { answer, sortOf36Megabytes };
  },
};
