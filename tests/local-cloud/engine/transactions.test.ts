import fc from 'fast-check';
import { type Engine, openEngine } from '../../../local-cloud/engine';

type Account = { _id: string; points: number };

function accounts(count: number, options = {}): Promise<Engine> {
  const engine = openEngine({ directory: null, createMissingCollections: true, ...options });
  const rows = Array.from({ length: count }, (_, n) => ({ _id: `a${n}`, points: 100 }));
  return engine.insert('accounts', rows).then(() => engine);
}

function total(rows: unknown[]): number {
  return (rows as Account[]).reduce((sum, row) => sum + row.points, 0);
}

test('random concurrent transfers keep the total, and no snapshot ever sees another', async () => {
  const transfer = fc.record({
    from: fc.nat(4),
    to: fc.nat(4),
    amount: fc.nat(50),
    yields: fc.nat(3),
  });
  const property = fc.asyncProperty(
    fc.scheduler(),
    fc.array(transfer, { minLength: 5, maxLength: 30 }),
    async (scheduler, transfers) => {
      const engine = await accounts(5);
      const conflicts: unknown[] = [];
      const pause = (): Promise<void> => scheduler.schedule(Promise.resolve());
      const move = async ({ from, to, amount, yields }: (typeof transfers)[number]) => {
        const t = engine.begin();
        try {
          const source = t.get('accounts', `a${from}`) as Account;
          for (let n = 0; n < yields; n += 1) await pause();
          t.set('accounts', `a${from}`, { points: source.points - amount });
          await pause();
          const target = t.get('accounts', `a${to}`) as Account;
          t.set('accounts', `a${to}`, { points: target.points + amount });
          await pause();
          await t.commit();
        } catch (error) {
          conflicts.push((error as { code: string }).code);
        }
      };
      const watch = async (): Promise<void> => {
        const t = engine.begin();
        for (let n = 0; n < 5; n += 1) {
          const one = t.find('accounts');
          await pause();
          expect([...one, ...t.find('accounts')]).toHaveLength(10);
          expect(total(one)).toBe(500);
          expect(total([0, 1, 2, 3, 4].map((n) => t.get('accounts', `a${n}`)))).toBe(500);
        }
        await t.commit();
      };
      const all = Promise.all([...transfers.map(move), watch(), watch()]);
      await scheduler.waitFor(all);
      expect(total(engine.find('accounts'))).toBe(500);
      expect(conflicts.every((code) => code === 'DATABASE_TRANSACTION_CONFLICT')).toBe(true);
    },
  );
  await fc.assert(property, { numRuns: 120 });
});

test('commits are heard in order and replay to the same state', async () => {
  const engine = await accounts(3);
  const replayed = new Map((engine.find('accounts') as Account[]).map((row) => [row._id, row]));
  const sequences: number[] = [];
  const stop = engine.onCommit(({ sequence, writes }) => {
    sequences.push(sequence);
    for (const { id, document } of writes) {
      if (document === null) replayed.delete(id);
      else replayed.set(id, document as Account);
    }
  });
  await engine.update('accounts', {}, { $inc: { points: 1 } });
  await engine.remove('accounts', { _id: 'a1' });
  const t = engine.begin();
  t.insert('accounts', { _id: 'new', points: 5 });
  t.set('accounts', 'a2', { points: 0 });
  await t.commit();
  stop();
  await engine.set('accounts', 'unheard', { points: 1 });
  expect(sequences).toEqual([2, 3, 4]);
  await engine.remove('accounts', { _id: 'unheard' });
  expect([...replayed.values()]).toEqual(engine.find('accounts'));
});

test('as in MongoDB, a write that changes nothing collides with nobody', async () => {
  const engine = await accounts(2);
  const [same, other] = [engine.begin(), engine.begin()];
  expect(same.set('accounts', 'a0', { points: 100 })).toEqual({ updated: 1, upsertedId: null });
  same.update('accounts', { _id: 'a0' }, { $set: { points: 100 } });
  other.set('accounts', 'a0', { points: 7 });
  same.set('accounts', 'a1', { points: 8 });
  await other.commit();
  await same.commit();
  expect(engine.find('accounts')).toEqual([
    { _id: 'a0', points: 7 },
    { _id: 'a1', points: 8 },
  ]);
});

test('a transaction sees its own writes in ordered queries', async () => {
  const engine = await accounts(5);
  const t = engine.begin();
  t.set('accounts', 'a9', { points: 150 });
  t.set('accounts', 'a0', { points: 50 });
  t.remove('accounts', { _id: 'a1' });
  const order = [{ field: 'points', direction: 'desc' as const }];
  const ids = t.find('accounts', { order, skip: 1, limit: 3 }).map((row) => row._id);
  expect(ids).toEqual(['a2', 'a3', 'a4']);
  expect(t.find('accounts', { query: { points: { $lt: 100 } } })).toEqual([
    { _id: 'a0', points: 50 },
  ]);
  t.abort();
  expect(total(engine.find('accounts'))).toBe(500);
});

test('what callers hold is theirs: changing it changes nothing stored', async () => {
  const engine = await accounts(1);
  const given = { _id: 'mine', deep: { list: [1] } };
  await engine.insert('accounts', given);
  given.deep.list.push(2);
  const read = engine.get('accounts', 'mine') as unknown as typeof given;
  read.deep.list.push(3);
  expect(engine.get('accounts', 'mine')).toEqual({ _id: 'mine', deep: { list: [1] } });
});

