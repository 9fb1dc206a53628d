import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { registry } from '../../config/run/registry';
import { documents } from '../../src/contracts';
import { openPrintingCloud, type PrintingCloud } from './printing-cloud';

jest.setTimeout(120_000);

const folder = mkdtempSync(path.join(tmpdir(), 'lazy-printer-'));
const journal = path.join(folder, 'reads.txt');
let town: PrintingCloud;
beforeAll(async () => {
  const hook = path.join(__dirname, 'note-reads.cjs');
  const environment = { NODE_OPTIONS: `--require ${hook}`, READS_JOURNAL: journal };
  town = await openPrintingCloud({ environment });
}, 120_000);
afterAll(async () => {
  await town.cloud.stop();
  rmSync(folder, { recursive: true });
});

/** Of all functions: one file each, and what else one of them reads. */
const read = () => [...new Set(readFileSync(journal, 'utf8').trim().split('\n'))].sort();

test('whatever town does but printing reads neither the renderer nor a font', async () => {
  const { resident } = town;
  const codes = await Promise.all([
    resident.call(documents.findPrinted, { checkCode: '12345678' }),
    resident.call(documents.readPrintPiece, { renderingId: '0'.repeat(26), piece: 0 }),
  ]);
  expect(codes.map((answer) => answer.ok)).toEqual([false, false]);
  const upsideDown = { document: 'statement' as const, from: '2026-12-31', to: '2026-01-01' };
  const refused = await resident.call(documents.printMine, { print: upsideDown });
  expect(refused).toMatchObject({ error: { code: 'period-upside-down' } });
  // What a village begins with was read when one was opened.
  expect(read()).toEqual(['assets/catalogue.js', 'index.js']);
  const logged = town.cloud.engine.find('commands').map(({ action }) => String(action));
  const unlogged = ['preview-register', 'read-overview', 'find-printed', 'read-print-piece'];
  const called = new Set([...logged, ...unlogged.map((action) => `town.${action}`)]);
  const actions = registry.town.map(({ contract }) => `town.${contract.action}`);
  // So that an action that is added comes under this test.
  expect(actions.filter((action) => !called.has(action))).toEqual(['town.print-for-village']);
});

test('what prints reads the renderer and the font it prints with', async () => {
  const year = { document: 'statement' as const, from: '2026-01-01', to: '2026-12-31' };
  await town.resident.must(documents.printMine, { print: year });
  expect(read()).toEqual(
    expect.arrayContaining(['assets/chinese.br', 'assets/renderer.js', 'index.js']),
  );
});
