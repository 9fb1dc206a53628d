import { damageCases } from './damage-cases';
import { fullDisk } from './full-disk';
import { killedWorker } from './killed-worker';
import { movingSums } from './moving-sums';

/** The quick sizes of `npm run under-fire`. */
const seed = 20_261_124;

test('200 damaged folders: refused with advice, or every answer is right', async () => {
  const result = await damageCases({ cases: 200, seed });
  expect(result.cases).toBe(200);
  // A check that let damage pass, or refused everything, would show here.
  expect(result.startRefused).toBeGreaterThan(80);
  expect(result.readRefused).toBeGreaterThan(20);
  expect(result.harmless).toBeGreaterThan(10);
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
  expect(await killedWorker({ rounds: 4, seed })).toMatchObject({ hit: 4 });
}, 240_000);
