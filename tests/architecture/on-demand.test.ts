import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { deployedFiles, onDemand, partsOf } from '../../config/functions/on-demand';
import { root } from './source-files';

const run = promisify(execFile);
const town = path.join(root, 'dist/cloudfunctions/town');
/** What only the renderer of documents is made of. */
const traces = ['Variations require a font with the fvar', 'BrotliDecode', 'hb_buffer_create'];

test('no function reads the renderer of documents before something is printed', () => {
  const all = readFileSync(path.join(town, 'index.js'), 'utf8');
  expect(traces.filter((trace) => all.includes(trace))).toEqual([]);
  const renderer = readFileSync(path.join(town, 'assets/renderer.js'), 'utf8');
  expect(traces.filter((trace) => !renderer.includes(trace))).toEqual(['BrotliDecode']);
});

test('the renderer prints alone, with what lies beside it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bare-renderer-'));
  cpSync(path.join(town, 'assets'), folder, { recursive: true });
  const code = `
    const { render } = require('./renderer.js');
    const drawn = { page: 0, x: 40, y: 60, fontSize: 20, height: 200 };
    const drawings = [{ ...drawn, kind: 'mongolian', text: 'ᠮᠣᠩᠭᠣᠯ' }];
    render({ title: '字', paper: 'A5', margins: [40, 40, 40, 40], content: '户码', drawings }, 0)
      .then(({ bytes }) => console.log(Buffer.from(bytes).toString('latin1').slice(0, 8)));
  `;
  try {
    const { stdout } = await run(process.execPath, ['-e', code], { cwd: folder });
    expect(stdout.trim()).toBe('%PDF-1.7');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('a part', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'on-demand-'));
    mkdirSync(path.join(folder, 'heavy'));
    writeFileSync(path.join(folder, 'heavy/on-demand.ts'), "export { of } from './of';");
    writeFileSync(path.join(folder, 'heavy/of.ts'), "export const of = 'the sources';");
    writeFileSync(path.join(folder, 'heavy/of.deployed.ts'), "export const of = 'deployed';");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function bundle(source: string): Promise<string> {
    const entry = path.join(folder, 'index.ts');
    writeFileSync(entry, source);
    const { outputFiles } = await build({
      ...{ entryPoints: [entry], bundle: true, write: false, platform: 'node', format: 'cjs' },
      ...{ logLevel: 'silent', plugins: [onDemand, deployedFiles] },
    });
    return outputFiles[0]?.text ?? '';
  }

  test('that is asked for when used becomes a file of its own', async () => {
    const text = await bundle("export const ask = () => import('./heavy/on-demand');");
    expect(text).toContain('import("./assets/heavy.js")');
    expect(text).not.toContain('the sources');
    const entry = path.join(folder, 'heavy/on-demand.ts');
    expect(partsOf(folder)).toEqual([{ part: 'heavy', entry }]);
  });

  test('that is asked for at once is refused', async () => {
    const asked = bundle("export { of } from './heavy/on-demand';");
    await expect(asked).rejects.toThrow('ask for ./heavy/on-demand by import(), when used');
  });

  test('takes what is meant for a built function', async () => {
    expect(await bundle("export { of } from './heavy/of';")).toContain('deployed');
  });
});
