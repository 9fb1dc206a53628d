import { type Random, randomFrom } from '../../support/random';
import type { ActionName } from '../cards';
import { crash, type Uninterrupted, uninterrupted } from './crash-run';
import { prepare } from './prepared';

export type CrashOptions = {
  seed: number;
  /** How many points of each action are tried; all of them unless told. */
  pointsAtMost?: number;
  /** The gate turns away each so-and-so-many-th call of every life. */
  turnsAwayEvery?: number;
  /** How many times the second process is killed as well, per action. */
  doubles: number;
};

export type CrashReport = ActionName & {
  /** Calls to store and storage that one uninterrupted run makes. */
  calls: number;
  /** Before and after each. */
  points: number;
  tried: number;
  doubles: number;
  /** Each with the command that replays it. */
  failures: string[];
};

function replayOf({ prepared, turnsAwayEvery }: Uninterrupted, diesAt: readonly number[]): string {
  const { functionName, action } = prepared;
  const gate = turnsAwayEvery === null ? '' : ` --turn-away ${turnsAwayEvery}`;
  const at = diesAt.map((point) => `--point ${point}`).join(' ');
  return `npm run crash-points -- --action ${functionName}.${action}${gate} ${at}`;
}

/** Tries one way to die; sentences of what went wrong, with the points and how to replay. */
export async function tryDying(wanted: Uninterrupted, diesAt: readonly number[]) {
  const wrong = await crash(wanted, diesAt);
  const where = diesAt.map((point) => wanted.points[point - 1] ?? `point ${point}`).join(', then ');
  return wrong.map((each) => `${where}: ${each}\n      ${replayOf(wanted, diesAt)}`);
}

function pointsToTry(count: number, random: Random, { pointsAtMost }: CrashOptions): number[] {
  const all = Array.from({ length: count }, (_, index) => index + 1);
  return pointsAtMost === undefined ? all : random.shuffle(all).slice(0, pointsAtMost);
}

/** Kills one action at its points, once each, and a sample of the second tries as well. */
export async function reportOn(name: ActionName, options: CrashOptions): Promise<CrashReport> {
  const random = randomFrom(options.seed);
  const wanted = await uninterrupted(await prepare(name), options.turnsAwayEvery);
  const count = wanted.points.length;
  const failures: string[] = [];
  const tried = pointsToTry(count, random, options);
  for (const point of tried) failures.push(...(await tryDying(wanted, [point])));
  for (let index = 0; index < options.doubles; index += 1) {
    const twice = [random.integer(count) + 1, random.integer(count) + 1];
    failures.push(...(await tryDying(wanted, twice)));
  }
  return {
    ...name,
    calls: wanted.calls,
    points: count,
    tried: tried.length,
    doubles: options.doubles,
    failures,
  };
}
