import { type Cloud, openCloud } from './cloud';

let cloud: Cloud;

beforeEach(async () => {
  cloud = await openCloud();
});
afterEach(() => cloud.close());

async function after(start: object, change: object): Promise<Record<string, unknown>> {
  const collection = cloud.database.collection('things');
  await collection.doc('d').set(start);
  await collection.doc('d').update(change);
  const [{ _id, ...fields }] = (await collection.doc('d').get()).data;
  return fields;
}

test('fields', async () => {
  const _ = cloud.database.command;
  expect(await after({ a: 1 }, { b: 2 })).toEqual({ a: 1, b: 2 });
  expect(await after({ o: { p: 1 } }, { o: { q: 2 } })).toEqual({ o: { p: 1, q: 2 } });
  expect(await after({ o: { p: 1 } }, { o: _.set({ q: 2 }) })).toEqual({ o: { q: 2 } });
  expect(await after({ o: { p: 1 } }, { 'o.p': 3 })).toEqual({ o: { p: 3 } });
  expect(await after({}, { 'x.y.z': 3 })).toEqual({ x: { y: { z: 3 } } });
  expect(await after({ a: 1, b: 2 }, { a: _.remove() })).toEqual({ b: 2 });
  expect(await after({ a: 1 }, { a: _.rename('b') })).toEqual({ b: 1 });
  expect(await after({ l: [1, 2, 3] }, { 'l.1': 9 })).toEqual({ l: [1, 9, 3] });
  expect(await after({ l: [1] }, { 'l.3': 9 })).toEqual({ l: [1, null, null, 9] });
  expect(await after({ l: [1, 2] }, { 'l.0': _.remove() })).toEqual({ l: [null, 2] });
});

test('numbers', async () => {
  const _ = cloud.database.command;
  expect(await after({ n: 1 }, { n: _.inc(2) })).toEqual({ n: 3 });
  expect(await after({}, { n: _.inc(2) })).toEqual({ n: 2 });
  expect(await after({ n: 3 }, { n: _.mul(4) })).toEqual({ n: 12 });
  expect(await after({}, { n: _.mul(4) })).toEqual({ n: 0 });
  expect(await after({ n: 3 }, { n: _.max(4) })).toEqual({ n: 4 });
  expect(await after({ n: 3 }, { n: _.max(2) })).toEqual({ n: 3 });
  expect(await after({ n: 3 }, { n: _.min(2) })).toEqual({ n: 2 });
  expect(await after({ n: 6 }, { n: _.bit({ and: 3 }) })).toEqual({ n: 2 });
});

test('lists', async () => {
  const _ = cloud.database.command;
  expect(await after({ l: [1] }, { l: _.push(2, 3) })).toEqual({ l: [1, 2, 3] });
  expect(await after({ l: [1] }, { l: _.push([2]) })).toEqual({ l: [1, 2] });
  expect(await after({}, { l: _.push(1) })).toEqual({ l: [1] });
  const all = { each: [5, 3], position: 0, sort: -1, slice: 3 };
  expect(await after({ l: [1, 4] }, { l: _.push(all) })).toEqual({ l: [5, 4, 3] });
  expect(await after({ l: [1] }, { l: _.push({ each: [0], position: 0 }) })).toEqual({ l: [0, 1] });
  expect(await after({ l: [1, 2] }, { l: _.unshift(0) })).toEqual({ l: [0, 1, 2] });
  expect(await after({ l: [1, 2] }, { l: _.pop() })).toEqual({ l: [1] });
  expect(await after({ l: [1, 2] }, { l: _.shift() })).toEqual({ l: [2] });
  expect(await after({ l: [1, 2] }, { l: _.addToSet(2) })).toEqual({ l: [1, 2] });
  expect(await after({ l: [1] }, { l: _.addToSet({ $each: [1, 2, 2] }) })).toEqual({ l: [1, 2] });
  expect(await after({ l: [1, 2, 1] }, { l: _.pull(1) })).toEqual({ l: [2] });
  expect(await after({ l: [1, 5, 9] }, { l: _.pull(_.gt(4)) })).toEqual({ l: [1] });
  expect(await after({ l: [{ k: 1 }, { k: 2, z: 1 }] }, { l: _.pull({ k: 2 }) })).toEqual({
    l: [{ k: 1 }],
  });
  expect(await after({ l: [1, 2, 3] }, { l: _.pullAll([1, 3]) })).toEqual({ l: [2] });
});

test('the positional operator changes the element the query matched', async () => {
  const things = cloud.database.collection('things');
  await things.add({ _id: 'd', l: [{ k: 1 }, { k: 2 }, { k: 2 }], m: [4, 5] });
  await things.where({ 'l.k': 2 }).update({ 'l.$.k': 7 });
  await things.where({ m: 5 }).update({ 'm.$': 6 });
  const [document] = (await things.doc('d').get()).data;
  expect(document).toEqual({ _id: 'd', l: [{ k: 1 }, { k: 7 }, { k: 2 }], m: [4, 6] });
});

type Change = (_: Cloud['database']['command']) => object;
const refused: [string, object, Change][] = [
  ['$inc', { n: 'text' }, (_) => ({ n: _.inc(1) })],
  ['$inc', { n: null }, (_) => ({ n: _.inc(1) })],
  ['$mul', { n: [] }, (_) => ({ n: _.mul(2) })],
  ['$push', { l: 5 }, (_) => ({ l: _.push(1) })],
  ['$push', { l: null }, (_) => ({ l: _.push(1) })],
  ['$addToSet', { l: 'x' }, (_) => ({ l: _.addToSet(1) })],
  ['$pop', { l: 5 }, (_) => ({ l: _.pop() })],
  ['$pull', { l: {} }, (_) => ({ l: _.pull(1) })],
  ['$pullAll', { l: 1 }, (_) => ({ l: _.pullAll([1]) })],
  ['a', { a: 5 }, () => ({ 'a.b': 1 })],
  ['a', { a: null }, () => ({ 'a.b': 1 })],
  ['a', { a: [1] }, () => ({ 'a.b': 1 })],
  ['conflict', { a: 1 }, (_) => ({ a: _.set({}), 'a.b': 1 })],
];
test.each(refused)('MongoDB strictness: %s on %j', async (name, start, change) => {
  await expect(after(start, change(cloud.database.command))).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining(name),
  });
  const [document] = (await cloud.database.collection('things').doc('d').get()).data;
  expect(document).toEqual({ _id: 'd', ...start });
});

test('the id cannot be changed and unknown operators are named', async () => {
  const things = cloud.database.collection('things').options({ raw: true });
  await things.add({ _id: 'd', a: 1 });
  const change = (operators: object) => things.where({ _id: 'd' }).update(operators);
  for (const operators of [{ $set: { _id: 'e' } }, { $rename: { a: '_id' } }]) {
    await expect(change(operators)).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  }
  await expect(change({ $frobnicate: { a: 1 } })).rejects.toMatchObject({
    message: expect.stringContaining('$frobnicate'),
  });
  await expect(change({ a: 1 })).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  expect((await things.get()).data).toEqual([{ _id: 'd', a: 1 }]);
});
