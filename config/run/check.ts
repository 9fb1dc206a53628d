import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildFunctions, buildH5, buildWeapp } from './build';
import { say } from './progress';
import { projectDirectory } from './project-directory';
import { choose, folderOfStarters, isOfCloud, isOfPhone } from './related';
import { runJest, step, styleIsFine, typesAreFine } from './steps';

/**
 * `npm run check [-- --since REF] [-- --whole]`: style, types and the tests related to what changed
 * since the last commit, within about a minute. What reads `dist/` is related to all that is built.
 * What does not fit into the time is named, and the last line says so; `--whole` runs it too.
 */
const budgetSeconds = 60;
const unknownSeconds = 3;

const run = (program: string, ...words: string[]) =>
  execFileSync(program, words, { cwd: projectDirectory, encoding: 'utf8' });
const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');

function changedSince(ref: string): string[] {
  const tracked = linesOf(run('git', 'diff', '--name-only', ref));
  return [...tracked, ...linesOf(run('git', 'ls-files', '--others', '--exclude-standard'))];
}

function suitesOf(files: readonly string[]): string[] {
  const there = files.filter((file) => existsSync(path.join(projectDirectory, file)));
  if (there.length === 0) return [];
  const words = ['--listTests', '--passWithNoTests', '--findRelatedTests', ...there];
  const found = run(process.execPath, 'node_modules/jest/bin/jest.js', ...words);
  return linesOf(found).map((file) => path.relative(projectDirectory, file));
}

/** The modules that read this part of `dist/`; whoever imports them reads it too. */
function readersOf(part: RegExp): string[] {
  const tracked = linesOf(run('git', 'ls-files', 'tests', 'config/run', 'config/deploy'));
  return tracked.filter(
    (file) =>
      /\.tsx?$/.test(file) &&
      existsSync(path.join(projectDirectory, file)) &&
      part.test(readFileSync(path.join(projectDirectory, file), 'utf8')),
  );
}

const isSuite = (file: string) => /\.test\.tsx?$/.test(file);

function lastTimes(): Map<string, number> {
  const file = path.join(projectDirectory, 'dist', '.jest-times');
  const lines = existsSync(file) ? linesOf(readFileSync(file, 'utf8')) : [];
  return new Map(lines.map((line) => [line.split(' ')[1] ?? '', Number.parseFloat(line)]));
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { since: { type: 'string', default: 'HEAD' }, whole: { type: 'boolean' } },
  });
  const startedAtMs = Date.now();
  const changed = changedSince(values.since);
  const phone = changed.some(isOfPhone) ? suitesOf(readersOf(/dist\/(weapp|h5)|distH5/)) : [];
  const ofCloud = /dist\/cloudfunctions|local-cloud\/main\.ts/;
  const cloud = changed.some(isOfCloud) ? readersOf(ofCloud) : [];
  const starters = [...new Set(changed.map(folderOfStarters))].flatMap((folder) =>
    folder === null ? [] : linesOf(run('git', 'ls-files', folder)).filter(isSuite),
  );
  const architecture = linesOf(run('git', 'ls-files', 'tests/architecture/*.test.ts'));
  const own = suitesOf([...changed, ...cloud]);
  const related = [...new Set([...own, ...phone, ...starters, ...architecture])];
  const times = lastTimes();
  const secondsOf = (suite: string) => times.get(suite) ?? unknownSeconds;
  const needsBuild = new Set(phone);
  const chosen = values.whole
    ? { run: related, left: [] }
    : choose(related, changed, { secondsOf, budget: budgetSeconds, needsBuild });
  say(
    `改了 ${changed.length} 个文件,有关的测试 ${related.length} 份,这次跑 ${chosen.run.length} 份`,
  );
  for (const suite of chosen.left) say(`  没有跑:${suite}`);
  const builds = values.whole ? [buildFunctions, buildWeapp, buildH5] : [buildFunctions];
  const build = async () => {
    for (const each of builds) await each();
    return true;
  };
  const all = [
    await step('编译', build),
    await step('格式', styleIsFine),
    await step('类型', typesAreFine),
    await runJest(['--runTestsByPath', ...chosen.run], '.check-times'),
  ];
  const sum = (of: 'passed' | 'failed') => all.reduce((total, each) => total + each[of], 0);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
  say(`用了 ${Math.round((Date.now() - startedAtMs) / 1000)} 秒`);
  const left = chosen.left.length;
  const rest = left > 0 ? `; not everything related was run: ${left} suites left to npm test` : '';
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed${rest}\n`);
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
