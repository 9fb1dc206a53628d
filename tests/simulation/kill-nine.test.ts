import { quickSeed } from '../../config/run/quick-seed';
import { killRounds } from './fire/kill-rounds';
import { killedTown } from './fire/killed-town';

/** The quick sizes of `npm run under-fire -- --only town,kill`. */
const limitMs = 400_000;

test(
  'kill -9 amid 60 declarations loses no acknowledged one and doubles none',
  async () => {
    const { declared, acknowledged } = await killedTown({ declarations: 60 });
    expect(declared).toBe(60);
    expect(acknowledged).toBeGreaterThanOrEqual(20);
  },
  limitMs,
);

test(
  'two more kills on one data folder, one of them amid the real functions',
  async () => {
    const result = await killRounds({ rounds: 2, seed: quickSeed, functionsEvery: 2 });
    expect(result).toMatchObject({ rounds: 2, functionRounds: 1, records: 24 });
    expect(result.acknowledged).toBeGreaterThanOrEqual(2 * 20);
  },
  limitMs,
);
