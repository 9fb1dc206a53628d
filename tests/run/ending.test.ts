import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Running, stillRunning, treeOf } from './process-tree';

/** Real processes, as somebody at a terminal starts them: run `npm run build` first. */

const root = path.resolve(__dirname, '../..');
const longestEndMs = 10_000;
const longestStartMs = 240_000;
const askEveryMs = 100;
const testMs = longestStartMs + 2 * longestEndMs;

let folder: string;
let tree: Running[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jifen-ending-'));
});

afterEach(() => {
  for (const { processId } of stillRunning(tree)) process.kill(processId, 'SIGKILL');
  tree = [];
  rmSync(folder, { recursive: true, force: true });
});

/** What it printed so far, on both streams. */
type Started = { npm: ChildProcess; npmId: number; printed: () => string };

function startNpm(words: string[]): Started {
  // As in a terminal: a process group of its own, and none of the runner's own variables.
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? folder };
  const npm = spawn('npm', words, {
    ...{ cwd: root, env, detached: true },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [npm.stdout, npm.stderr])
    stream.on('data', (chunk) => {
      text += String(chunk);
    });
  return { npm, npmId: npm.pid ?? 0, printed: () => text };
}

async function until(what: string, isSo: () => boolean, limitMs: number): Promise<void> {
  const endMs = performance.now() + limitMs;
  while (!isSo()) {
    if (performance.now() > endMs) throw new Error(`not within ${limitMs / 1000} s: ${what}`);
    await pause(askEveryMs);
  }
}

async function printed(run: Started, wanted: RegExp): Promise<string> {
  await until(`${wanted} in ${run.printed()}`, () => wanted.test(run.printed()), longestStartMs);
  return wanted.exec(run.printed())?.[1] ?? '';
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** The process of the tree whose command line says this. */
function member(words: RegExp): Running {
  const found = tree.find((each) => words.test(each.words));
  if (!found) throw new Error(`no ${words} in:\n${tree.map((each) => each.words).join('\n')}`);
  return found;
}

async function nothingIsLeft(ports: readonly number[]): Promise<void> {
  const left = () => stillRunning(tree).map(({ words }) => words);
  await until('everything has ended', () => left().length === 0, longestEndMs).catch(() => {
    expect(left()).toEqual([]);
  });
  for (const port of ports) expect(await isListening(port)).toBe(false);
}

const serving = /^\{"url":"http:\/\/127\.0\.0\.1:(\d+)"/m;
const middle = /^node config\/run\/set-up/;
const inner = /--import tsx .*(local-cloud\/main|run\/start)\.ts/;
const worker = /worker-process\.cjs/;

/** `npm run cloud` with a worker at work. */
async function runCloud(): Promise<number> {
  const words = ['run', 'cloud', '--', '--port', '0', '--data', path.join(folder, 'cloud')];
  const secret = ['--env', `JIFEN_SECRET=${'ending-'.repeat(6)}`];
  const run = startNpm([...words, ...secret]);
  const port = Number(await printed(run, serving));
  const body = JSON.stringify({ action: 'list-villages', input: {} });
  await fetch(`http://127.0.0.1:${port}/functions/people`, { method: 'POST', body });
  tree = treeOf(run.npmId);
  member(worker);
  expect(await isListening(port)).toBe(true);
  return port;
}

type Case = [name: string, words: RegExp | 'all', signals: NodeJS.Signals[]];
const npmItself = /^npm run/;
const cases: Case[] = [
  ['Ctrl-C reaches all of them', 'all', ['SIGINT']],
  ['npm gets SIGHUP', npmItself, ['SIGHUP']],
  ['npm gets SIGTERM twice', npmItself, ['SIGTERM', 'SIGTERM']],
  ['npm is killed', npmItself, ['SIGKILL']],
  ['the set-up step gets SIGHUP, then SIGTERM', middle, ['SIGHUP', 'SIGTERM']],
  ['the set-up step is killed', middle, ['SIGKILL']],
  ['the cloud is killed', inner, ['SIGKILL']],
];

/** False where it ended before: between looking and sending there is a moment. */
function isSent(processId: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(processId, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

test.each(cases)(
  'npm run cloud ends all it started when %s',
  async (_name, words, signals) => {
    const port = await runCloud();
    const { processId } = member(words === 'all' ? npmItself : words);
    for (const signal of signals) {
      if (!isSent(words === 'all' ? -processId : processId, signal)) break;
      await pause(50);
      if (stillRunning(tree).every((each) => each.processId !== processId)) break;
    }
    await nothingIsLeft([port]);
  },
  testMs,
);

function runStart(): Started {
  return startNpm(['start', '--', '--port', '29400', '--data', folder]);
}

test(
  'npm start ends all it started, its phones too',
  async () => {
    // A folder that counts as seeded: what the phones would show does not matter here.
    writeFileSync(path.join(folder, 'seed.json'), JSON.stringify({ startedAtMs: 0, done: true }));
    const run = runStart();
    const port = Number(await printed(run, /打开 http:\/\/127\.0\.0\.1:(\d+) /));
    tree = treeOf(run.npmId);
    const ports = [port, port + 1, port + 2, port + 3];
    for (const each of ports) expect(await isListening(each)).toBe(true);
    process.kill(run.npmId, 'SIGTERM');
    await nothingIsLeft(ports);
  },
  testMs,
);

test(
  'npm start ends all it started while the town is being seeded',
  async () => {
    const run = runStart();
    await printed(run, /示例一嘎查:/);
    tree = treeOf(run.npmId);
    member(worker);
    process.kill(run.npmId, 'SIGTERM');
    await nothingIsLeft([]);
  },
  testMs,
);

test(
  'a build ends with the command that started it, whichever of both is told',
  async () => {
    const run = startNpm(['run', 'build', '--', '--only', 'h5', '--force']);
    await until(
      'Taro runs',
      () => treeOf(run.npmId).some(({ words }) => /bin\/taro/.test(words)),
      longestStartMs,
    );
    tree = treeOf(run.npmId);
    process.kill(member(/build\.ts --only/).processId, 'SIGKILL');
    await nothingIsLeft([]);
  },
  testMs,
);
