import { randomOf } from '../../history';
import { link } from '../../medici/driver';
import { openLedgerEngine } from '../growth';
import { type Audit, auditOf, type Intent, intentsOf, type Keeper, type Told } from './intents';
import { keepMedici, type MediciManner } from './keep-medici';
import { keepNaive } from './keep-naive';
import { keepOurs } from './keep-ours';
import { pauseOf, type Rates, sendUntilAnswered, withConflicts } from './network';

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
  rates: Rates;
  seed: number;
};

export type FaultResult = FaultTrial & { audit: Audit; told: number; refused: number };

async function openKeeper(trial: FaultTrial, intents: Intent[]): Promise<Keeper> {
  const { keeper, rates, seed } = trial;
  const engine = await openLedgerEngine();
  const faulty = withConflicts(engine, randomOf(seed, 'conflicts'), rates.conflict);
  const pause = pauseOf(randomOf(seed, 'pauses'));
  link.random = randomOf(seed, 'medici retries').next;
  if (keeper === 'ours')
    return keepOurs({ engine, faulty, intents, pause, random: randomOf(seed, 'our retries').next });
  if (keeper === 'naive sum') return keepNaive(engine, pause);
  return keepMedici(engine, faulty, keeper.slice('medici, '.length) as MediciManner, pause);
}

/** Many clients of one household at once, over a bad network; then every row is accounted for. */
export async function runFaultTrial(trial: FaultTrial): Promise<FaultResult> {
  const { clients, intentsEach, rates, seed } = trial;
  const random = randomOf(seed, 'network');
  const intents = intentsOf(clients, intentsEach, randomOf(seed, 'intents'));
  const keeper = await openKeeper(trial, intents.flat());
  const told: Told[] = [];
  const client = async (wishes: readonly Intent[]) => {
    for (const intent of wishes) {
      const done = await sendUntilAnswered(() => keeper.perform(intent), rates, random);
      told.push({ intent, done });
    }
  };
  await Promise.all(intents.map(client));
  const audit = auditOf(told, keeper.rows(), await keeper.balance());
  link.pause = async () => undefined;
  link.random = Math.random;
  return { ...trial, audit, told: told.length, refused: told.filter(({ done }) => !done).length };
}
