import type { Faults } from '../../../simulation/histories/faults';
import { randomOf } from '../../history';
import { link } from '../../medici/driver';
import { openLedgerEngine } from '../growth';
import { type Audit, auditOf, type Intent, intentsOf, type Keeper, type Told } from './intents';
import { keepMedici, type MediciManner } from './keep-medici';
import { keepNaive } from './keep-naive';
import { keepOurs } from './keep-ours';
import { type Network, networkOf, pauseOf } from './network';

export const keeperNames = [
  'ours',
  'medici, plain',
  'medici, safe',
  'medici, looked up',
  'naive sum',
] as const;

export type FaultTrial = {
  keeper: (typeof keeperNames)[number];
  /** Clients of one household that work at once, and what each wants. */
  clients: number;
  intentsEach: number;
  rates: Faults;
  seed: number;
};

export type FaultResult = FaultTrial & {
  audit: Audit;
  told: number;
  refused: number;
  /** How often each fault happened. */
  seen: Faults;
};

async function openKeeper(
  { keeper, seed }: FaultTrial,
  intents: Intent[],
  network: Network,
): Promise<Keeper> {
  const engine = await openLedgerEngine();
  const faulty = network.faulty(engine);
  const pause = pauseOf(randomOf(seed, 'pauses'));
  link.random = randomOf(seed, 'medici retries').next;
  if (keeper === 'ours')
    return keepOurs({ engine, faulty, intents, pause, random: randomOf(seed, 'our retries').next });
  if (keeper === 'naive sum') return keepNaive(engine, faulty, pause);
  return keepMedici(engine, faulty, keeper.slice('medici, '.length) as MediciManner, pause);
}

/**
 * Many clients of one household at once, over a bad network, then some of their requests once
 * more; then every row is accounted for.
 */
export async function runFaultTrial(trial: FaultTrial): Promise<FaultResult> {
  const { clients, intentsEach, rates, seed } = trial;
  const network = networkOf(rates, seed);
  const intents = intentsOf(clients, intentsEach, randomOf(seed, 'intents'));
  const keeper = await openKeeper(trial, intents.flat(), network);
  const told: Told[] = [];
  const client = async (wishes: readonly Intent[]) => {
    for (const intent of wishes) {
      told.push({ intent, done: await network.send(() => keeper.perform(intent)) });
    }
  };
  await Promise.all(intents.map(client));
  await network.replay(intents.flat().map((intent) => () => keeper.perform(intent)));
  const audit = auditOf(told, keeper.rows(), await keeper.balance());
  link.pause = async () => undefined;
  link.random = Math.random;
  const refused = told.filter(({ done }) => !done).length;
  return { ...trial, audit, told: told.length, refused, seen: network.seen };
}
