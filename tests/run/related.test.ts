import { choose, folderOfStarters, isOfCloud, isOfPhone } from '../../config/run/related';

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
  const of = (file: string) => [file, isOfPhone(file), isOfCloud(file)];
  for (const file of ['src/contracts/records.ts', 'config/catalogue/goods.json', 'package.json']) {
    expect(of(file)).toEqual([file, true, true]);
  }
  for (const file of ['src/app.tsx', 'src/pages/me/index.tsx', 'config/taro/x.ts']) {
    expect(of(file)).toEqual([file, true, false]);
  }
  const ofCloud = ['cloudfunctions/points/index.ts', 'config/database/indexes.json'];
  for (const file of [...ofCloud, 'local-cloud/functions/worker-process.cjs']) {
    expect(of(file)).toEqual([file, false, true]);
  }
  expect(of('docs/CONTRIBUTING.md')).toEqual(['docs/CONTRIBUTING.md', false, false]);
});

test('a program is related to the tests that start it', () => {
  expect(folderOfStarters('config/deploy/deploy.ts')).toBe('tests/deploy/');
  expect(folderOfStarters('local-cloud/functions/worker-process.cjs')).toBe('tests/local-cloud/');
  expect(folderOfStarters('config/run/actions.ts')).toBe('tests/run/');
  expect(folderOfStarters('src/pages/me/index.tsx')).toBeNull();
});

test('what is run in any case has its share of the time first', () => {
  const some = ['tests/a.test.ts', 'tests/b.test.ts', 'tests/architecture/d.test.ts'];
  const { run } = choose(some, [], { ...options, budget: 20, needsBuild: new Set() });
  expect(run).toEqual(['tests/a.test.ts', 'tests/architecture/d.test.ts']);
});