test('an expired holder does not keep an ordinary write waiting', async () => {
  const clock = { nowMs: 0 };
  const engine = await accounts(1, { now: () => clock.nowMs });
  const t = engine.begin();
  t.set('accounts', 'a0', { points: 1 });
  const waiting = engine.update('accounts', { _id: 'a0' }, { $inc: { points: 5 } });
  clock.nowMs = 30_000;
  expect(await waiting).toEqual({ updated: 1, upsertedId: null });
  expect(engine.get('accounts', 'a0')).toEqual({ _id: 'a0', points: 105 });
  await expect(t.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
  expect(() => engine.transaction(t.id)).toThrow(
    expect.objectContaining({ code: 'DATABASE_TRANSACTION_FAIL' }),
  );
});

test('an ordinary write does not wait for ever', async () => {
  const engine = await accounts(1, { now: () => 0 });
  jest.useFakeTimers();
  const t = engine.begin();
  t.set('accounts', 'a0', { points: 1 });
  const waiting = engine.set('accounts', 'a0', { points: 2 }).catch((error) => error.code);
  await jest.advanceTimersByTimeAsync(13_000);
  jest.useRealTimers();
  expect(await waiting).toBe('DATABASE_TIMEOUT');
  await t.commit();
  expect(engine.get('accounts', 'a0')).toEqual({ _id: 'a0', points: 1 });
});

test('a failing write ends its transaction and leaves nothing', async () => {
  const engine = await accounts(2);
  const t = engine.begin();
  t.set('accounts', 'a0', { points: 0 });
  expect(() => t.insert('accounts', [{ _id: 'x' }, { _id: 'a1' }])).toThrow('E11000');
  expect(() => t.get('accounts', 'a0')).toThrow('Transaction does not exist');
  expect(engine.find('accounts')).toHaveLength(2);
  await engine.set('accounts', 'a0', { points: 7 });
});

const unique = {
  cards: [{ name: 'code', unique: true, fields: [{ name: 'code', direction: '1' as const }] }],
};

test('a unique index holds within, between and after transactions', async () => {
  const engine = openEngine({ directory: null, indexes: unique });
  await engine.insert('cards', { _id: 'one', code: 'A' });
  const duplicate = {
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining('E11000'),
  };
  await expect(engine.insert('cards', { _id: 'two', code: 'A' })).rejects.toMatchObject(duplicate);
  await expect(engine.insert('cards', [{ code: 'B' }, { code: 'B' }])).rejects.toMatchObject(
    duplicate,
  );
  expect(engine.count('cards', {})).toBe(1);
  const first = engine.begin();
  const second = engine.begin();
  first.insert('cards', { code: 'C' });
  expect(() => second.insert('cards', { code: 'C' })).toThrow(
    expect.objectContaining({ code: 'DATABASE_TRANSACTION_CONFLICT' }),
  );
  await first.commit();
  const third = engine.begin();
  third.remove('cards', { _id: 'one' });
  third.insert('cards', { _id: 'two', code: 'A' });
  await third.commit();
  expect(engine.find('cards', { query: { code: 'A' } })).toEqual([{ _id: 'two', code: 'A' }]);
  await engine.insert('cards', { _id: 'none' });
  await expect(engine.insert('cards', {})).rejects.toMatchObject(duplicate);
});

test('versions no snapshot needs are dropped', async () => {
  const engine = await accounts(1, {
    indexes: { accounts: [{ name: 'p', fields: [{ name: 'points', direction: '1' }] }] },
  });
  const reader = engine.begin();
  expect(reader.get('accounts', 'a0')).toMatchObject({ points: 100 });
  for (let n = 0; n < 50; n += 1) await engine.set('accounts', 'a0', { points: n });
  expect(reader.get('accounts', 'a0')).toMatchObject({ points: 100 });
  expect(reader.find('accounts', { query: { points: 100 } })).toHaveLength(1);
  expect(reader.find('accounts', { query: { points: 49 } })).toHaveLength(0);
  await engine.remove('accounts', { _id: 'a0' });
  expect(reader.get('accounts', 'a0')).toMatchObject({ points: 100 });
  expect(engine.count('accounts', {})).toBe(0);
  await reader.commit();
  const before = engine.counters().documentsExamined;
  expect(engine.find('accounts')).toEqual([]);
  expect(engine.find('accounts', { query: { points: { $gte: 0 } } })).toEqual([]);
  expect(engine.counters().documentsExamined).toBe(before);
});

test('the first operation takes the snapshot, not the beginning', async () => {
  const engine = await accounts(1);
  const late = engine.begin();
  const early = engine.begin();
  expect(early.get('accounts', 'a0')).toMatchObject({ points: 100 });
  await engine.set('accounts', 'a0', { points: 7 });
  expect(late.get('accounts', 'a0')).toMatchObject({ points: 7 });
  await engine.set('accounts', 'a0', { points: 8 });
  expect([early, late].map((each) => each.get('accounts', 'a0')?.points)).toEqual([100, 7]);
  early.abort();
  expect(late.get('accounts', 'a0')).toMatchObject({ points: 7 });
  // Nobody wrote it since the first operation, so it may be written.
  const writer = engine.begin();
  await engine.set('accounts', 'a0', { points: 9 });
  writer.set('accounts', 'a0', { points: 10 });
  await writer.commit();
  expect(engine.get('accounts', 'a0')).toMatchObject({ points: 10 });
});
