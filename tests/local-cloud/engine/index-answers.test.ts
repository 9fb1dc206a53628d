import fc from 'fast-check';
import { type Engine, type IndexFile, openEngine } from '../../../local-cloud/engine';

const indexes: IndexFile = {
  rows: [
    {
      name: 'village_at',
      fields: [
        { name: 'village', direction: '1' },
        { name: 'at', direction: '-1' },
      ],
    },
    {
      name: 'kind_n_at',
      fields: [
        { name: 'kind', direction: '1' },
        { name: 'n', direction: '1' },
        { name: 'at', direction: '1' },
      ],
    },
    { name: 'tags', fields: [{ name: 'tags', direction: '1' }] },
    { name: 'deep', fields: [{ name: 'o.p', direction: '-1' }] },
  ],
};

const value = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.constantFrom<unknown>(null, 'a', 'b', true, new Date(3), 2.5),
);
const row = fc.record(
  {
    village: fc.constantFrom('v1', 'v2', 'v3'),
    at: value,
    kind: value,
    n: fc.integer({ min: 0, max: 3 }),
    tags: fc.oneof(value, fc.array(value, { maxLength: 3 })),
    o: fc.record({ p: value }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);
const field = fc.constantFrom('village', 'at', 'kind', 'n', 'tags', 'o.p', '_id');
const criterion = fc.oneof(
  value,
  fc.record({ $in: fc.array(value, { maxLength: 3 }) }),
  fc.dictionary(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne', '$eq'), value, {
    minKeys: 1,
    maxKeys: 2,
  }),
);
const flat = fc.dictionary(
  field,
  fc.oneof(criterion, fc.constantFrom<unknown>('v1', 'v2', { $in: ['v1', 'v3'] })),
  { maxKeys: 3 },
);
const query = fc.oneof(
  flat,
  fc.record({ $or: fc.array(flat, { minLength: 1, maxLength: 3 }) }),
  fc.tuple(flat, flat, flat).map(([a, b, c]) => ({ ...a, $and: [b, { $or: [c, b] }] })),
);
const order = fc.uniqueArray(
  fc.record({ field, direction: fc.constantFrom<'asc' | 'desc'>('asc', 'desc') }),
  { maxLength: 3, selector: (one) => one.field },
);

async function filled(withIndexes: boolean, rows: object[]): Promise<Engine> {
  const engine = openEngine({
    directory: null,
    createMissingCollections: true,
    ...(withIndexes ? { indexes } : {}),
  });
  await engine.insert(
    'rows',
    rows.map((one, at) => ({ ...one, _id: `r${String(at).padStart(3, '0')}` })),
  );
  return engine;
}

test('whatever is asked, an indexed answer equals the unindexed one', async () => {
  const property = fc.asyncProperty(
    fc.array(row, { maxLength: 60 }),
    fc.array(fc.tuple(fc.nat(59), row), { maxLength: 15 }),
    fc.array(fc.tuple(query, order, fc.nat(3), fc.integer({ min: 1, max: 10 })), {
      minLength: 8,
      maxLength: 8,
    }),
    async (rows, changes, questions) => {
      const engines = [await filled(true, rows), await filled(false, rows)] as const;
      // One open snapshot keeps older versions in the indexes while the rows change.
      const before = engines.map((engine) => engine.begin());
      for (const [at, change] of changes) {
        const id = `r${String(at).padStart(3, '0')}`;
        for (const engine of engines) {
          if (at % 5 === 0) await engine.remove('rows', { _id: id });
          else await engine.set('rows', id, change);
        }
      }
      for (const [asked, orders, skip, limit] of questions) {
        // The id makes the order total, so that both must agree to the last row.
        const total = [
          ...orders.filter((one) => one.field !== '_id'),
          orders.find((one) => one.field === '_id') ?? { field: '_id', direction: 'asc' as const },
        ];
        const options = { query: asked, order: total, skip, limit };
        const [indexed, plain] = engines.map((engine) => engine.find('rows', options));
        expect(indexed).toEqual(plain);
        const [old, oldPlain] = before.map((one) => one.find('rows', options));
        expect(old).toEqual(oldPlain);
        const [some, count] = engines.map((engine) => engine.count('rows', asked));
        expect(some).toBe(count);
      }
      for (const one of before) one.abort();
      const rest = {
        query: { village: 'v1' },
        order: [{ field: '_id', direction: 'asc' as const }],
      };
      expect(engines[0].find('rows', rest)).toEqual(engines[1].find('rows', rest));
    },
  );
  await fc.assert(property, { numRuns: 150 });
});

const full = process.env.FULL_SIZE === '1';
const size = full ? 1_000_000 : 50_000;

test(`a declared index over ${size} documents costs what it returns`, async () => {
  const events: Record<string, unknown>[] = [];
  const engine = openEngine({ directory: null, indexes, log: (event) => events.push(event) });
  for (let start = 0; start < size; start += 10_000) {
    await engine.insert(
      'rows',
      Array.from({ length: 10_000 }, (_, offset) => {
        const n = start + offset;
        return { _id: `r${n}`, village: `v${n % 50}`, at: n, kind: n % 3 ? 'a' : 'b', n: n % 1000 };
      }),
    );
  }
  const examined = (options: Parameters<Engine['find']>[1]): [number, number] => {
    const before = engine.counters().documentsExamined;
    const found = engine.find('rows', options);
    return [found.length, engine.counters().documentsExamined - before];
  };
  const newest = [{ field: 'at', direction: 'desc' as const }];
  expect(examined({ query: { village: 'v7' }, order: newest, limit: 20 })).toEqual([20, 20]);
  const older = { village: 'v7', at: { $lt: size / 2 } };
  expect(examined({ query: older, order: newest, limit: 20 })).toEqual([20, 20]);
  const withId = [...newest, { field: '_id', direction: 'desc' as const }];
  const [found, looked] = examined({ query: older, order: withId, limit: 20 });
  expect(found).toBe(20);
  expect(looked).toBeLessThanOrEqual(22);
  const cursor = { village: 'v7', $or: [{ at: { $lt: 5000 } }, { at: 5000, _id: { $lt: 'r5' } }] };
  expect(examined({ query: cursor, order: withId, limit: 20 })[1]).toBeLessThanOrEqual(22);
  const several = { village: { $in: ['v1', 'v2', 'v3'] } };
  expect(examined({ query: several, order: newest, limit: 30 })).toEqual([30, 30]);
  const range = { kind: 'a', n: { $gte: 10, $lt: 12 } };
  const [inRange, lookedInRange] = examined({ query: range });
  expect(lookedInRange).toBe(inRange);
  expect(examined({ query: { _id: { $in: ['r1', 'r2', 'none'] } } })).toEqual([2, 2]);
  expect(examined({ query: {}, order: [{ field: '_id', direction: 'asc' }], limit: 5 })).toEqual([
    5, 5,
  ]);
  expect(events).toEqual([]);
  const transaction = engine.begin();
  transaction.get('rows', 'r0');
  await engine.update('rows', { _id: `r${size - 43}` }, { $set: { at: -1 } });
  const before = engine.counters().documentsExamined;
  const seen = transaction.find('rows', { query: { village: 'v7' }, order: newest, limit: 3 });
  expect(seen.map((one) => one.at)).toEqual([size - 43, size - 93, size - 143]);
  expect(engine.counters().documentsExamined - before).toBe(3);
  transaction.abort();
  engine.find('rows', { query: { n: 5, secret: 'x' }, order: newest });
  expect(events).toEqual([
    { event: 'unindexed-query', collection: 'rows', fields: ['n', 'secret', 'at'] },
  ]);
}, 300_000);
