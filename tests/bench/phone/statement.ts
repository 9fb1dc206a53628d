import type { Entry } from '../../../src/domain/ledger/ledger';
import { householdId as householdIdIn } from '../../support/household-ids';
import type { SetDataStats } from '../../weapp/harness/types';
import { historyOf, randomOf } from '../history';
import { costOf, openAt } from './drive';
import type { Stage } from './pages';

const dayMs = 86_400_000;
const years = 2;
/** More pages than a statement can have: a button that never goes away ends the walk. */
const pagesAtMost = 200;

/** Puts a household's book aside for one of so many entries, by the domain's own rules. */
export async function writeHistory(stage: Stage, entries: number, seed: number): Promise<void> {
  const { engine, villageId, cast, client } = stage;
  const own = `${villageId}-${cast.resident.householdNumber}`;
  const householdId = householdIdIn(stage, own);
  const toMs = await client.nowMs();
  const fromMs = toMs - years * 365 * dayMs;
  const life = historyOf(
    { householdId, villageId, entries, fromMs, toMs },
    randomOf(seed, 'phone'),
  );
  let step = life.next();
  for (; !step.done; step = life.next()) {
    const entry: Entry = step.value;
    await engine.set('entries', `${householdId}.${entry.sequence}`, entry);
  }
  await engine.set('accounts', householdId, step.value);
}

/** An order is told in one event, whatever lines it has in the book. */
export type StatementCost = {
  lines: number;
  events: number;
  open: SetDataStats;
  steps: SetDataStats[];
};

/** Opens the statement and looks at all of it, part after part, to its first line. */
export async function walkStatement(stage: Stage): Promise<StatementCost> {
  const phone = await openAt(stage, 'pages/points/index');
  try {
    const open = await costOf(phone);
    const more = phone.byRole('button', { name: '看更早的' });
    const steps: SetDataStats[] = [];
    while ((await phone.find(more)).length > 0) {
      if (steps.length === pagesAtMost) throw new Error('the statement does not end');
      await phone.tap(more);
      steps.push(await costOf(phone));
    }
    const why = phone.byCss('[aria-label$=",为什么"]');
    const own = `${stage.villageId}-${stage.cast.resident.householdNumber}`;
    const lines = await stage.engine.count('entries', { householdId: householdIdIn(stage, own) });
    return { lines, events: (await phone.find(why)).length, open, steps };
  } finally {
    await phone.close();
  }
}
