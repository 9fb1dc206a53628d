import { createProtocol } from '../../../local-cloud/protocol';
import { type Cloud, idsOf, openCloud } from './cloud';

let cloud: Cloud;
const clock = { nowMs: 1_700_000_000_000 };

beforeEach(async () => {
  cloud = await openCloud({ createMissingCollections: false, now: () => clock.nowMs });
  await cloud.database.createCollection('goods');
});
afterEach(() => cloud.close());

test('a collection that was never made is refused with the platform code', async () => {
  const missing = cloud.database.collection('nothing');
  await expect(missing.get()).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' });
  await expect(missing.add({ a: 1 })).rejects.toMatchObject({
    code: 'DATABASE_COLLECTION_NOT_EXIST',
  });
  expect(cloud.engine.collections()).toEqual(['goods']);
});

test('one and many documents are added, with own ids or made ones', async () => {
  const goods = cloud.database.collection('goods');
  const one = await goods.add({ _id: 'soap', points: 5 });
  expect(one.id).toBe('soap');
  const many = await goods.add([{ points: 8 }, { _id: 'salt' }]);
  expect(many.ids).toHaveLength(2);
  expect(many.ids?.[0]).toMatch(/^[0-9a-f]{32}$/);
  // In the SDK, though not in its types.
  type Creating = { create(data: object): Promise<{ id: string }> };
  const created = await (goods.doc('rice') as unknown as Creating).create({ points: 35 });
  expect(created.id).toBe('rice');
  expect((await goods.count()).total).toBe(4);
  await expect(goods.add({ _id: 'soap' })).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining('E11000'),
  });
  expect((await goods.doc('soap').get()).data).toEqual([{ _id: 'soap', points: 5 }]);
});

test('every kind of value comes back as it was', async () => {
  const goods = cloud.database.collection('goods');
  const values = {
    text: '砖茶 🍵 "quoted" \\ $',
    whole: 42,
    large: 2 ** 40,
    largest: Number.MAX_SAFE_INTEGER,
    negative: -7,
    fraction: 0.1,
    tiny: 5e-324,
    infinite: Number.POSITIVE_INFINITY,
    yes: true,
    nothing: null,
    when: new Date('1969-07-20T20:17:40.123Z'),
    list: [1, [2, { three: 3 }], null, new Date(0)],
    nested: { a: { b: {} } },
    empty: [],
  };
  await goods.doc('all').set(values);
  expect((await goods.doc('all').get()).data).toEqual([{ _id: 'all', ...values }]);
  await goods.doc('nan').set({ value: Number.NaN });
  expect((await goods.doc('nan').get()).data[0].value).toBeNaN();
});

test('server dates come from the clock of the database, with their offset', async () => {
  const goods = cloud.database.collection('goods');
  await goods.add({ _id: 'a', at: cloud.database.serverDate() });
  await goods.doc('a').update({ later: cloud.database.serverDate({ offset: 60_000 }) });
  const [document] = (await goods.doc('a').get()).data;
  expect(document.at).toEqual(new Date(clock.nowMs));
  expect(document.later).toEqual(new Date(clock.nowMs + 60_000));
});

test('a document set replaces the whole, and creates when absent', async () => {
  const goods = cloud.database.collection('goods');
  const created = await goods.doc('soap').set({ points: 5, stock: 3 });
  expect(created).toMatchObject({ updated: 0, upsertedId: 'soap' });
  const replaced = await goods.doc('soap').set({ points: 6 });
  expect(replaced).toMatchObject({ updated: 1, upsertedId: null });
  expect((await goods.doc('soap').get()).data).toEqual([{ _id: 'soap', points: 6 }]);
});

test('a document that is not there: empty answers, nothing updated or removed', async () => {
  const goods = cloud.database.collection('goods');
  expect((await goods.doc('gone').get()).data).toEqual([]);
  expect((await goods.doc('gone').update({ a: 1 })).updated).toBe(0);
  expect((await goods.doc('gone').remove()).deleted).toBe(0);
});

test('an update that changes nothing reports nothing updated', async () => {
  const goods = cloud.database.collection('goods');
  await goods.add({ _id: 'soap', points: 5 });
  expect((await goods.doc('soap').update({ points: 5 })).updated).toBe(0);
  expect((await goods.doc('soap').update({ points: 6 })).updated).toBe(1);
});

test('numeric ids and texts that look like them are different documents', async () => {
  const goods = cloud.database.collection('goods');
  await goods.doc(5).set({ kind: 'number' });
  await goods.doc('5').set({ kind: 'text' });
  expect((await goods.doc(5).get()).data).toEqual([{ _id: 5, kind: 'number' }]);
  expect((await goods.doc('5').get()).data).toEqual([{ _id: '5', kind: 'text' }]);
});

