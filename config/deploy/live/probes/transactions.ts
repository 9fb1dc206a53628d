import { outcome, type Probe, pause, type Tools } from '../probe';

const afterTheEndMs = 32_000;

async function withDocument({ app, collection, mark }: Tools, name: string) {
  const db = app.database();
  const id = `${mark}-${name}`;
  await db.collection(collection).add({ _id: id, amount: 1 });
  return { db, id, documents: db.collection(collection) };
}

async function twoWrites(tools: Tools, first: number, second: number) {
  const { db, id } = await withDocument(tools, `${first}-${second}`);
  const [one, two] = [await db.startTransaction(), await db.startTransaction()];
  const write = (transaction: typeof one, amount: number) =>
    outcome(() => transaction.collection(tools.collection).doc(id).update({ amount }));
  const answers = [await write(one, first), await write(two, second)];
  answers.push(await outcome(() => one.commit()), await outcome(() => two.commit()));
  return answers;
}

export const transactionProbes: Readonly<Record<string, Probe>> = {
  async 'read-of-nothing-inside'(tools) {
    const { db } = await withDocument(tools, 'there');
    const transaction = await db.startTransaction();
    const missing = transaction.collection(tools.collection).doc(`${tools.mark}-missing`);
    const { data } = await missing.get();
    await transaction.rollback();
    return data === null ? 'null' : Array.isArray(data) ? `list of ${data.length}` : typeof data;
  },
  async 'snapshot-taken'(tools) {
    const { db, id, documents } = await withDocument(tools, 'seen');
    const transaction = await db.startTransaction();
    await documents.doc(id).update({ amount: 2 });
    const { data } = await transaction.collection(tools.collection).doc(id).get();
    await transaction.rollback();
    return data.amount === 1 ? 'at the start' : 'at the first operation';
  },
  'two-writes': (tools) => twoWrites(tools, 2, 3),
  'write-of-the-same-against-a-write': (tools) => twoWrites(tools, 1, 3),
  'write-against-a-write-of-the-same': (tools) => twoWrites(tools, 3, 1),
  async 'ordinary-write-against-an-open-one'(tools) {
    const { db, id, documents } = await withDocument(tools, 'held');
    const transaction = await db.startTransaction();
    await transaction.collection(tools.collection).doc(id).update({ amount: 2 });
    let done = false;
    const ordinary = outcome(() => documents.doc(id).update({ amount: 3 })).finally(() => {
      done = true;
    });
    await pause(2000);
    const waited = !done;
    const commit = await outcome(() => transaction.commit());
    return { waited, commit, ordinary: await ordinary };
  },
  async 'write-skew'(tools) {
    const { db, id: left } = await withDocument(tools, 'left');
    const { id: right } = await withDocument(tools, 'right');
    const [one, two] = [await db.startTransaction(), await db.startTransaction()];
    for (const each of [one, two]) {
      for (const id of [left, right]) await each.collection(tools.collection).doc(id).get();
    }
    await one.collection(tools.collection).doc(left).update({ amount: 0 });
    await two.collection(tools.collection).doc(right).update({ amount: 0 });
    return [await outcome(() => one.commit()), await outcome(() => two.commit())];
  },
  async 'where-update-inside'(tools) {
    const { db, id, documents } = await withDocument(tools, 'where');
    const transaction = await db.startTransaction();
    const where = transaction.collection(tools.collection).where({ _id: id });
    const went = await outcome(() => where.update({ amount: 2 }));
    await transaction.rollback();
    const { data } = await documents.doc(id).get();
    return { went, afterRollback: data[0]?.amount === 1 ? 'undone' : 'stays: it was outside' };
  },
  async 'requests-in-one'(tools) {
    const { db, id } = await withDocument(tools, 'often');
    const transaction = await db.startTransaction();
    const document = transaction.collection(tools.collection).doc(id);
    let done = 0;
    const went = await outcome(async () => {
      for (const until = performance.now() + 20_000; done < 400 && performance.now() < until; ) {
        await document.get();
        done += 1;
      }
      await transaction.commit();
    });
    return { atLeast: [70, 100, 200, 400].filter((each) => each <= done).at(-1) ?? 0, end: went };
  },
  async 'read-after-commit'(tools) {
    const { db, id, documents } = await withDocument(tools, 'fresh');
    let stale = 0;
    for (let amount = 2; amount < 40; amount += 1) {
      const transaction = await db.startTransaction();
      await transaction.collection(tools.collection).doc(id).update({ amount });
      await transaction.commit();
      const { data } = await documents.doc(id).get();
      if (data[0]?.amount !== amount) stale += 1;
    }
    return { stale, of: 38 };
  },
  async 'dead-after-thirty-seconds'(tools) {
    const { db, id, documents } = await withDocument(tools, 'dead');
    const transaction = await db.startTransaction();
    await transaction.collection(tools.collection).doc(id).update({ amount: 2 });
    await pause(afterTheEndMs);
    const commit = await outcome(() => transaction.commit());
    const ordinary = await outcome(() => documents.doc(id).update({ amount: 3 }));
    return { commit, ordinary };
  },
};
