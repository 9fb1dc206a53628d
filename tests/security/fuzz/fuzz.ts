import { type EveryAction, everyAction } from '../../proof/cards';
import { type FuzzResult, fuzzAction } from './fuzz-action';

/** Every action has its own stream of chance, so that one alone can be played again. */
export function seedOf(seed: number, { name }: EveryAction): number {
  let mixed = seed >>> 0;
  for (const letter of name) mixed = (Math.imul(mixed, 31) + letter.charCodeAt(0)) >>> 0;
  return mixed;
}

export type FuzzOptions = {
  /** Over all actions; each gets its equal share, rounded up. */
  events: number;
  seed: number;
  /** `points.check-record`; all actions where it is missing. */
  only?: string | undefined;
  onResult?: (result: FuzzResult) => void;
};

export function replayCommand(name: string, { events, seed }: FuzzOptions): string {
  return `npx tsx tests/security/fuzz/main.ts --events ${events} --seed ${seed} --only ${name}`;
}

/** Mutated events against every action of the registry. */
export async function fuzz(options: FuzzOptions): Promise<FuzzResult[]> {
  const each = Math.ceil(options.events / everyAction.length);
  const wanted = everyAction.filter(({ name }) => !options.only || name === options.only);
  const results: FuzzResult[] = [];
  for (const action of wanted) {
    const result = await fuzzAction(action, each, seedOf(options.seed, action));
    options.onResult?.(result);
    results.push(result);
  }
  return results;
}

/** Actions whose own work no event reached. */
export function neverAnsweredOk(results: readonly FuzzResult[]): string[] {
  return results.filter(({ codes }) => !codes.has('ok')).map(({ name }) => name);
}
