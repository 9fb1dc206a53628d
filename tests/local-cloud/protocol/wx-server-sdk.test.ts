import { type Cloud, openCloud } from './cloud';

let cloud: Cloud;

beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());

test("WeChat's own server SDK reads and writes through the same protocol", async () => {
  const wx = await import('wx-server-sdk');
  wx.init({ env: 'local-env' });
  const database = wx.database();
  const _ = database.command;
  const orders = database.collection('orders');
  // Its types still carry the answer of the old callback style.
  const added = (await orders.add({ data: { n: 1, at: new Date(5) } })) as { _id: string };
  const id = added._id;
  await orders.doc(id).update({ data: { n: _.inc(4) } });
  const found = (await orders.where({ n: _.gt(4) }).get()) as { data: unknown };
  expect(found.data).toEqual([{ _id: id, n: 5, at: new Date(5) }]);
  await database.runTransaction(async (transaction: typeof database) => {
    await transaction
      .collection('orders')
      .doc(id)
      .update({ data: { n: 9 } });
  });
  expect(cloud.engine.get('orders', id)).toMatchObject({ n: 9 });
  const gone = (await orders.doc(id).remove()) as { stats: { removed: number } };
  expect(gone.stats.removed).toBe(1);
});
