import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type JestResult, notRun, type Totals, totalsOf } from './jest-result';
import { say } from './progress';
import { projectDirectory } from './project-directory';
import { readQuickSeed } from './quick-seed';

/** Half an hour was seen on a busy machine; one that is busier still is given time. */
const jestLimitMs = 60 * 60 * 1000;
const longestListed = 10;

/** @returns the exit code; 1 when it was killed or did not start */
export function runTool(
  tool: string,
  values: readonly string[],
  { limitMs, env = {} }: { limitMs?: number; env?: Record<string, string> } = {},
): Promise<number> {
  const endsWithParent = pathToFileURL(path.join(__dirname, 'ends-with-parent.mjs')).href;
  const file = path.join(projectDirectory, 'node_modules', tool);
  const child = spawn(process.execPath, ['--import', endsWithParent, file, ...values], {
    cwd: projectDirectory,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env, STARTED_BY: String(process.pid) },
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

/** One step, its outcome and time told; a throw is a failure. */
export async function step(label: string, work: () => Promise<boolean>): Promise<Totals> {
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

export const styleIsFine = async (): Promise<boolean> =>
  (await runTool('@biomejs/biome/bin/biome', ['check', '--diagnostic-level=error'])) === 0;

export const typesAreFine = async (): Promise<boolean> =>
  (await runTool('typescript/bin/tsc', ['--noEmit'])) === 0;

function readOr<Value>(file: string, read: (text: string) => Value, otherwise: Value): Value {
  try {
    return read(readFileSync(file, 'utf8'));
  } catch {
    return otherwise;
  }
}

/** Which suites took most of the processor; nothing where the system does not count it. */
function sayLongest(file: string): void {
  const lines = readOr(file, (text) => text.trim().split('\n'), []);
  const times = lines.map((line) => ({ seconds: Number.parseFloat(line), line }));
  const longest = times.sort((one, other) => other.seconds - one.seconds).slice(0, longestListed);
  if (longest.length > 1)
    say(`最费处理器时间的(秒):\n${longest.map(({ line }) => `  ${line}`).join('\n')}`);
}

const picksByName = /^(-t|--testNamePattern)(=|$)/;

/** What jest found out; a crash that left no result is one failure, and so is each skipped test. */
export async function runJest(
  values: readonly string[],
  timesFile = '.jest-times',
): Promise<Totals> {
  const file = path.join(projectDirectory, 'dist', '.jest-result.json');
  const times = path.join(projectDirectory, 'dist', timesFile);
  mkdirSync(path.dirname(file), { recursive: true });
  for (const old of [file, times]) rmSync(old, { force: true });
  const seed = String(readQuickSeed());
  say(`── 测试(种子 ${seed};再来一遍:SEED=${seed} npm test)`);
  const measured = `--testRunner=${path.join(__dirname, 'measured-runner.cjs')}`;
  const settings = ['--maxWorkers=2', '--json', `--outputFile=${file}`, measured];
  const env = { SEED: seed, TEST_TIMES: times };
  const code = await runTool('jest/bin/jest.js', [...settings, ...values], {
    limitMs: jestLimitMs,
    env,
  });
  sayLongest(times);
  const result = readOr(file, (text) => JSON.parse(text) as JestResult, null);
  if (result === null) {
    say('测试程序自己停掉了,没有留下结果。');
    return { passed: 0, failed: 1 };
  }
  const chosenByName = values.some((value) => picksByName.test(value));
  if (!chosenByName) for (const name of notRun(result)) say(`没有跑:${name}`);
  return totalsOf(result, code, chosenByName);
}
