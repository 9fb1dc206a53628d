import { type Cloud, idsOf, openCloud } from './cloud';

let cloud: Cloud;

beforeAll(async () => {
  cloud = await openCloud();
  await cloud.engine.insert('people', [
    { _id: 'a', n: 1, tags: ['x', 'y'], name: 'Altan', at: new Date(1000), o: { p: 1, q: 2 } },
    { _id: 'b', n: 5, tags: ['y'], name: 'bayar', at: new Date(2000), o: { p: 2 } },
    { _id: 'c', n: 10, tags: [], name: '图雅', at: new Date(3000), scores: [{ s: 1, t: 9 }, 7] },
    {
      _id: 'd',
      n: null,
      name: 'Altan',
      scores: [
        { s: 5, t: 1 },
        { s: 1, t: 1 },
      ],
    },
    { _id: 'e', tags: 'x', scores: [1, 5, 9] },
  ]);
});
afterAll(() => cloud.close());

async function ids(query: object): Promise<unknown[]> {
  return idsOf(await cloud.database.collection('people').where(query).orderBy('_id', 'asc').get());
}

test('comparisons', async () => {
  const _ = cloud.database.command;
  expect(await ids({ n: 5 })).toEqual(['b']);
  expect(await ids({ n: _.eq(5) })).toEqual(['b']);
  expect(await ids({ n: _.neq(5) })).toEqual(['a', 'c', 'd', 'e']);
  expect(await ids({ n: _.gt(1).and(_.lte(10)) })).toEqual(['b', 'c']);
  expect(await ids({ n: _.gte(5) })).toEqual(['b', 'c']);
  expect(await ids({ n: _.lt(5) })).toEqual(['a']);
  expect(await ids({ n: _.in([1, 10, 77]) })).toEqual(['a', 'c']);
  expect(await ids({ n: _.nin([1, 10]) })).toEqual(['b', 'd', 'e']);
  expect(await ids({ n: null })).toEqual(['d', 'e']);
  const { mod } = _ as unknown as { mod(divisor: number, remainder: number): unknown };
  expect(await ids({ n: mod(5, 0) })).toEqual(['b', 'c']);
  expect(await ids({ at: _.gt(new Date(1500)) })).toEqual(['b', 'c']);
  expect(await ids({ at: new Date(3000) })).toEqual(['c']);
  expect(await ids({ 'o.p': 2 })).toEqual(['b']);
  expect(await ids({ o: { p: _.lt(2) } })).toEqual(['a']);
});

test('logic', async () => {
  const _ = cloud.database.command;
  expect(await ids({ n: _.or(_.eq(1), _.eq(10)) })).toEqual(['a', 'c']);
  expect(await ids(_.or([{ n: 1 }, { name: 'bayar' }]))).toEqual(['a', 'b']);
  expect(await ids(_.and([{ name: 'Altan' }, { n: 1 }]))).toEqual(['a']);
  expect(await ids(_.nor([{ name: 'Altan' }, { n: 10 }]))).toEqual(['b', 'e']);
  expect(await ids({ n: _.not(_.gt(1)) })).toEqual(['a', 'd', 'e']);
  expect(await ids({ n: _.exists(true) })).toEqual(['a', 'b', 'c', 'd']);
  expect(await ids({ n: _.exists(false) })).toEqual(['e']);
});

test('lists', async () => {
  const _ = cloud.database.command;
  expect(await ids({ tags: 'x' })).toEqual(['a', 'e']);
  expect(await ids({ tags: _.all(['x', 'y']) })).toEqual(['a']);
  expect(await ids({ tags: _.all(['x']) })).toEqual(['a', 'e']);
  expect(await ids({ tags: _.size(0) })).toEqual(['c']);
  expect(await ids({ scores: _.elemMatch({ s: 1, t: 9 }) })).toEqual(['c']);
  expect(await ids({ scores: _.elemMatch({ s: _.gte(1), t: _.lt(5) }) })).toEqual(['d']);
  expect(await ids({ scores: _.elemMatch(_.gt(5)) })).toEqual(['c', 'e']);
});

test('fields of elements never match elements that are no objects', async () => {
  const _ = cloud.database.command;
  expect(await ids({ scores: _.elemMatch({ missing: _.exists(false), s: _.neq(99) }) })).toEqual([
    'c',
    'd',
  ]);
});

