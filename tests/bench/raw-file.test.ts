import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keepSection } from './raw-file';

const options = {
  ...{ seed: 1, largest: 1000, households: 10, entries: 100 },
  processes: 1,
};
const stamp = { commit: 'abc', measuredAt: '2026-11-25T00:00:00Z', tookMs: 1, machine: {} };
const resultOf = (raw: string) => ({ ...stamp, options, rows: [], raw });

const folder = mkdtempSync(path.join(tmpdir(), 'raw-file-'));
const file = path.join(folder, 'bench', 'bench.json');
const sections = () => JSON.parse(readFileSync(file, 'utf8')).sections;

afterAll(() => rmSync(folder, { recursive: true }));

test('a section that is measured alone takes its own place and leaves the others', () => {
  keepSection(file, 'ledger', resultOf('first'));
  keepSection(file, 'actions', resultOf('other'));
  keepSection(file, 'ledger', { ...resultOf('second'), commit: 'def' });
  expect(sections()).toEqual({
    ledger: { ...resultOf('second'), commit: 'def' },
    actions: resultOf('other'),
  });
});

test('a file that was cut off is begun anew', () => {
  writeFileSync(file, '{"sections": {"led');
  keepSection(file, 'town', resultOf('first'));
  expect(Object.keys(sections())).toEqual(['town']);
});
