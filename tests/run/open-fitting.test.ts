import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openFitting } from '../../config/run/start/open-fitting';
import { type Cloud, startCloud } from '../../local-cloud';
import { dataVersion } from '../../src/domain/kernel/data-version';

let folder: string;
let cloud: Cloud | null = null;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jifen-fitting-'));
  writeFileSync(path.join(folder, 'secrets.json'), '{}');
});
afterEach(async () => {
  await cloud?.stop();
  rmSync(folder, { recursive: true });
});

const indexesFile = path.resolve(__dirname, '../../config/database/indexes.json');
const openIn = (dataDirectory: string) => startCloud({ port: 0, dataDirectory, indexesFile });
const open = () => openIn(path.join(folder, 'cloud'));

async function opened(): Promise<string[]> {
  const moved: string[] = [];
  cloud = await openFitting(folder, '2026-11-30', open, (aside) => moved.push(aside));
  return moved.map((aside) => path.relative(folder, aside));
}

/** As a program left it that ended. */
async function leave(town: Record<string, unknown>): Promise<void> {
  writeFileSync(path.join(folder, 'seed.json'), '{}');
  const before = await open();
  await before.engine.set('towns', 'town', town);
  await before.stop();
}

const names = (...inside: string[]) => readdirSync(path.join(folder, ...inside)).sort();

test('data of this version, and of no town yet, stays where it is', async () => {
  expect(await opened()).toEqual([]);
  await cloud?.stop();
  await leave({ name: '试镇', dataVersion });
  expect(await opened()).toEqual([]);
  expect(cloud?.engine.get('towns', 'town')).toMatchObject({ name: '试镇' });
});

test.each([{}, { dataVersion: dataVersion - 1 }, { dataVersion: dataVersion + 1 }])(
  'data of another version (%p) is moved aside whole, and a new cloud is empty',
  async (version) => {
    mkdirSync(path.join(folder, 'before-2026-11-30'));
    await leave({ name: '旧镇', ...version });
    expect(await opened()).toEqual(['before-2026-11-30-2']);
    expect(cloud?.engine.get('towns', 'town')).toBeNull();
    expect(existsSync(path.join(folder, 'seed.json'))).toBe(false);
    expect(names()).toEqual(['before-2026-11-30', 'before-2026-11-30-2', 'cloud', 'secrets.json']);
    expect(names('before-2026-11-30-2')).toEqual(['cloud', 'secrets.json', 'seed.json']);
    const aside = path.join(folder, 'before-2026-11-30-2', 'cloud');
    const old = await openIn(aside);
    expect(old.engine.get('towns', 'town')).toMatchObject({ name: '旧镇' });
    await old.stop();
  },
);
