import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type JestResult, totalsOf } from '../../config/run/jest-result';
import { processorSeconds } from '../../config/run/processor-time.cjs';
import SlowLast from '../../config/run/slow-last.cjs';

const root = path.resolve(__dirname, '../..');

const resultOf = (...statuses: string[]): JestResult => ({
  numPassedTests: statuses.filter((status) => status === 'passed').length,
  numFailedTests: statuses.filter((status) => status === 'failed').length,
  numRuntimeErrorTestSuites: 0,
  testResults: [
    {
      name: 'a.test.ts',
      assertionResults: statuses.map((status, index) => ({ status, fullName: `test ${index}` })),
    },
  ],
});

test('a test that was skipped, or is only planned, fails the run', () => {
  expect(totalsOf(resultOf('passed', 'passed'), 0, false)).toEqual({ passed: 2, failed: 0 });
  expect(totalsOf(resultOf('passed', 'pending'), 0, false)).toEqual({ passed: 1, failed: 1 });
  expect(totalsOf(resultOf('todo', 'passed', 'disabled'), 0, false).failed).toBe(2);
  // Where tests are picked by name the others are not meant to run.
  expect(totalsOf(resultOf('passed', 'pending'), 0, true)).toEqual({ passed: 1, failed: 0 });
});

test('a suite that does not load and a runner that dies fail the run', () => {
  const broken = { ...resultOf('passed'), numRuntimeErrorTestSuites: 1 };
  expect(totalsOf(broken, 1, false)).toEqual({ passed: 1, failed: 1 });
  expect(totalsOf(resultOf('passed'), 1, false)).toEqual({ passed: 1, failed: 1 });
  expect(totalsOf(resultOf('failed', 'passed'), 1, false)).toEqual({ passed: 1, failed: 1 });
});

test('every suite that is called slow is there', () => {
  expect(SlowLast.slow.length).toBeGreaterThan(10);
  const gone = SlowLast.slow.filter(
    (name) => !existsSync(path.join(root, 'tests', `${name}.test.ts`)),
  );
  expect(gone).toEqual([]);
});

test('slow suites come last, the longest of them first; before them small files', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'jifen-order-'));
  try {
    const testAt = (name: string) => ({
      path: path.join(root, 'tests', `${name}.test.ts`),
      context: { config: { rootDir: root } },
    });
    const small = { path: path.join(folder, 'small.test.ts'), context: testAt('').context };
    writeFileSync(small.path, '');
    const [longest = '', second = ''] = SlowLast.slow;
    const large = testAt('run/whole-run');
    const given = [testAt(second), large, testAt(longest), small];
    expect(new SlowLast().sort(given).map((each) => each.path)).toEqual(
      [small, large, testAt(longest), testAt(second)].map((each) => each.path),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('processor time is counted where the system tells it', () => {
  const before = processorSeconds();
  if (!existsSync('/proc/self/stat')) {
    expect(before).toBeNull();
    return;
  }
  const untilMs = process.cpuUsage().user / 1000 + 100;
  while (process.cpuUsage().user / 1000 < untilMs) readFileSync('/proc/self/stat');
  const spent = Number(processorSeconds()) - Number(before);
  expect(spent).toBeGreaterThan(0.05);
  expect(spent).toBeLessThan(5);
});