test('patterns', async () => {
  const { database } = cloud;
  expect(await ids({ name: /^al/i })).toEqual(['a', 'd']);
  expect(await ids({ name: database.RegExp({ regexp: '图', options: '' }) })).toEqual(['c']);
  expect(await ids({ name: /a/g })).toEqual(['a', 'b', 'd']);
  expect(await ids({ name: database.command.not(/^Al/) })).toEqual(['b', 'c', 'e']);
  await expect(ids({ name: database.RegExp({ regexp: '(', options: '' }) })).rejects.toMatchObject({
    code: 'INVALID_PARAM',
  });
});

test('expressions and schemas', async () => {
  const _ = cloud.database.command;
  const $ = _.aggregate;
  expect(await ids(_.expr($.gt(['$o.q', '$o.p'])))).toEqual(['a']);
  const schema = {
    required: ['n', 'tags'],
    properties: { n: { bsonType: 'number', minimum: 5 }, tags: { bsonType: 'array' } },
  };
  expect(await ids(_.jsonSchema(schema))).toEqual(['b', 'c']);
});

test('object ids are values of their own', async () => {
  const { database } = cloud;
  const id = '5f0000000000000000000001';
  await database.collection('ids').add({ _id: 'x', ref: new database.ObjectId({ id }) });
  const found = database.collection('ids').where({ ref: new database.ObjectId({ id }) });
  expect((await found.count()).total).toBe(1);
  expect((await database.collection('ids').where({ ref: id }).count()).total).toBe(0);
  // The SDK reads text there; of an ObjectId it would make an empty object.
  expect((await found.get()).data).toEqual([{ _id: 'x', ref: id }]);
});

test('an object id is an id of a document, apart from the text of the same digits', async () => {
  const { database } = cloud;
  const notes = database.collection('notes');
  const id = '5F00000000000000000000AB';
  const objectId = new database.ObjectId({ id });
  expect(await notes.add({ _id: objectId, n: 1 })).toMatchObject({ id: id.toLowerCase() });
  await notes.add({ _id: id.toLowerCase(), n: 2 });
  await expect(notes.add({ _id: objectId, n: 3 })).rejects.toThrow('E11000');
  const byId = notes.where({ _id: objectId });
  expect((await byId.get()).data).toEqual([{ _id: id.toLowerCase(), n: 1 }]);
  expect(await byId.update({ n: 4 })).toMatchObject({ updated: 1 });
  const changed = await byId.updateAndReturn({ n: database.command.inc(1) });
  expect(changed.doc).toEqual({ _id: id.toLowerCase(), n: 5 });
  const link = { from: 'notes', localField: 'note', foreignField: '_id', as: 'found' };
  await database.collection('ids').add({ _id: 'link', note: objectId });
  const joined = await database
    .collection('ids')
    .aggregate()
    .match({ _id: 'link' })
    .lookup(link)
    .end();
  expect(joined.data[0]).toMatchObject({ note: id.toLowerCase(), found: [{ n: 5 }] });
  expect(await byId.remove()).toMatchObject({ deleted: 1 });
  expect((await notes.get()).data).toEqual([{ _id: id.toLowerCase(), n: 2 }]);
});

test('what is no object id is refused by name', async () => {
  const { database } = cloud;
  const wrong = database.collection('ids').where({ ref: new database.ObjectId({ id: 'xyz' }) });
  await expect(wrong.get()).rejects.toMatchObject({
    code: 'INVALID_PARAM',
    message: expect.stringContaining('ObjectId'),
  });
});

test.each([
  [{ n: { $search: 'x' } }, '$search'],
  [{ $text: { $search: 'x' } }, '$text'],
  [{ $where: 'true' }, '$where'],
  [{ n: { $frobnicate: 1 } }, '$frobnicate'],
  [{ scores: { $elemMatch: { s: { $wrong: 1 } } } }, '$wrong'],
  [{ $expr: { $meta: 'textScore' } }, '$meta'],
])('an operator that cannot run is named: %j', async (query, name) => {
  const where = cloud.database.collection('empty').options({ raw: true }).where(query);
  await expect(where.get()).rejects.toMatchObject({
    code: 'INVALID_PARAM',
    message: expect.stringContaining(name),
  });
});
