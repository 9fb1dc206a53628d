import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommandLine, WrongCommand } from '../../../local-cloud/command-line';
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
  [['--port', '65536'], /--port/],
  [['--what'], /命令行有误/],
  [['--env', 'x'], /--env/],
  [['--term', 'x'], /--term/],
  [['--term', 'latency=60'], /no such term: latency/],
  [['--term', 'latencyMs=far'], /latencyMs is wrong/],
  [['--limits', 'absent'], /absent 不存在/],
  [['--functions', 'absent'], /absent 不存在/],
  [['--template', 'T1=other1'], '没有叫 other1 的字段'],
])('%j is refused with a sentence', (words, sentence) => {
  expect(() => readCommandLine(words)).toThrow(WrongCommand);
  expect(() => readCommandLine(words)).toThrow(sentence);
});

test('how strict the cloud is', () => {
  const terms = ['latencyMs=60', 'connections=20', 'isolated=true', 'phoneRequestBytes=none'];
  const words = terms.flatMap((term) => ['--term', term]);
  expect(readCommandLine([...words, '--devtools', '--refuse-unindexed'])).toMatchObject({
    terms: { latencyMs: 60, connections: 20, isolated: true, phoneRequestBytes: null },
    uploadedByDevTools: true,
    refuseUnindexed: true,
  });
  const far = ['--small-package', '--term', 'latencyMs=100'];
  expect(readCommandLine(far)).toMatchObject({ terms: { latencyMs: 100, requestsPerSecond: 30 } });
  expect(readCommandLine([])).toMatchObject({ terms: {}, refuseUnindexed: false });
});

test('options are read as given; default files count only where they exist', () => {
  const words = ['--port', '8', '--data', 'd', '--rules', functions, '--env', 'A=1', '--env', 'B='];
  words.push('--template', 'T1=thing1,date2');
  expect(readCommandLine(words)).toMatchObject({
    port: 8,
    dataDirectory: 'd',
    rulesFile: functions,
    environment: { A: '1', B: '' },
    templates: [{ id: 'T1', fields: ['thing1', 'date2'] }],
  });
  const before = process.cwd();
  process.chdir(folder.path);
  const { functionsDirectory, dataDirectory, port } = readCommandLine([]);
  process.chdir(before);
  expect([functionsDirectory, dataDirectory, port]).toEqual([undefined, null, 0]);
});

test('a folder with something else in it is refused with a sentence and left alone', async () => {
  const data = join(folder.path, 'foreign');
  mkdirSync(data);
  writeFileSync(join(data, 'letter.txt'), 'mine');
  const cloud = run('--data', data);
  expect(await cloud.code).toBe(1);
  expect(cloud.errors()).toContain(data);
  expect(cloud.errors()).not.toMatch(/\n {4}at /);
  expect(cloud.out()).toBe('');
  expect(readdirSync(data)).toEqual(['letter.txt']);
});
