/**
 * Does the proof bite? Plants every small bug Stryker knows into the rules, one at a time, and
 * counts those the tests of the rules notice:
 *   npm run mutate                                   all three directories
 *   npm run mutate -- --only src/domain/kernel       one of them, or one file
 *   npm run mutate -- --concurrency 2                on a quiet machine
 * Fails where a directory's score is below 90 % or a survivor is not in survivors.md.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { MutantResult } from '@stryker-mutator/api/core';
import { judge, leastScorePercent, type Result, type Verdict } from './judge';
import { directories, projectDirectory, strykerConfigFile, survivorsFile } from './places';
import { type Listed, onOneLine, readSurvivors, writeMutants } from './survivors';

const say = (text: string) => process.stdout.write(`${text}\n`);

type Sources = ReadonlyMap<string, readonly string[]>;

/** Lines by file, read before the run: an edit during it must not move them. */
function sourcesOf(place: string): Sources {
  const absolute = path.join(projectDirectory, place);
  const files = place.endsWith('.ts')
    ? [place]
    : readdirSync(absolute, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${place}/${name.split(path.sep).join('/')}`);
  const linesOf = (file: string) =>
    readFileSync(path.join(projectDirectory, file), 'utf8').split('\n');
  return new Map(files.map((file) => [file, linesOf(file)]));
}

function resultOf(mutant: MutantResult, sources: Sources): Result {
  const { fileName, location, mutatorName, replacement, status } = mutant;
  const absolute = path.resolve(projectDirectory, fileName);
  const file = path.relative(projectDirectory, absolute).split(path.sep).join('/');
  return {
    file,
    line: (sources.get(file)?.[location.start.line - 1] ?? '').trim(),
    mutator: mutatorName,
    replacement: onOneLine(replacement ?? ''),
    status,
  };
}

/** Runs Stryker on one directory or file. */
async function mutantsOf(place: string, concurrency: number): Promise<Result[]> {
  const { Stryker } = await import('@stryker-mutator/core');
  const sources = sourcesOf(place);
  const name = place.replaceAll('/', '-').replace(/\.ts$/, '');
  const stryker = new Stryker({
    configFile: strykerConfigFile,
    mutate: [place.endsWith('.ts') ? place : `${place}/**/*.ts`],
    concurrency,
    jsonReporter: { fileName: `data/mutation/${name}.json` },
  });
  const mutants = await stryker.runMutationTest();
  return mutants.map((mutant) => resultOf(mutant, sources));
}

function sayVerdict(place: string, { tally, unexplained, struckOff }: Verdict, seconds: number) {
  const { mutants, killed, timeout, survived, withoutCover, errors, scorePercent } = tally;
  say(
    `${place}: ${scorePercent.toFixed(2)} % of ${mutants} mutants; killed ${killed}, ` +
      `timeout ${timeout}, survived ${survived}, without cover ${withoutCover}, ` +
      `errors ${errors}; ${seconds.toFixed(0)} s`,
  );
  if (scorePercent < leastScorePercent) say(`below ${leastScorePercent} %`);
  if (unexplained.length > 0) say(`survived without a reason:\n${writeMutants(unexplained)}`);
  if (struckOff.length > 0) say(`may leave the list:\n${writeMutants(struckOff)}`);
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true },
      concurrency: { type: 'string', default: '1' },
    },
  });
  process.chdir(projectDirectory);
  const places = (values.only ?? directories).map((place) => place.replace(/\/+$/, ''));
  const strange = places.find((place) => !directories.some((each) => place.startsWith(each)));
  if (strange !== undefined) throw new Error(`${strange} is not in ${directories.join(', ')}`);
  const listed = readSurvivors(readFileSync(survivorsFile, 'utf8'));
  let passed = true;
  for (const place of places) {
    const startedAtMs = Date.now();
    const results = await mutantsOf(place, Number(values.concurrency));
    const here = ({ file }: Listed) => file === place || file.startsWith(`${place}/`);
    const verdict = judge(results, listed.filter(here));
    sayVerdict(place, verdict, (Date.now() - startedAtMs) / 1000);
    passed &&= verdict.passed;
  }
  return passed;
}

main().then(
  (passed) => {
    process.exitCode = passed ? 0 : 1;
  },
  (error) => {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  },
);
