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
  'one more kill amid plain documents; `npm run under-fire` kills the real functions again too',
  async () => {
    const result = await killRounds({ rounds: 1, seed: quickSeed, functionsEvery: 0 });
    expect(result).toMatchObject({ rounds: 1, functionRounds: 0, records: 0 });
    expect(result.acknowledged).toBeGreaterThanOrEqual(20);
  },
  limitMs,
);
