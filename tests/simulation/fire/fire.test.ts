import { quickSeed } from '../../../config/run/quick-seed';
import { damageCases } from './damage-cases';
import { fullDisk } from './full-disk';
import { killedWorker } from './killed-worker';
import { movingSums } from './moving-sums';

/** The quick sizes of `npm run under-fire`. */
const seed = quickSeed;

test('60 damaged folders: refused with advice, or every answer is right', async () => {
  const result = await damageCases({ cases: 60, seed });
  expect(result.cases).toBe(60);
  // A check that let damage pass, or refused everything, would show here.
  expect(result.startRefused).toBeGreaterThan(20);
  expect(result.startRefused).toBeLessThan(60);
  expect(result.readRefused).toBeGreaterThan(0);
}, 120_000);

test('a full disk refuses writes with advice, the cloud lives on and writes again', async () => {
  const result = await fullDisk();
  expect(result.writtenBefore).toBeGreaterThan(20);
  expect(result).toMatchObject({ refused: 5, writtenAfter: 20 });
}, 120_000);

test('12 writers move amounts, and no reader ever sees a sum that is not whole', async () => {
  const result = await movingSums({ transfers: 60, seed });
  expect(result.transfers).toBeGreaterThanOrEqual(60);
  expect(result.snapshotSums).toBeGreaterThan(5);
}, 120_000);

test('a worker killed amid a request: an error, then one effect', async () => {
  expect(await killedWorker({ rounds: 1, seed })).toMatchObject({ hit: 1 });
}, 240_000);
