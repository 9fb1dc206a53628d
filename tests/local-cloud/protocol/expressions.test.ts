import { type Cloud, openCloud } from './cloud';

type Offered = Record<string, (argument: unknown) => unknown>;

let cloud: Cloud;

beforeAll(async () => {
  cloud = await openCloud();
  await cloud.engine.insert(
    'numbers',
    [1, 2, 3, 4].map((n) => ({ n })),
  );
});
afterAll(() => cloud.close());

// Values by the MongoDB manual; 图 is three bytes, 2027-01-01 a Friday.
const expressions: Record<string, [argument: unknown, expected: unknown]> = {
  abs: [-5, 5],
  add: [['$n', 1], 6],
  ceil: [2.1, 3],
  divide: [['$n', 2], 2.5],
  exp: [0, 1],
  floor: [2.9, 2],
  ln: [1, 0],
  log: [[8, 2], 3],
  log10: [1000, 3],
  mod: [['$n', 3], 2],
  multiply: [['$n', 2], 10],
  pow: [['$n', 2], 25],
  sqrt: [9, 3],
  subtract: [['$n', 1], 4],
  trunc: [-2.9, -2],
  arrayElemAt: [['$l', -1], 3],
  arrayToObject: [{ $literal: [['a', 1]] }, { a: 1 }],
  concatArrays: [
    ['$l', [4]],
    [1, 2, 3, 4],
  ],
  filter: [{ input: '$l', as: 'i', cond: { $gt: ['$$i', 1] } }, [2, 3]],
  in: [[2, '$l'], true],
  indexOfArray: [['$l', 2], 1],
  isArray: ['$l', true],
  map: [{ input: '$l', as: 'i', in: { $add: ['$$i', 1] } }, [2, 3, 4]],
  range: [
    [0, 6, 2],
    [0, 2, 4],
  ],
  reduce: [{ input: '$l', initialValue: 0, in: { $add: ['$$value', '$$this'] } }, 6],
  reverseArray: ['$l', [3, 2, 1]],
  size: ['$l', 3],
  slice: [
    ['$l', 1, 2],
    [2, 3],
  ],
  zip: [
    { inputs: ['$l', ['a', 'b']] },
    [
      [1, 'a'],
      [2, 'b'],
    ],
  ],
  and: [[true, 1], true],
  not: [[true], false],
  or: [[false, null], false],
  cmp: [['$n', 9], -1],
  eq: [['$n', 5], true],
  gt: [['$n', 5], false],
  gte: [['$n', 5], true],
  lt: [['$n', 6], true],
  lte: [['$n', 4], false],
  neq: [['$n', 4], true],
  cond: [[{ $eq: ['$n', 5] }, 'yes', 'no'], 'yes'],
  ifNull: [['$missing', 3], 3],
  switch: [{ branches: [JSON.parse('{"case":false,"then":1}')], default: 2 }, 2],
  dateFromParts: [{ year: 2026, month: 2, day: 3 }, new Date('2026-02-03')],
  dateFromString: [{ dateString: '2026-02-03T00:00:00Z' }, new Date('2026-02-03')],
  dateToString: [{ date: '$d', format: '%Y-%m-%d', timezone: '+08:00' }, '2027-01-02'],
  dayOfMonth: ['$d', 1],
  dayOfWeek: ['$d', 6],
  dayOfYear: ['$d', 1],
  isoDayOfWeek: ['$d', 5],
  isoWeek: ['$d', 53],
  isoWeekYear: ['$d', 2026],
  week: ['$d', 0],
  year: ['$d', 2027],
  month: ['$d', 1],
  hour: ['$d', 20],
  minute: ['$d', 7],
  second: ['$d', 8],
  millisecond: ['$d', 9],
  literal: ['$n', '$n'],
  mergeObjects: [['$o', { z: 1 }], { k: 1, z: 1 }],
  objectToArray: ['$o', [{ k: 'k', v: 1 }]],
  allElementsTrue: [['$l'], true],
  anyElementTrue: [[[0, false]], false],
  setDifference: [
    ['$l', [1]],
    [2, 3],
  ],
  setEquals: [['$l', [3, 2, 1, 1]], true],
  setIntersection: [['$l', [1, 9]], [1]],
  setIsSubset: [[[1], '$l'], true],
  setUnion: [
    [[1], [1, 2]],
    [1, 2],
  ],
  concat: [['$t', '-'], '图aB-'],
  indexOfBytes: [['$t', 'a'], 3],
  indexOfCP: [['$t', 'a'], 1],
  split: [
    ['$t', 'a'],
    ['图', 'B'],
  ],
  strLenBytes: ['$t', 5],
  strLenCP: ['$t', 3],
  strcasecmp: [['$t', '图AB'], 0],
  substr: [['$t', 0, 3], '图'],
  substrBytes: [['$t', 3, 2], 'aB'],
  substrCP: [['$t', 0, 2], '图a'],
  toLower: ['$t', '图ab'],
  toUpper: ['$t', '图AB'],
  let: [{ vars: { q: 1 }, in: { $add: ['$$q', '$n'] } }, 6],
};
const accumulators = 'addToSet avg first last max min push stdDevPop stdDevSamp sum'.split(' ');

test('every expression the SDK offers gives what the manual says', async () => {
  const $ = cloud.database.command.aggregate as unknown as Offered;
  const offered = Object.keys($).filter(
    (name) => !['pipeline', 'meta', ...accumulators].includes(name),
  );
  expect(Object.keys(expressions).sort()).toEqual(offered.sort());
  const document = { n: 5, t: '图aB', l: [1, 2, 3], o: { k: 1 } };
  const d = new Date('2027-01-01T20:07:08.009Z');
  await cloud.database.collection('one').add({ _id: 'x', ...document, d });
  const asked = Object.entries(expressions).map(([name, [argument]]) => [
    name,
    $[name]?.(argument),
  ]);
  const answer = await cloud.database
    .collection('one')
    .aggregate()
    .project({ _id: 0, ...Object.fromEntries(asked) })
    .end();
  const expected = Object.entries(expressions).map(([name, [, value]]) => [name, value]);
  expect(answer.data).toEqual([Object.fromEntries(expected)]);
});

test('every accumulator the SDK offers', async () => {
  const $ = cloud.database.command.aggregate as unknown as Offered;
  const fields = accumulators.map((name) => [name, $[name]?.('$n')]);
  const answer = await cloud.database
    .collection('numbers')
    .aggregate()
    .sort({ n: 1 })
    .group({ _id: null, ...Object.fromEntries(fields) })
    .end();
  const [{ addToSet, stdDevPop, stdDevSamp, ...rest }] = answer.data;
  expect(rest).toEqual({
    _id: null,
    avg: 2.5,
    first: 1,
    last: 4,
    max: 4,
    min: 1,
    push: [1, 2, 3, 4],
    sum: 10,
  });
  expect([...addToSet].sort()).toEqual([1, 2, 3, 4]);
  expect([stdDevPop, stdDevSamp]).toEqual([expect.closeTo(1.118, 3), expect.closeTo(1.291, 3)]);
});
