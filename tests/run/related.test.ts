import { choose, isBuilt } from '../../config/run/related';

const options = { secondsOf: () => 10, budget: 35, needsBuild: new Set(['tests/weapp/b.test.ts']) };
const related = [
  ...['tests/actions/points/c.test.ts', 'tests/domain/ledger/a.test.ts', 'tests/weapp/b.test.ts'],
  ...['tests/simulation/kill-nine.test.ts', 'tests/architecture/d.test.ts', 'tests/x/e.test.ts'],
];

test('the nearest are run, the rest is named, and nothing is in neither list', () => {
  const changed = ['src/domain/ledger/ledger.ts'];
  const { run, left } = choose(related, changed, options);
  expect(run[0]).toBe('tests/domain/ledger/a.test.ts');
  expect(run).toContain('tests/architecture/d.test.ts');
  expect(left).toEqual(
    expect.arrayContaining(['tests/weapp/b.test.ts', 'tests/simulation/kill-nine.test.ts']),
  );
  expect([...run, ...left].sort()).toEqual([...related].sort());
});

test('a changed test is run however slow it is', () => {
  const changed = ['tests/simulation/kill-nine.test.ts'];
  expect(choose(related, changed, options).run[0]).toBe(changed[0]);
});

test('what reads dist is related to all that is built', () => {
  for (const file of ['src/app.tsx', 'cloudfunctions/points/index.ts', 'config/taro/x.ts']) {
    expect([file, isBuilt(file)]).toEqual([file, true]);
  }
  expect(isBuilt('docs/CONTRIBUTING.md')).toBe(false);
});
