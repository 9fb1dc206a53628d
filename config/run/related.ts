import { slow } from './slow-last.cjs';

const builtFrom = [
  /^(src|cloudfunctions)\//,
  /^config\/(functions|taro|catalogue|database)\//,
  /^(config\/index\.ts|package(-lock)?\.json|project\.config\.json)$/,
  /^\.env/,
];

/** A changed file that the build of the phone reads, or one that the functions are made from. */
export const isBuilt = (file: string): boolean => builtFrom.some((each) => each.test(file));

export type Choice = { run: string[]; left: string[] };

/** How near a suite is to what was changed: 0 itself, 1 in the twin folder, 2 somewhere else. */
function distance(suite: string, changed: readonly string[]): number {
  if (changed.includes(suite)) return 0;
  const folders = changed.map((file) =>
    file
      .replace(/^(src|cloudfunctions)\//, '')
      .split('/')
      .slice(0, -1)
      .filter((part) => part !== 'actions')
      .join('/'),
  );
  return folders.some((folder) => folder !== '' && suite.includes(`/${folder}/`)) ? 1 : 2;
}

/**
 * What fits into the time, the nearest first; the suites called slow, and those of a build that is
 * not made here, are left. Everything is in one of both lists: nothing is left out unsaid.
 * @param related suites below the project
 * @param secondsOf what a suite took last time
 */
export function choose(
  related: readonly string[],
  changed: readonly string[],
  options: { secondsOf: (suite: string) => number; budget: number; needsBuild: Set<string> },
): Choice {
  const isSlow = (suite: string) => slow.includes(suite.replace(/^tests\/|\.test\.tsx?$/g, ''));
  const sorted = [...related].sort(
    (one, other) =>
      distance(one, changed) - distance(other, changed) ||
      options.secondsOf(one) - options.secondsOf(other),
  );
  const choice: Choice = { run: [], left: [] };
  let spent = 0;
  for (const suite of sorted) {
    const always = changed.includes(suite) || suite.startsWith('tests/architecture/');
    const fits = spent + options.secondsOf(suite) <= options.budget;
    const may = fits && !isSlow(suite) && !options.needsBuild.has(suite);
    if (!always && !may) choice.left.push(suite);
    else {
      choice.run.push(suite);
      spent += options.secondsOf(suite);
    }
  }
  return choice;
}
