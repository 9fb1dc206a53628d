import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildFunctions, buildH5, buildWeapp } from './build';
import { say } from './progress';
import { projectDirectory } from './project-directory';

/**
 * `npm test [-- jest arguments]`: builds what is stale, checks style and types, runs every test.
 * The last line is `N passed, N failed`: each test counts as one, and so do build, style and
 * types; a test file that does not even load, and a test runner that dies, count as failed.
 */
type Totals = { passed: number; failed: number };
type JestResult = {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
};

/** Half an hour was seen on a busy machine; one that is busier still is given time. */
const jestLimitMs = 60 * 60 * 1000;

/** @returns the exit code; 1 when it was killed or did not start */
function runTool(tool: string, values: string[], limitMs?: number): Promise<number> {
  const endsWithParent = pathToFileURL(path.join(__dirname, 'ends-with-parent.mjs')).href;
  const file = path.join(projectDirectory, 'node_modules', tool);
  const child = spawn(process.execPath, ['--import', endsWithParent, file, ...values], {
    cwd: projectDirectory,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, STARTED_BY: String(process.pid) },
  });
  const limit = limitMs && setTimeout(() => child.kill('SIGKILL'), limitMs);
  return new Promise((resolve) => {
    const end = (code: number) => {
      clearTimeout(limit);
      resolve(code);
    };
    child.once('error', () => end(1));
    child.once('exit', (code) => end(code ?? 1));
  });
}

async function step(label: string, work: () => Promise<boolean>): Promise<Totals> {
  say(`── ${label}`);
  const startedAtMs = Date.now();
  const fine = await work().catch((error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    return false;
  });
  const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
  say(`── ${label}:${fine ? '通过' : '没有通过'},${seconds} 秒`);
  return fine ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function buildAll(): Promise<boolean> {
  await buildFunctions();
  await buildWeapp();
  await buildH5();
  return true;
}

/** What jest found out; a crash that left no result is one failure. */
async function runJest(values: string[]): Promise<Totals> {
  const file = path.join(projectDirectory, 'dist', '.jest-result.json');
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  say('── 测试');
  const settings = ['--maxWorkers=2', '--json', `--outputFile=${file}`];
  const code = await runTool('jest/bin/jest.js', [...settings, ...values], jestLimitMs);
  try {
    const result = JSON.parse(readFileSync(file, 'utf8')) as JestResult;
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    // jest may also fail as a whole: no test found, a worker that would not end.
    return { passed: result.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
  } catch {
    say('测试程序自己停掉了,没有留下结果。');
    return { passed: 0, failed: 1 };
  }
}

async function main(): Promise<void> {
  const biome = () => runTool('@biomejs/biome/bin/biome', ['check', '--diagnostic-level=error']);
  const types = () => runTool('typescript/bin/tsc', ['--noEmit']);
  const all = [
    await step('编译', buildAll),
    await step('格式', async () => (await biome()) === 0),
    await step('类型', async () => (await types()) === 0),
    await runJest(process.argv.slice(2)),
  ];
  const passed = all.reduce((sum, totals) => sum + totals.passed, 0);
  const failed = all.reduce((sum, totals) => sum + totals.failed, 0);
  process.exitCode = failed === 0 ? 0 : 1;
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
}

main().catch((error: unknown) => {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
  process.stdout.write('0 passed, 1 failed\n');
});
