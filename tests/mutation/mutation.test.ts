import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { judge, type Result, tallyOf } from './judge';
import {
  directories,
  jestConfigFile,
  projectDirectory,
  strykerConfigFile,
  survivorsFile,
} from './places';
import { keyOf, readSurvivors, writeMutants } from './survivors';

const read = (file: string) => readFileSync(path.resolve(projectDirectory, file), 'utf8');
const filesOf = (directory: string) =>
  readdirSync(path.join(projectDirectory, directory), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name))
    .map((name) => `${directory}/${name.split(path.sep).join('/')}`);
const strykerConfig: Record<string, unknown> = JSON.parse(read(strykerConfigFile));

test('every file of the three directories is mutated, none and nothing of them is left out', () => {
  expect(strykerConfig.mutate).toEqual(directories.map((directory) => `${directory}/**/*.ts`));
  const files = directories.flatMap(filesOf);
  expect(files.length).toBeGreaterThan(30);
  for (const file of files) {
    expect(file).toMatch(/\.ts$/);
    // Stryker would obey such a comment silently.
    expect([file, read(file).includes('Stryker disable')]).toEqual([file, false]);
  }
  for (const way of ['mutator', 'ignorers', 'ignoreStatic']) {
    expect(strykerConfig).not.toHaveProperty(way);
  }
});

test('the tests that must bite are those of the same directories', () => {
  const config: { testMatch: string[]; rootDir: string } = jest.requireActual(jestConfigFile);
  expect(path.resolve(config.rootDir)).toBe(projectDirectory);
  const rooms = directories.map((directory) => path.basename(directory)).sort();
  expect([...rooms]).toEqual(['exchange', 'kernel', 'ledger', 'records', 'scheme', 'seals']);
  expect(config.testMatch).toEqual([
    '<rootDir>/tests/domain/{kernel,exchange,scheme,records,ledger,seals}/**/*.test.ts',
  ]);
  expect(strykerConfig.jest).toEqual({
    projectType: 'custom',
    configFile: path.relative(projectDirectory, jestConfigFile),
  });
});

test('whatever is excused as a survivor still stands in the code, with a reason', () => {
  const listed = readSurvivors(read(survivorsFile));
  expect(listed.length).toBeGreaterThan(0);
  for (const { file, line, mutator, replacement, reason } of listed) {
    const lines = read(file).split('\n');
    const there = lines.some((each) => each.trim() === line);
    expect({ file, line, there }).toEqual({ file, line, there: true });
    expect(directories.some((directory) => file.startsWith(`${directory}/`))).toBe(true);
    expect(mutator).toMatch(/^[A-Z][A-Za-z]+$/);
    expect(replacement).not.toBe('');
    expect(reason.length).toBeGreaterThan(20);
  }
});

const mutant = (replacement: string, status: string): Result => ({
  ...{ file: 'src/domain/kernel/a.ts', line: 'if (a) b();', mutator: 'ConditionalExpression' },
  ...{ replacement, status },
});
const killed = (count: number) =>
  Array.from({ length: count }, (_, index) => mutant(`kill ${index}`, 'Killed'));

test('the score is what was detected of what could be run', () => {
  const results = [
    ...killed(6),
    ...[mutant('t', 'Timeout'), mutant('s', 'Survived'), mutant('n', 'NoCoverage')],
    mutant('e', 'RuntimeError'),
  ];
  expect(tallyOf(results)).toMatchObject({
    ...{ mutants: 10, killed: 6, timeout: 1, survived: 1, withoutCover: 1, errors: 1 },
    scorePercent: expect.closeTo(77.78, 2),
  });
  expect(tallyOf([]).scorePercent).toBe(0);
});

test('a survivor that is not on the list fails, one that is passes, one that died is named', () => {
  const alive = mutant('false', 'Survived');
  const listed = [{ ...alive, reason: 'why' }];
  expect(judge([...killed(20), alive], [])).toMatchObject({ passed: false, unexplained: [alive] });
  expect(judge([...killed(20), alive], listed)).toMatchObject({ passed: true, unexplained: [] });
  const uncovered = mutant('true', 'NoCoverage');
  expect(judge([...killed(20), uncovered], listed).passed).toBe(false);
  // Two that read the same need two entries: one must not hide the other.
  expect(judge([...killed(30), alive, alive], listed)).toMatchObject({
    ...{ passed: false, unexplained: [alive] },
  });
  expect(judge(killed(20), listed)).toMatchObject({ passed: true, struckOff: listed });
});

test('below ninety percent nothing passes, however well excused', () => {
  const alive = mutant('false', 'Survived');
  const listed = [{ ...alive, reason: 'why' }];
  expect(judge([...killed(9), alive], listed).passed).toBe(true);
  expect(judge([...killed(8), alive], listed).passed).toBe(false);
});

test('the list is read as it is written', () => {
  const mutants = [mutant('a → b', 'Survived'), mutant('{}', 'Survived')];
  const fence = '```';
  const lines = ['# List', '## A reason long enough', fence, writeMutants(mutants), fence];
  const read = readSurvivors(lines.join('\n'));
  expect(read.map(keyOf)).toEqual(mutants.map(keyOf));
  expect(read.map(({ reason }) => reason)).toEqual(Array(2).fill('A reason long enough'));
  expect(() => readSurvivors('```\nfile\n  line\n    Mutator → x\n```')).toThrow('in the air');
});
