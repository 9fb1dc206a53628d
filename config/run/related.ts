import { slow } from './slow-last.cjs';

const phoneFrom = [
  /^src\//,
  /^config\/(taro|catalogue)\//,
  /^(config\/index\.ts|package(-lock)?\.json|project\.config\.json)$/,
  /^\.env/,
];
/** What a cloud of the built functions is made of, itself too: tests start it by its path. */
const cloudFrom = [
  /^(cloudfunctions|local-cloud|src\/(contracts|domain))\//,
  /^config\/(functions|catalogue|database)\//,
  /^package(-lock)?\.json$/,
];

/** A changed file that the build of the phone reads. */
export const isOfPhone = (file: string): boolean => phoneFrom.some((each) => each.test(file));

/** One that the functions, or the cloud they run on, are made from. */
export const isOfCloud = (file: string): boolean => cloudFrom.some((each) => each.test(file));

/** The folder of tests that start what is in the file's own as a program, importing nothing. */
export function folderOfStarters(file: string): string | null {
  const [, area] = /^(?:config\/)?(deploy|run|local-cloud)\//.exec(file) ?? [];
  return area === undefined ? null : `tests/${area}/`;
}

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
  const always = (suite: string) =>
    changed.includes(suite) || suite.startsWith('tests/architecture/');
  const choice: Choice = { run: [], left: [] };
  const sum = (total: number, suite: string) => total + options.secondsOf(suite);
  let spent = sorted.filter(always).reduce(sum, 0);
  for (const suite of sorted) {
    const fits = spent + options.secondsOf(suite) <= options.budget;
    const may = fits && !isSlow(suite) && !options.needsBuild.has(suite);
    if (!always(suite) && may) spent += options.secondsOf(suite);
    (always(suite) || may ? choice.run : choice.left).push(suite);
  }
  return choice;
}
