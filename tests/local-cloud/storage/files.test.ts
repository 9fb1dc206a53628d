import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openAddresses } from '../../../local-cloud/storage/addresses';
import {
  createMemoryFiles,
  type FileStore,
  fromFileId,
  isCloudPath,
  openFolderFiles,
  toFileId,
} from '../../../local-cloud/storage/files';
import { readStorageRules } from '../../../local-cloud/storage/rules';
import { createStorage } from '../../../local-cloud/storage/service';
import { temporaryFolder } from '../functions/fixture';

const folder = temporaryFolder();
const filesFolder = join(folder.path, 'files');
afterAll(() => folder.remove());

const text = (content: Uint8Array | undefined) => Buffer.from(content ?? []).toString();
const info = { path: 'photos/甲 #1.jpg', openid: 'oA', contentType: 'image/jpeg' };

describe.each([
  ['memory', async () => createMemoryFiles()],
  ['a folder', () => openFolderFiles(filesFolder)],
])('files in %s', (_name, make: () => Promise<FileStore>) => {
  test('are put, read, replaced and removed whole', async () => {
    const files = await make();
    expect(await files.read(info.path)).toBeNull();
    await files.put(info, Buffer.from('one'));
    await files.put({ ...info, contentType: 'image/png' }, Buffer.from('second'));
    const file = await files.read(info.path);
    expect(text(file?.content)).toBe('second');
    expect(file?.info).toEqual({ ...info, contentType: 'image/png', bytes: 6 });
    expect(await files.stat(info.path)).toEqual(file?.info);
    expect(await files.remove(info.path)).toBe(true);
    expect(await files.remove(info.path)).toBe(false);
    expect(await files.stat(info.path)).toBeNull();
  });
});

test('a folder keeps files over a restart and leaves nothing behind when they go', async () => {
  const first = await openFolderFiles(filesFolder);
  await first.put(info, Buffer.from('one'));
  await first.put(info, Buffer.from('two'));
  const second = await openFolderFiles(filesFolder);
  expect(text((await second.read(info.path))?.content)).toBe('two');
  expect(readdirSync(filesFolder)).toHaveLength(2);
  await second.remove(info.path);
  expect(readdirSync(filesFolder)).toEqual([]);
});

test('who reads while a file is replaced gets one whole version', async () => {
  const files = await openFolderFiles(filesFolder);
  const versions = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(50_000));
  await files.put(info, Buffer.from(versions[0] as string));
  const writing = (async () => {
    for (const version of versions) await files.put(info, Buffer.from(version));
  })();
  const seen: string[] = [];
  for (let round = 0; round < 40; round += 1) {
    seen.push(text((await files.read(info.path))?.content));
  }
  await writing;
  expect(seen.filter((content) => !versions.includes(content))).toEqual([]);
  await files.remove(info.path);
});

test('a path cannot leave its place', () => {
  for (const path of ['../x', 'a/../x', '/x', 'a//b', '', '.', 'a/', 'a\\b', 'a\nb']) {
    expect(isCloudPath(path)).toBe(false);
  }
  expect(isCloudPath('x'.repeat(851))).toBe(false);
  expect(isCloudPath('照片/2026/a b.jpg')).toBe(true);
});

test('file ids carry the path, and only this cloud’s ids are read', () => {
  expect(fromFileId(toFileId('a/b.png'))).toBe('a/b.png');
  expect(fromFileId('cloud://other.bucket/a/b.png')).toBeNull();
});

test('an address works for its purpose, until it expires, and cannot be forged', () => {
  let nowMs = 1_000_000;
  const addresses = openAddresses(folder.path, () => nowMs);
  const token = addresses.issue('get', 'a/b.png', 60_000);
  expect(addresses.open('get', token)).toBe('a/b.png');
  expect(addresses.open('put', token)).toBeNull();
  expect(openAddresses(folder.path, () => nowMs).open('get', token)).toBe('a/b.png');
  expect(openAddresses(null, () => nowMs).open('get', token)).toBeNull();
  expect(addresses.open('get', `${token}x`)).toBeNull();
  expect(addresses.open('get', 'nonsense')).toBeNull();
  nowMs += 60_000;
  expect(addresses.open('get', token)).toBeNull();
});

test('of two people who upload to one new path at once, one wins', async () => {
  const files = await openFolderFiles(filesFolder);
  const addresses = openAddresses(null, () => 0);
  const rules = readStorageRules(null);
  const storage = createStorage({ files, addresses, rules, url: () => '' });
  const results = await Promise.allSettled(
    ['oA', 'oB', 'oC'].map((openid) =>
      storage.uploadFromClient('race.txt', openid, {
        contentType: 'text/plain',
        content: Buffer.from(openid),
      }),
    ),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const file = await files.read('race.txt');
  expect(text(file?.content)).toBe(file?.info.openid);
});
