/** One claim of tests/README.md, at length. */
export type Proof = {
  /** Also the name of its place there: `<!-- proof:name -->`. */
  name: string;
  /** Programs started one after another, each by its words; all must end with 0. */
  commands: readonly (readonly string[])[];
  /** What README is told; each must be found in what was printed, or nothing was proven. */
  figures: readonly RegExp[];
  /** Sizes that are taken from the environment. */
  environment?: Readonly<Record<string, string>>;
  /** Where it is always the same one, and why not the run's. */
  seed?: string;
};

const npm = (script: string, ...words: string[]) => [
  'npm',
  'run',
  '--silent',
  script,
  '--',
  ...words,
];
const suites = (...places: string[]) => [
  ...[process.execPath, 'node_modules/jest/bin/jest.js', '--maxWorkers=2', ...places],
];
/** A test that was skipped stands between the two numbers, and then this is not found. */
const allTests = /^Tests: +(?<all>\d+ passed), \d+ total/gm;

const underFire = (part: string): Proof => ({
  name: `fire-${part}`,
  commands: [npm('under-fire', '--only', part, '--seed', 'SEED')],
  // Which part of a file was damaged how is told to who looks on, and is too long for a cell.
  figures: [new RegExp(`^${part}: (?<all>.+?)(?:,"byPart":.*)?$`, 'gm')],
});

const tamperings = ['household', 'cadre', 'supervisor'].flatMap((as) =>
  ['0', '3'].flatMap((seals) =>
    ['database', 'secret'].map((forger) =>
      npm(
        ...(['tamper', '--edits', '10000', '--seed', 'SEED', '--as', as] as const),
        ...['--seals', seals, '--forger', forger],
      ),
    ),
  ),
);

const jestProof = (
  name: string,
  place: string,
  environment: Record<string, string> = {},
): Proof => ({
  ...{ name, commands: [suites(place)], figures: [allTests], environment },
});

const bench = (section: string): Proof => ({
  name: `bench-${section}`,
  commands: [npm('bench', '--only', section, '--seed', 'SEED')],
  figures: [/^(?<all>\d+ aims missed)/gm],
});

const strictSoak = ['--users', '20', '--think', '20', '--days', '3', '--seed', 'SEED'];
const soakFigures = [/^(?<all>books hold: .+)$/gm, /^verdict: (?<all>.+)$/gm];
const histories = /(?<all>\d+ answers \(\d+ ok\), \d+ commits)/g;
const ended = /(?<all>\d+ failed, [\d.]+ s)$/gm;

/** In the order they are run: what fails soonest first. */
export const proofs: readonly Proof[] = [
  {
    name: 'simulation',
    commands: [npm('simulate', '--histories', '1000', '--commands', '100', '--seed', 'SEED')],
    figures: [histories, ended],
  },
  {
    name: 'small-package',
    commands: [
      npm('simulate', '--strict', '--histories', '40', '--commands', '100', '--seed', 'SEED'),
      npm('soak', '--strict', '--minutes', '3', ...strictSoak),
    ],
    figures: [histories, ended, ...soakFigures],
  },
  {
    name: 'planted',
    // Whether chance meets a mistake within so many histories hangs on the seed.
    ...{ commands: [npm('planted')], seed: '1' },
    figures: [/^(?<all>\d+ of \d+ planted mistakes found .+)$/gm],
  },
  {
    name: 'crash-points',
    commands: [npm('crash-points', '--seed', 'SEED')],
    figures: [
      /^(?<all>\d+ actions, \d+ of \d+ crash points)/gm,
      /(?<all>\d+ crashed twice)/g,
      ended,
    ],
  },
  jestProof('exactly-once', 'tests/proof/exactly-once'),
  ...['damage', 'disk', 'sums', 'town', 'keepers', 'kill', 'scarcity', 'worker'].map(underFire),
  {
    name: 'rotate-key',
    commands: [npm('rotate-key')],
    figures: [/^✓ (?<all>\d+ 个人都还认得.+)$/gm],
  },
  jestProof('authority', 'tests/security/authority'),
  jestProof('public-answers', 'tests/security/public-answers', { PUBLIC_PEOPLE: '10000' }),
  jestProof('codes', 'tests/security/codes'),
  jestProof('spreadsheets', 'tests/security/spreadsheets'),
  jestProof('personal-data', 'tests/security/personal-data'),
  {
    name: 'fuzz',
    commands: [npm('fuzz', '--events', '100000', '--seed', 'SEED')],
    figures: [/^(?<all>\d+ events against \d+ actions, .+)$/gm],
  },
  {
    name: 'tamper',
    commands: tamperings,
    figures: [/\d+ tamperings, (?<all>as .+ has the \w+)/g, /^(?<all>found \d+ of \d+) that/gm],
  },
  jestProof('every-page', 'tests/weapp/every-page', { EVERY_PAGE: 'whole' }),
  jestProof('measured', 'tests/weapp/measured', { MEASURED: 'whole' }),
  jestProof('set-data', 'tests/bench/phone/set-data', { SET_DATA: 'whole' }),
  ...['phone-size', 'phone-set-data', 'actions', 'first-call', 'printing', 'ledger', 'town'].map(
    bench,
  ),
  {
    name: 'mutation',
    commands: [npm('mutate')],
    ...{ figures: [/^(?<all>\S+: [\d.]+ % of \d+ mutants)/gm], seed: '20261123' },
  },
  {
    name: 'soak',
    commands: [npm('soak', '--minutes', '30', '--users', '200', '--seed', 'SEED')],
    figures: soakFigures,
  },
];
