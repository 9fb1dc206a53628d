import { parseArgs } from 'node:util';
import { damageCases } from './damage-cases';
import { fullDisk } from './full-disk';
import { keeperRace } from './keeper-race';
import { killRounds } from './kill-rounds';
import { killedTown } from './killed-town';
import { killedWorker } from './killed-worker';
import { movingSums } from './moving-sums';
import { scarcityRun } from './scarcity-run';
import { holds } from './wire';

/**
 * `npm run under-fire -- [--only town,kill,damage,disk,sums,worker,scarcity,keepers]
 * [--seed S] [--declarations N] [--rounds N] [--cases N] [--transfers N] [--worker-rounds N]
 * [--seeds N]`: each part throws with the command that plays it again, or prints its figures.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);

type Sizes = Record<
  'seed' | 'declarations' | 'rounds' | 'cases' | 'transfers' | 'workerRounds' | 'seeds',
  number
>;

function partsOf(sizes: Sizes): Record<string, () => Promise<unknown>> {
  const { seed, declarations, rounds, cases, transfers, workerRounds, seeds } = sizes;
  return {
    town: () => killedTown({ declarations }),
    kill: () => killRounds({ rounds, seed, functionsEvery: 5, say }),
    damage: () => damageCases({ cases, seed }),
    disk: () => fullDisk(),
    sums: () => movingSums({ transfers, seed }),
    worker: () => killedWorker({ rounds: workerRounds, seed }),
    scarcity: () => scarcityRun({ seeds, seed, residents: 1000, pieces: 10, say }),
    async keepers() {
      const race = await keeperRace({ seeds, seed });
      const ways = Object.keys(race.outcomes).length;
      holds(seeds < 1000 || ways === 4, `orders ended in ${ways} of 4 ways`);
      return race;
    },
  };
}

function readSizes(values: Record<string, string | undefined>): Sizes {
  const whole = (name: string, otherwise: number) => {
    const value = Number(values[name] ?? otherwise);
    if (Number.isSafeInteger(value) && value >= 0) return value;
    throw new Error(`--${name} 应是一个整数`);
  };
  return {
    seed: whole('seed', 1),
    declarations: whole('declarations', 1000),
    rounds: whole('rounds', 100),
    cases: whole('cases', 1000),
    transfers: whole('transfers', 2000),
    workerRounds: whole('worker-rounds', 30),
    seeds: whole('seeds', 1000),
  };
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      ...{ only: text, seed: text, rounds: text, cases: text, transfers: text, seeds: text },
      ...{ declarations: text, 'worker-rounds': text },
    },
  });
  const sizes = readSizes(values);
  const parts = partsOf(sizes);
  const wanted = values.only?.split(',') ?? Object.keys(parts);
  say(`seed ${sizes.seed}`);
  for (const name of wanted) {
    const part = parts[name];
    if (part === undefined) throw new Error(`没有 ${name} 这一项,有:${Object.keys(parts)}`);
    const startedAtMs = performance.now();
    const figures = await part();
    const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
    say(`${name}: ${JSON.stringify(figures)} (${seconds} s)`);
  }
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
);
