import { quickSeed } from '../../config/run/quick-seed';
import { randomFrom } from '../support/random';
import { filesWithBug } from './bundle';
import { historiesUntilCaught } from './plant';
import { plantedBugs } from './planted-bugs';

/**
 * All of them take minutes: `npm run planted`. Each commit tries a few others; which ones is its
 * seed's choice, but never the histories they are looked for in, so that none is missed by chance.
 */
const triedAtOnce = 3;
const tried = randomFrom(quickSeed).shuffle(plantedBugs).slice(0, triedAtOnce);

test('at least ten are planted, each under a name of its own', () => {
  const names = new Set(plantedBugs.map(({ name }) => name));
  expect(names.size).toBe(plantedBugs.length);
  expect(names.size).toBeGreaterThanOrEqual(10);
});

test.each(plantedBugs)('its words are still in the product: $name', (bug) => {
  expect(filesWithBug(bug).size).toBeGreaterThan(0);
});

test.each(tried)(
  'caught: $name',
  async (bug) => expect(await historiesUntilCaught(bug)).not.toBeNull(),
  600_000,
);

test('words that are no longer there are noticed', () => {
  const gone = { file: 'src/domain/ledger/ledger.ts', from: 'words that never were', to: '' };
  expect(() => filesWithBug({ name: 'gone', changes: [gone] })).toThrow('no longer fits');
});
