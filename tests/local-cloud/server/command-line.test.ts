import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deploy, isRunning, temporaryFolder, until } from '../functions/fixture';

const folder = temporaryFolder();
const functions = join(folder.path, 'functions');
const started: ChildProcess[] = [];

type Run = { child: ChildProcess; out: () => string; errors: () => string; code: Promise<number> };

/** The command line as npm runs it, in a folder of its own so that no default files exist. */
function run(...words: string[]): Run {
  const main = join(process.cwd(), 'local-cloud/main.ts');
  const tsx = join(process.cwd(), 'node_modules/tsx/dist/loader.mjs');
  const child = spawn(process.execPath, ['--import', tsx, main, ...words], { cwd: folder.path });
  started.push(child);
  let out = '';
  let errors = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const code = new Promise<number>((resolve) => child.once('exit', (exit) => resolve(exit ?? -1)));
  return { child, out: () => out, errors: () => errors, code };
}

async function ready(cloud: Run): Promise<{ url: string; port: number; environment: object }> {
  await until(() => cloud.out().includes('\n') || cloud.child.exitCode !== null);
  return JSON.parse(cloud.out());
}

beforeAll(() => {
  deploy(functions, {
    who: {
      code: `exports.main = () => {
        console.log('called');
        return { pid: process.pid, secret: process.env.MY_SECRET };
      };`,
    },
    spins: { code: 'exports.main = () => { for (;;); };', config: { timeout: 30 } },
  });
});
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  folder.remove();
});

async function call(url: string, name: string) {
  const response = await fetch(`${url}/functions/${name}`, { method: 'POST', body: '{}' });
  return (await response.json()) as { pid: number; secret: string };
}

function childrenOf(parent: number): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=']).toString().trim().split('\n');
  return lines
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, ppid]) => (pid !== undefined && ppid === parent ? [pid] : []));
}

test('prints one JSON line, logs to stderr, and ends cleanly with its workers', async () => {
  const data = join(folder.path, 'data');
  const cloud = run('--data', data, '--functions', functions, '--env', 'MY_SECRET=a=b');
  const { url, port, environment } = await ready(cloud);
  expect(url).toBe(`http://127.0.0.1:${port}`);
  expect(environment).toMatchObject({
    TENCENTCLOUD_RUNENV: 'SCF',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  });
  const { pid, secret } = await call(url, 'who');
  expect(secret).toBe('a=b');
  const second = run('--port', String(port));
  expect(await second.code).toBe(1);
  expect(second.errors()).toContain(`端口 ${port} 已被占用`);
  expect(second.out()).toBe('');
  cloud.child.kill('SIGTERM');
  expect(await cloud.code).toBe(0);
  expect(isRunning(pid)).toBe(false);
  expect(cloud.out().trim().split('\n')).toHaveLength(1);
  expect(cloud.errors()).toContain('"line":"called"');
});

test('killed hard, it leaves no worker behind, not even a busy one', async () => {
  const cloud = run('--functions', functions);
  const { url } = await ready(cloud);
  await call(url, 'who');
  const children = () => childrenOf(cloud.child.pid as number);
  const before = children().length;
  const lost = call(url, 'spins').catch(() => null);
  await until(() => children().length > before);
  const orphans = children();
  await new Promise((resolve) => setTimeout(resolve, 300));
  cloud.child.kill('SIGKILL');
  await cloud.code;
  await lost;
  expect(orphans.length).toBeGreaterThanOrEqual(2);
  await until(() => !orphans.some(isRunning));
});

test.each([
  [['--port', 'x'], /--port/],
  [['--what'], /命令行有误/],
  [['--env', 'x'], /--env/],
  [['--functions', 'absent'], /absent 不存在/],
  [['--data', 'plain-file'], /plain-file/],
])('%j is refused with a sentence', async (words, sentence) => {
  writeFileSync(join(folder.path, 'plain-file'), 'x');
  const cloud = run(...words);
  expect(await cloud.code).toBe(1);
  expect(cloud.errors()).toMatch(sentence);
  expect(cloud.errors()).not.toMatch(/\n {4}at /);
  expect(cloud.out()).toBe('');
});

test('a folder with something else in it is refused and left alone', async () => {
  const data = join(folder.path, 'foreign');
  mkdirSync(join(data, 'database'), { recursive: true });
  writeFileSync(join(data, 'database', 'letter.txt'), 'mine');
  const cloud = run('--data', data);
  expect(await cloud.code).toBe(1);
  expect(cloud.errors()).not.toMatch(/\n {4}at /);
});
