import { type Cloud, idsOf, openCloud } from './cloud';

let cloud: Cloud;

beforeAll(async () => {
  cloud = await openCloud();
  await cloud.engine.insert('orders', [
    { _id: 'o1', goods: 'tea', n: 1, points: 10, at: new Date('2026-01-01T00:00:00Z') },
    { _id: 'o2', goods: 'tea', n: 2, points: 20, at: new Date('2026-01-04T00:00:00Z') },
    { _id: 'o3', goods: 'rice', n: 3, points: 5, tags: ['a', 'b'], o: { p: 1 } },
    { _id: 'o4', goods: 'salt', n: 4, points: 7, tags: ['b'], o: { p: 2 } },
  ]);
  await cloud.engine.insert('goods', [
    { _id: 'tea', name: '砖茶' },
    { _id: 'rice', name: '大米' },
  ]);
});
afterAll(() => cloud.close());

const orders = () => cloud.database.collection('orders').aggregate();

test('match, group, sort, skip, limit, count', async () => {
  const _ = cloud.database.command;
  const $ = _.aggregate;
  const sums = await orders()
    .match({ n: _.gte(1) })
    .group({ _id: '$goods', sum: $.sum('$points'), top: $.max('$n'), all: $.push('$n') })
    .sort({ sum: -1 })
    .end();
  expect(sums.data).toEqual([
    { _id: 'tea', sum: 30, top: 2, all: [1, 2] },
    { _id: 'salt', sum: 7, top: 4, all: [4] },
    { _id: 'rice', sum: 5, top: 3, all: [3] },
  ]);
  expect(idsOf(await orders().sort({ n: -1 }).skip(1).limit(2).end())).toEqual(['o3', 'o2']);
  expect((await orders().match({ goods: 'tea' }).count('total').end()).data).toEqual([
    { total: 2 },
  ]);
});

test('project, addFields, replaceRoot, unwind, sortByCount, bucket, sample', async () => {
  const $ = cloud.database.command.aggregate;
  const doubled = orders().match({ _id: 'o3' });
  expect((await doubled.project({ _id: 0, twice: $.multiply(['$n', 2]) }).end()).data).toEqual([
    { twice: 6 },
  ]);
  const added = await orders().match({ _id: 'o3' }).addFields({ 'o.q': 9 }).end();
  expect(added.data[0].o).toEqual({ p: 1, q: 9 });
  expect(cloud.engine.get('orders', 'o3')?.o).toEqual({ p: 1 });
  const roots = await orders().match({ _id: 'o4' }).replaceRoot({ newRoot: '$o' }).end();
  expect(roots.data).toEqual([{ p: 2 }]);
  const unwound = await orders().unwind('$tags').sort({ _id: 1, tags: 1 }).end();
  expect(unwound.data.map((one: { tags: string }) => one.tags)).toEqual(['a', 'b', 'b']);
  expect(cloud.engine.get('orders', 'o3')?.tags).toEqual(['a', 'b']);
  const counts = await orders().sortByCount('$goods').limit(1).end();
  expect(counts.data).toEqual([{ _id: 'tea', count: 2 }]);
  const buckets = await orders()
    .bucket({ groupBy: '$points', boundaries: [0, 10, 100], output: { n: $.sum(1) } })
    .end();
  expect(buckets.data).toEqual([
    { _id: 0, n: 2 },
    { _id: 10, n: 2 },
  ]);
  expect((await orders().sample({ size: 2 }).end()).data).toHaveLength(2);
});

test('lookup, plain and with a pipeline', async () => {
  const $ = cloud.database.command.aggregate;
  const plain = await orders()
    .match({ _id: 'o3' })
    .lookup({ from: 'goods', localField: 'goods', foreignField: '_id', as: 'found' })
    .end();
  expect(plain.data[0].found).toEqual([{ _id: 'rice', name: '大米' }]);
  const piped = await orders()
    .match({ _id: 'o1' })
    .lookup({
      from: 'goods',
      let: { wanted: '$goods' },
      pipeline: $.pipeline()
        .match(cloud.database.command.expr($.eq(['$_id', '$$wanted'])))
        .project({ _id: 0, name: 1 })
        .done(),
      as: 'found',
    })
    .end();
  expect(piped.data[0].found).toEqual([{ name: '砖茶' }]);
});

test('expressions on text count characters and bytes as MongoDB does', async () => {
  const $ = cloud.database.command.aggregate;
  const [found] = (
    await cloud.database
      .collection('goods')
      .aggregate()
      .match({ _id: 'tea' })
      .project({
        points: $.indexOfCP(['$name', '茶']),
        bytes: $.indexOfBytes(['$name', '茶']),
        none: $.indexOfCP(['$name', 'x']),
        length: $.strLenCP('$name'),
        byteLength: $.strLenBytes('$name'),
        part: $.substrCP(['$name', 1, 1]),
        bytePart: $.substrBytes(['$name', 3, 3]),
        both: $.concat(['$_id', '-', '$name']),
      })
      .end()
  ).data;
  expect(found).toEqual({
    _id: 'tea',
    points: 1,
    bytes: 3,
    none: -1,
    length: 2,
    byteLength: 6,
    part: '茶',
    bytePart: '茶',
    both: 'tea-砖茶',
  });
});

// 2026-01-01 is a Thursday, 2026-01-04 the first Sunday.
test('weeks begin on Sunday and count from 0', async () => {
  const $ = cloud.database.command.aggregate;
  const weeks = await orders()
    .match({ goods: 'tea' })
    .sort({ _id: 1 })
    .project({ week: $.week('$at'), year: $.year('$at'), day: $.dayOfWeek('$at') })
    .end();
  expect(weeks.data).toEqual([
    { _id: 'o1', week: 0, year: 2026, day: 5 },
    { _id: 'o2', week: 1, year: 2026, day: 1 },
  ]);
});

test.each([
  ['$frobnicate', {}],
  ['$out', 'elsewhere'],
  ['$project', { score: { $meta: 'textScore' } }],
  ['$match', { $text: { $search: 'x' } }],
  ['$addFields', { x: { $wrong: 1 } }],
])('a stage that cannot run is named, on an empty collection too: %s', async (name, value) => {
  const pipeline = cloud.database.collection('empty').options({ raw: true });
  const wrong = /\$(meta|text|wrong)/.exec(JSON.stringify(value))?.[0] ?? name;
  await expect(pipeline.aggregate([{ [name]: value }]).end()).rejects.toMatchObject({
    code: 'INVALID_PARAM',
    message: expect.stringContaining(wrong),
  });
});
