import { type Cloud, openCloud } from './cloud';

type Transaction = Awaited<ReturnType<Cloud['database']['startTransaction']>>;

let cloud: Cloud;
const clock = { nowMs: 1_000_000 };

beforeEach(async () => {
  cloud = await openCloud({ now: () => clock.nowMs });
  await cloud.engine.insert('accounts', [
    { _id: 'a', points: 100 },
    { _id: 'b', points: 100 },
  ]);
});
afterEach(() => cloud.close());

// Word for word as live clouds print it.
const please = 'Please check your request, but if the problem cannot be solved, contact us.';
const conflict = {
  code: 'DATABASE_TRANSACTION_CONFLICT',
  message:
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, ' +
    `maybe resource operated by others. ${please}`,
};
const gone = {
  code: 'DATABASE_TRANSACTION_FAIL',
  message:
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, ' +
    `transaction must be commit or abort in 30 seconds. ${please}`,
};

const points = (id: string) => cloud.engine.get('accounts', id)?.points;

test('every document operation runs inside and is seen outside after commit only', async () => {
  const { command: _ } = cloud.database;
  const t = await cloud.database.startTransaction();
  const accounts = t.collection('accounts');
  expect((await accounts.doc('a').get()).data).toEqual({ _id: 'a', points: 100 });
  expect((await accounts.doc('x').get()).data).toBeNull();
  await accounts.doc('a').update({ points: _.inc(-30) });
  await accounts.add({ _id: 'c', points: 30 });
  await accounts.doc('d').set({ points: 1 });
  await accounts.doc('b').remove();
  const inside = await accounts.where({ points: _.gte(30) }).get();
  expect(inside.data.map((one: { _id: string }) => one._id).sort()).toEqual(['a', 'c']);
  const changed = await accounts.where({ _id: 'c' }).updateAndReturn({ points: _.inc(1) });
  expect(changed.doc).toEqual({ _id: 'c', points: 31 });
  expect(cloud.engine.find('accounts')).toHaveLength(2);
  await t.commit();
  expect(cloud.engine.find('accounts', { order: [{ field: '_id', direction: 'asc' }] })).toEqual([
    { _id: 'a', points: 70 },
    { _id: 'c', points: 31 },
    { _id: 'd', points: 1 },
  ]);
});

test('a rollback leaves nothing, and the transaction is gone then', async () => {
  const t = await cloud.database.startTransaction();
  await t.collection('accounts').doc('a').update({ points: 0 });
  await t.rollback();
  expect(points('a')).toBe(100);
  await expect(t.collection('accounts').doc('a').get()).rejects.toMatchObject(gone);
  await expect(t.commit()).rejects.toMatchObject(gone);
});

test.each(['update', 'set', 'remove'] as const)(
  'the second writer fails at once: %s',
  async (how) => {
    const first = await cloud.database.startTransaction();
    const second = await cloud.database.startTransaction();
    await first.collection('accounts').doc('a').update({ points: 1 });
    const rival = second.collection('accounts').doc('a');
    const write = how === 'remove' ? rival.remove() : rival[how]({ points: 2 });
    await expect(write).rejects.toMatchObject(conflict);
    // The server has ended it already.
    await expect(second.collection('accounts').doc('b').get()).rejects.toMatchObject(gone);
    await first.commit();
    expect(points('a')).toBe(1);
  },
);

test('two creators of the same id conflict', async () => {
  const first = await cloud.database.startTransaction();
  const second = await cloud.database.startTransaction();
  await first.collection('accounts').add({ _id: 'new' });
  await expect(second.collection('accounts').add({ _id: 'new' })).rejects.toMatchObject(conflict);
  await first.commit();
});

test('what was written between the beginning and the first operation is seen', async () => {
  const t = await cloud.database.startTransaction();
  await cloud.database.collection('accounts').doc('a').update({ points: 5 });
  expect((await t.collection('accounts').doc('a').get()).data.points).toBe(5);
  await t.collection('accounts').doc('a').update({ points: 6 });
  await t.commit();
  expect(points('a')).toBe(6);
});