test('where: order, skip, limit, field, count, update, remove', async () => {
  const goods = cloud.database.collection('goods');
  const _ = cloud.database.command;
  await goods.add([1, 2, 3, 4, 5, 6].map((n) => ({ _id: `g${n}`, n, odd: n % 2 === 1, x: 1 })));
  const page = await goods
    .where({ odd: true })
    .orderBy('n', 'desc')
    .skip(1)
    .limit(1)
    .field({ n: true })
    .get();
  expect(page.data).toEqual([{ _id: 'g3', n: 3 }]);
  expect((await goods.where({ n: _.gt(2) }).count()).total).toBe(4);
  expect((await goods.where({ odd: true }).update({ x: 2 })).updated).toBe(3);
  const single = goods.where({ odd: false }).options({ multiple: false });
  expect((await single.update({ x: 9 })).updated).toBe(1);
  expect((await goods.where({ x: 9 }).get()).data).toHaveLength(1);
  expect((await goods.where({ odd: true }).remove()).deleted).toBe(3);
  const kept = await goods.orderBy('x', 'desc').orderBy('n', 'asc').get();
  expect(idsOf(kept)).toEqual(['g2', 'g4', 'g6']);
});

test('where().updateAndReturn gives the document as it now is', async () => {
  const goods = cloud.database.collection('goods');
  const _ = cloud.database.command;
  await goods.add({ _id: 'soap', stock: 3 });
  const answer = await goods.where({ _id: 'soap', stock: _.gte(1) }).updateAndReturn({
    stock: _.inc(-1),
  });
  expect(answer).toMatchObject({ updated: 1, doc: { _id: 'soap', stock: 2 } });
  // What is found counts, also where it is as it was.
  const same = await goods.where({ _id: 'soap' }).updateAndReturn({ stock: 2 });
  expect(same).toMatchObject({ updated: 1, doc: { _id: 'soap', stock: 2 } });
  const none = await goods.where({ stock: 99 }).updateAndReturn({ stock: 1 });
  expect(none).toMatchObject({ updated: 0, doc: null });
});

test('a query answers 100 rows, with a limit at most 1000, also past the SDK', async () => {
  const rows = Array.from({ length: 1100 }, (_, n) => ({ _id: `r${n}` }));
  await cloud.engine.insert('goods', rows);
  const goods = cloud.database.collection('goods');
  expect((await goods.get()).data).toHaveLength(100);
  expect((await goods.limit(1000).get()).data).toHaveLength(1000);
  const answer = await createProtocol(cloud.engine).handle({
    action: 'database.getDocument',
    collectionName: 'goods',
    queryType: 'WHERE',
    limit: 5000,
  });
  expect((answer.data as { list: string[] }).list).toHaveLength(1000);
});

test('projections keep, drop and cut lists', async () => {
  const goods = cloud.database.collection('goods');
  const { project } = cloud.database.command;
  await goods.add({ _id: 'a', n: 1, deep: { x: 1, y: 2 }, list: [{ k: 1 }, { k: 2 }, { k: 3 }] });
  const get = async (fields: object) => (await goods.where({}).field(fields).get()).data[0];
  expect(await get({ n: 1, _id: 0 })).toEqual({ n: 1 });
  expect(await get({ list: 0, deep: 0 })).toEqual({ _id: 'a', n: 1 });
  expect(await get({ 'deep.y': 1 })).toEqual({ _id: 'a', deep: { y: 2 } });
  expect((await get({ list: project.slice(-1) })).list).toEqual([{ k: 3 }]);
  expect((await get({ list: project.slice([1, 1]) })).list).toEqual([{ k: 2 }]);
  const matched = await get({ list: project.elemMatch({ k: { $gt: 1 } }) });
  expect(matched).toEqual({ _id: 'a', list: [{ k: 2 }] });
});

test('unknown actions, broken texts and missing parts are named', async () => {
  const { handle } = createProtocol(cloud.engine);
  expect(await handle({ action: 'database.dropEverything' })).toMatchObject({
    code: 'INVALID_ACTION',
    message: expect.stringContaining('database.dropEverything'),
  });
  const get = { action: 'database.getDocument', collectionName: 'goods', queryType: 'WHERE' };
  expect(await handle({ ...get, query: '{broken' })).toMatchObject({ code: 'INVALID_PARAM' });
  expect(await handle({ ...get, query: '[1]' })).toMatchObject({ code: 'INVALID_PARAM' });
  expect(await handle({ ...get, limit: -1 })).toMatchObject({ code: 'INVALID_PARAM' });
  expect(await handle({ ...get, order: '{"a":"up"}' })).toMatchObject({ code: 'INVALID_PARAM' });
  expect(await handle({ action: get.action })).toMatchObject({
    code: 'INVALID_PARAM',
    message: expect.stringContaining('collectionName'),
  });
});

test('field names that start with $ cannot be stored', async () => {
  const goods = cloud.database.collection('goods');
  await expect(goods.add({ a: { $ne: 1 } })).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining('$ne'),
  });
  expect((await goods.count()).total).toBe(0);
});
