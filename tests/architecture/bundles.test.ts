import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import budgets from '../../config/budgets.json';
import { functionNames } from '../../config/functions/build-functions';
import { sizeBytes } from '../../config/run/fingerprint';
import { overBudget } from '../bench/over-budget';
import { weappSizes } from '../bench/phone/weapp-sizes';
import { root } from './source-files';

/** What is deployed, looked at from outside: run `npm run build` first, as `npm test` does. */

const run = promisify(execFile);
const functionsDirectory = path.join(root, 'dist/cloudfunctions');
const weapp = path.join(root, 'dist/weapp');
const names = functionNames();

test('every function is built and nothing else lies among them', () => {
  expect(names.length).toBeGreaterThan(0);
  expect(readdirSync(functionsDirectory).sort()).toEqual(names);
});

test('every function keeps its budget', () => {
  const bytesOf = (name: string) => {
    const folder = path.join(functionsDirectory, name);
    return sizeBytes(folder) - sizeBytes(path.join(folder, 'assets'));
  };
  const sizes = names.map((name) => [name, bytesOf(name)] as const);
  for (const [, bytes] of sizes) expect(bytes).toBeGreaterThan(10_000);
  const remedy = 'look for what it newly imports and load it when it is used';
  const wanted = { unit: 'bytes', remedy };
  expect(overBudget(Object.fromEntries(sizes), budgets.functionBytes, wanted)).toEqual([]);
});

test('what is loaded on demand keeps its budget', () => {
  const sizes = names.flatMap((name) => {
    const bytes = sizeBytes(path.join(functionsDirectory, name, 'assets'));
    return bytes === 0 ? [] : [[name, bytes] as const];
  });
  const wanted = { unit: 'bytes', remedy: 'look for what it brings along without need' };
  expect(overBudget(Object.fromEntries(sizes), budgets.assetBytes, wanted)).toEqual([]);
});

/** A budget: 10 % above what is reached, rounded up to the next hundred. */
const budgetFor = (bytes: number) => Math.ceil((bytes * 11) / 1000) * 100;

/** A few bytes less are no reason to touch the budgets. */
const widest = 1.12;

/** A sentence for each budget that has become so wide that what was saved could be lost unseen. */
function looseBudgets(
  measured: Readonly<Record<string, number>>,
  allowed: Readonly<Record<string, number>>,
): string[] {
  return Object.entries(measured).flatMap(([name, bytes]) => {
    const limit = allowed[name] ?? 0;
    if (limit <= bytes * widest) return [];
    return [
      `${name} measures ${bytes} bytes and may have ${limit}, more than 12 % above it: lower the ` +
        `number in config/budgets.json to ${budgetFor(bytes)}.`,
    ];
  });
}

test('the packages of the mini-program keep their budgets, which are close to them', () => {
  const { mainBytes, packageBytes } = weappSizes(weapp);
  expect(mainBytes).toBeGreaterThan(100_000);
  const measured = { main: mainBytes, total: sizeBytes(weapp), ...packageBytes };
  const remedy = 'move what one job alone needs into its subpackage';
  expect(overBudget(measured, budgets.weappBytes, { unit: 'bytes', remedy })).toEqual([]);
  expect(looseBudgets(measured, budgets.weappBytes)).toEqual([]);
});

test('a budget that is too wide is named with the number it should be', () => {
  expect(looseBudgets({ main: 1000 }, { main: 1120 })).toEqual([]);
  expect(looseBudgets({ main: 1000 }, { main: 1121 })).toEqual([
    'main measures 1000 bytes and may have 1121, more than 12 % above it: lower the number in ' +
      'config/budgets.json to 1100.',
  ]);
});

/** Asks a built function for something it cannot do, in a folder without node_modules. */
async function askUnknown(name: string, secret: string): Promise<unknown> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bare-function-'));
  cpSync(path.join(functionsDirectory, name), folder, { recursive: true });
  const code = `
    const { main } = require('./index.js');
    main({ action: 'no-such-action' }, { environ: '', environment: '{}', namespace: 'local' })
      .then((answer) => console.log('ANSWER' + JSON.stringify(answer)));
  `;
  const environment = {
    PATH: process.env.PATH ?? '',
    JIFEN_SECRET: secret,
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    TENCENTCLOUD_SECRETID: 'x',
    TENCENTCLOUD_SECRETKEY: 'x',
  };
  try {
    const { stdout } = await run(process.execPath, ['-e', code], { cwd: folder, env: environment });
    const line = stdout.split('\n').find((text) => text.startsWith('ANSWER')) ?? '';
    return JSON.parse(line.slice('ANSWER'.length));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.each(names)('function %s answers alone, with an envelope', async (name) => {
  const answer = await askUnknown(name, 'a secret that is long enough for a test');
  expect(answer).toMatchObject({ ok: false, error: { code: expect.any(String) } });
});

test('a function without its secret refuses to start', async () => {
  await expect(askUnknown('points', '')).rejects.toThrow('JIFEN_SECRET');
});

/**
 * Traces of the local cloud, of a way to say who one is or to move time; in a browser also of the
 * pull-down that only WeChat has.
 */
const forbiddenOnPhones = {
  weapp: ['x-local', '/functions/', '/storage/upload', '127.0.0.1', 'localhost'],
  h5: ['x-local', '127.0.0.1', 'localhost', 'phone-refresh', '下拉'],
};

function filesBelow(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(directory, entry.name);
    return entry.isDirectory() ? filesBelow(full) : [full];
  });
}

/** A minifier may write Chinese as `\u4e0b`. */
function withoutEscapes(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
}

function findTraces(directory: string, forbidden: readonly string[]): string[] {
  return filesBelow(directory).flatMap((file) => {
    const text = withoutEscapes(readFileSync(file, 'utf8'));
    return forbidden
      .filter((trace) => text.includes(trace))
      .map((trace) => `${path.relative(directory, file)} contains ${trace}`);
  });
}

test.each(['weapp', 'h5'] as const)(
  '%s carries no local transport and no choice of who one is',
  (target) => {
    const directory = path.join(root, 'dist', target);
    expect(filesBelow(directory).length).toBeGreaterThan(5);
    expect(findTraces(directory, forbiddenOnPhones[target])).toEqual([]);
  },
);

test('the search for traces finds one', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'traces-'));
  const code = 'fetch(u,{headers:{"x-local-openid":who}});say("\\u4e0b\\u62c9")';
  writeFileSync(path.join(folder, 'app.js'), code);
  const found = ['app.js contains x-local', 'app.js contains 下拉'];
  expect(findTraces(folder, forbiddenOnPhones.h5)).toEqual(found);
  rmSync(folder, { recursive: true });
});