test('whoever read before another commit cannot overwrite it', async () => {
  const t = await cloud.database.startTransaction();
  expect((await t.collection('accounts').doc('a').get()).data.points).toBe(100);
  await cloud.database.collection('accounts').doc('a').update({ points: 5 });
  expect((await t.collection('accounts').doc('a').get()).data.points).toBe(100);
  await expect(t.collection('accounts').doc('a').update({ points: 9 })).rejects.toMatchObject(
    conflict,
  );
  expect(points('a')).toBe(5);
});

test('after 30 seconds a transaction is gone and holds nothing', async () => {
  const t = await cloud.database.startTransaction();
  await t.collection('accounts').doc('a').update({ points: 1 });
  clock.nowMs += 29_999;
  expect((await t.collection('accounts').doc('a').get()).data.points).toBe(1);
  clock.nowMs += 1;
  await cloud.database.collection('accounts').doc('a').update({ points: 7 });
  await expect(t.commit()).rejects.toMatchObject(gone);
  expect(points('a')).toBe(7);
});

test('an ordinary write waits for the lock and then goes on', async () => {
  const { command: _ } = cloud.database;
  const t = await cloud.database.startTransaction();
  await t
    .collection('accounts')
    .doc('a')
    .update({ points: _.inc(1) });
  const order: string[] = [];
  const ordinary = cloud.database
    .collection('accounts')
    .where({ _id: 'a' })
    .update({ points: _.inc(10) })
    .then(() => order.push('ordinary'));
  await new Promise((resolve) => setTimeout(resolve, 120));
  order.push('commit');
  await t.commit();
  await ordinary;
  expect(order).toEqual(['commit', 'ordinary']);
  expect(points('a')).toBe(111);
});

test('write skew is not prevented, as on the platform', async () => {
  const first = await cloud.database.startTransaction();
  const second = await cloud.database.startTransaction();
  for (const t of [first, second]) {
    const a = (await t.collection('accounts').doc('a').get()).data.points;
    const b = (await t.collection('accounts').doc('b').get()).data.points;
    expect(a + b).toBe(200);
  }
  await first.collection('accounts').doc('a').update({ points: -50 });
  await second.collection('accounts').doc('b').update({ points: -50 });
  await first.commit();
  await second.commit();
  expect([points('a'), points('b')]).toEqual([-50, -50]);
});

test('what the SDK sends without the transaction runs outside it', async () => {
  const { command: _ } = cloud.database;
  const t = await cloud.database.startTransaction();
  await t
    .collection('accounts')
    .where({ _id: 'a' })
    .update({ points: _.inc(5) });
  expect(points('a')).toBe(105);
  await t.rollback();
  expect(points('a')).toBe(105);
});

test('runTransaction tries a conflict again and gives its result', async () => {
  const { command: _ } = cloud.database;
  let runs = 0;
  const result = await cloud.database.runTransaction(async (t: Transaction) => {
    runs += 1;
    await t.collection('accounts').doc('a').get();
    if (runs === 1) await cloud.database.collection('accounts').doc('a').update({ points: 50 });
    await t
      .collection('accounts')
      .doc('a')
      .update({ points: _.inc(1) });
    return 'done';
  });
  expect([result, runs, points('a')]).toEqual(['done', 2, 51]);
});

test('runTransaction with an own rollback rejects with the own reason', async () => {
  const run = cloud.database.runTransaction(async (t: Transaction) => {
    await t.collection('accounts').doc('a').update({ points: 0 });
    await t.rollback('not enough');
  });
  await expect(run).rejects.toBe('not enough');
  expect(points('a')).toBe(100);
});

test('many transfers at once over the wire keep the total', async () => {
  const { command: _ } = cloud.database;
  const move = (amount: number) =>
    cloud.database.runTransaction(async (t: Transaction) => {
      await t
        .collection('accounts')
        .doc('a')
        .update({ points: _.inc(-amount) });
      await t
        .collection('accounts')
        .doc('b')
        .update({ points: _.inc(amount) });
    });
  const outcomes = await Promise.allSettled(Array.from({ length: 40 }, (__, n) => move(n)));
  const done = outcomes.reduce((sum, one, n) => (one.status === 'fulfilled' ? sum + n : sum), 0);
  expect(outcomes.some((one) => one.status === 'fulfilled')).toBe(true);
  for (const one of outcomes)
    if (one.status === 'rejected') expect(one.reason).toMatchObject(conflict);
  expect([points('a'), points('b')]).toEqual([100 - done, 100 + done]);
});
