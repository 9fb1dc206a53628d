import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { type Document, FolderRefused, openEngine } from '../../../local-cloud/engine';

const root = mkdtempSync(join(tmpdir(), 'damage-'));
const good = join(root, 'good');
const fileName = 'documents.sqlite';
let whole: Document[];
let folders = 0;

beforeAll(async () => {
  const engine = openEngine({ directory: good, createMissingCollections: true });
  const rows = Array.from({ length: 300 }, (_, n) => ({ _id: `r${n}`, n, text: 'x'.repeat(n) }));
  await engine.insert('rows', rows);
  whole = engine.find('rows', { order: [{ field: 'n', direction: 'asc' }] });
  await engine.close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A copy of the good folder for a test to harm. */
function copy(): { directory: string; path: string } {
  folders += 1;
  const directory = mkdtempSync(join(root, `copy${folders}-`));
  const path = join(directory, fileName);
  copyFileSync(join(good, fileName), path);
  return { directory, path };
}

function refusal(directory: string): string {
  try {
    openEngine({ directory });
  } catch (error) {
    expect(error).toBeInstanceOf(FolderRefused);
    return (error as Error).message;
  }
  throw new Error('The folder was opened');
}

test('the untouched copy opens', async () => {
  const engine = openEngine({ directory: copy().directory });
  expect(engine.count('rows', {})).toBe(300);
  await engine.close();
});

test.each([0, 50, 100, 4096, 20_000, -4096, -1])('cut to %d bytes: refused, untouched', (size) => {
  const { directory, path } = copy();
  const length = readFileSync(path).length;
  truncateSync(path, size < 0 ? length + size : size);
  const before = readFileSync(path);
  expect(refusal(directory)).toMatch(/已损坏.*备份/s);
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('one flipped bit anywhere: refused, or every document is as it was', async () => {
  const length = readFileSync(join(good, fileName)).length;
  let refused = 0;
  for (let turn = 0; turn < 120; turn += 1) {
    const { directory, path } = copy();
    const bytes = readFileSync(path);
    const at = (turn * 7919 + turn * turn * 31) % length;
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (turn % 8));
    writeFileSync(path, bytes);
    try {
      const engine = openEngine({ directory });
      const order = [{ field: 'n', direction: 'asc' as const }];
      expect(engine.find('rows', { order })).toEqual(whole);
      await engine.close();
    } catch (error) {
      if (!(error instanceof FolderRefused)) throw error;
      refused += 1;
      expect(readFileSync(path).equals(bytes)).toBe(true);
    }
    rmSync(directory, { recursive: true });
  }
  expect(refused).toBeGreaterThan(80);
});

test('a changed value, a lost row and a strange row are found though SQLite is content', () => {
  const harms = [
    'UPDATE documents SET body = replace(body, \'"n":7\', \'"n":8\') WHERE id = \'"r7"\'',
    'DELETE FROM documents WHERE id = \'"r9"\'',
    'UPDATE documents SET id = \'"stranger"\' WHERE id = \'"r3"\'',
    'DELETE FROM seal',
    'DELETE FROM collections',
  ];
  for (const harm of harms) {
    const { directory, path } = copy();
    const database = new Database(path);
    database.exec(harm);
    database.close();
    expect(refusal(directory)).toMatch(/已损坏.*备份/);
  }
});

test('folders of something else are refused and keep their files', () => {
  const foreign = mkdtempSync(join(root, 'foreign-'));
  writeFileSync(join(foreign, 'letter.txt'), 'dear');
  expect(refusal(foreign)).toMatch(/别的东西.*空目录/);
  expect(readdirSync(foreign)).toEqual(['letter.txt']);
  const other = mkdtempSync(join(root, 'other-'));
  const database = new Database(join(other, fileName));
  database.exec('CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)');
  database.close();
  const before = readFileSync(join(other, fileName));
  expect(refusal(other)).toMatch(/不是本程序的数据库/);
  expect(readFileSync(join(other, fileName)).equals(before)).toBe(true);
});

test('a folder of a later version is refused', () => {
  const { directory, path } = copy();
  const database = new Database(path);
  database.exec('PRAGMA application_id = 1279476739');
  database.close();
  expect(refusal(directory)).toMatch(/另一个版本/);
});

test('one folder cannot be opened twice', async () => {
  const { directory } = copy();
  const engine = openEngine({ directory });
  expect(refusal(directory)).toMatch(/正被另一个程序使用/);
  await engine.close();
  await openEngine({ directory }).close();
});
