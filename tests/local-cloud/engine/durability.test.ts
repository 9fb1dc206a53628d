import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, openEngine, parseEjson } from '../../../local-cloud/engine';
import { Disk } from '../../../local-cloud/engine/disk';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'engine-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function open(): Engine {
  return openEngine({ directory, createMissingCollections: true });
}

type Outcome = { acknowledged: string[]; errors: string };

/** Lets the writer work and kills it without warning once it has acknowledged enough. */
function writeUntilKilled(enough: number, whileRunning: () => void): Promise<Outcome> {
  const script = join(__dirname, 'writer.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, directory]);
  let output = '';
  let errors = '';
  let checked = false;
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  child.stdout.on('data', (chunk) => {
    output += chunk;
    if (!checked) {
      checked = true;
      whileRunning();
    }
    if (output.split('\n').length > enough) child.kill('SIGKILL');
  });
  return new Promise((resolve) => {
    child.on('close', () => {
      // What follows the last line break may have been cut off by the kill.
      const acknowledged = output.split('\n').slice(1, -1);
      resolve({ acknowledged, errors });
    });
  });
}

test('everything acknowledged before a kill -9 is there after it, again and again', async () => {
  const refuseSecond = (): void => expect(open).toThrow(/正被另一个程序使用/);
  let before = 0;
  for (const enough of [60, 200]) {
    const { acknowledged, errors } = await writeUntilKilled(enough, refuseSecond);
    expect(errors).toBe('');
    expect(acknowledged.length).toBeGreaterThanOrEqual(enough - 1);
    const engine = open();
    for (const id of acknowledged) expect(engine.get('entries', id)).not.toBeNull();
    // One more per writer may have been committed, but not yet said.
    const entries = engine.count('entries', {});
    expect(entries).toBeGreaterThanOrEqual(before + acknowledged.length);
    expect(entries).toBeLessThanOrEqual(before + acknowledged.length + 8);
    // Both writes of a transaction are there or neither is.
    for (const { last } of engine.find('pairs')) {
      expect(engine.get('entries', String(last))).not.toBeNull();
    }
    before = entries;
    await engine.close();
  }
});

test('values, removals and collections survive closing and opening', async () => {
  const first = open();
  const values = {
    text: '砖茶 "x" \\',
    when: new Date(1234),
    far: new Date('3000-01-01'),
    fraction: 0.1,
    list: [null, { a: [] }, -0.5],
    infinite: Number.NEGATIVE_INFINITY,
  };
  await first.insert('goods', [
    { _id: 'a', ...values },
    { _id: 'b', n: 1 },
    { _id: 'c', n: 1 },
  ]);
  await first.update('goods', { _id: 'b' }, { $inc: { n: 1 } });
  await first.remove('goods', { _id: 'c' });
  first.addCollection('empty');
  await first.close();
  const second = open();
  expect(second.find('goods')).toEqual([
    { _id: 'a', ...values },
    { _id: 'b', n: 2 },
  ]);
  expect(second.collections().sort()).toEqual(['empty', 'goods']);
  await second.close();
});

test('an uncommitted transaction leaves no trace, nor does an aborted one', async () => {
  const first = open();
  await first.set('goods', 'a', { n: 1 });
  first.begin().set('goods', 'a', { n: 2 });
  const aborted = first.begin();
  aborted.insert('goods', { _id: 'b' });
  aborted.abort();
  await first.close();
  const second = open();
  expect(second.find('goods')).toEqual([{ _id: 'a', n: 1 }]);
  await second.close();
});

test('what has been sent to the disk is finished before closing', async () => {
  const first = open();
  const pending = [1, 2, 3].map((n) => first.set('goods', `g${n}`, { n }));
  await first.close();
  await Promise.all(pending);
  const second = open();
  expect(second.count('goods', {})).toBe(3);
  await second.close();
});

test('a disk that refuses: the writer learns it, nothing changes, work goes on', async () => {
  const engine = open();
  await engine.set('goods', 'a', { n: 1 });
  const write = jest.spyOn(Disk.prototype, 'write').mockImplementationOnce(() => {
    throw new Error('no space left');
  });
  const [first, second] = await Promise.allSettled([
    engine.set('goods', 'a', { n: 2 }),
    engine.insert('goods', { _id: 'b' }),
  ]);
  write.mockRestore();
  for (const outcome of [first, second]) {
    expect(outcome).toMatchObject({
      status: 'rejected',
      reason: { code: 'DATABASE_REQUEST_FAILED' },
    });
  }
  expect(engine.find('goods')).toEqual([{ _id: 'a', n: 1 }]);
  await engine.set('goods', 'a', { n: 3 });
  await engine.close();
  const again = open();
  expect(again.find('goods')).toEqual([{ _id: 'a', n: 3 }]);
  await again.close();
});

test('many commits at once share few writes to the disk', async () => {
  const engine = open();
  engine.addCollection('goods');
  const write = jest.spyOn(Disk.prototype, 'write');
  await Promise.all(Array.from({ length: 200 }, (_, n) => engine.set('goods', `g${n}`, { n })));
  expect(write.mock.calls.length).toBeLessThan(10);
  write.mockRestore();
  await engine.close();
});

test('an ObjectId is one again after a restart, as an id and as a field', async () => {
  const digits = '5f00000000000000000000ab';
  const id = parseEjson(`{"$oid":"${digits}"}`, 0) as string;
  const first = open();
  await first.insert('notes', [
    { _id: id, ref: id },
    { _id: digits, ref: digits },
  ]);
  await first.close();
  const second = open();
  expect(second.get('notes', id)).toEqual({ _id: id, ref: id });
  expect(second.get('notes', digits)).toEqual({ _id: digits, ref: digits });
  expect(second.find('notes', { query: { ref: id } })).toEqual([{ _id: id, ref: id }]);
  await second.close();
});
