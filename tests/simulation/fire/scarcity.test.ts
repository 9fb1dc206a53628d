import { quickSeed } from '../../../config/run/quick-seed';
import { keeperRace } from './keeper-race';
import { scarcityRun } from './scarcity-run';

/** The quick sizes of `npm run under-fire -- --only scarcity,keepers`. */
const seed = quickSeed;

test('1 000 residents redeem 10 pieces, in 2 orders: 10 succeed, no point is lost', async () => {
  const result = await scarcityRun({ seeds: 2, seed, residents: 1000, pieces: 10 });
  expect(result).toEqual({ seeds: 2, commands: 2000, ok: 20, refused: { 'stock-gone': 1980 } });
}, 60_000);

test('two keepers and others race for one order, 100 times: one ending each', async () => {
  const { seeds, outcomes, attempts } = await keeperRace({ seeds: 100, seed });
  expect(seeds).toBe(100);
  expect(attempts).toBeGreaterThan(250);
  // Every way an order can end comes up at length; the household's own is rare beside a scan.
  const ways = ['cancelled', 'expired', 'handed-over', 'shop-cancelled'];
  expect(ways).toEqual(expect.arrayContaining(Object.keys(outcomes)));
  expect(Object.keys(outcomes).length).toBeGreaterThanOrEqual(3);
}, 60_000);
