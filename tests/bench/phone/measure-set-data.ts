import { prepareScenery } from '../../../config/run/pictures/prepare';
import { openSampleCloud } from '../../../config/run/pictures/sample-cloud';
import { openingCost, type PageCost } from './drive';
import { fillVillage } from './fill';
import { longListCosts } from './long-lists';
import { elderOpenings, openings, type Stage } from './pages';
import { type StatementCost, walkStatement, writeHistory } from './statement';
import { type KeyCost, orderingCosts, type StepCost, typingCosts } from './use';

export type SetDataCosts = {
  openings: Record<string, PageCost>;
  /** In large type. */
  elderOpenings: Record<string, PageCost>;
  typing: KeyCost[];
  ordering: StepCost[];
  longLists: StepCost[];
  statement: StatementCost;
};

/** Runs work on a sample village in which something waits at every desk. */
export async function onStage<Value>(work: (stage: Stage) => Promise<Value>): Promise<Value> {
  const cloud = await openSampleCloud({ history: true });
  try {
    return await work({ ...cloud, ...(await prepareScenery(cloud)) });
  } finally {
    await cloud.stop();
  }
}

/** Which of some things are tried. */
type Taken = <Each>(all: readonly Each[]) => readonly Each[];

const everything: Taken = (all) => all;

/**
 * What the WeChat build sends over the bridge, page by page and step by step.
 * @param rows at most so many in each list, never more than the cloud answers with
 * @param lines of the statement, which is walked whatever else is left out
 */
export function measureSetData(
  rows: number,
  lines: number,
  seed: number,
  taken: Taken = everything,
): Promise<SetDataCosts> {
  return onStage(async (stage) => {
    await fillVillage(stage, rows);
    const opened: Record<string, PageCost> = {};
    for (const page of taken(Object.keys(openings))) opened[page] = await openingCost(stage, page);
    const elder: Record<string, PageCost> = {};
    for (const page of taken(Object.keys(elderOpenings))) {
      elder[page] = await openingCost(stage, page, 'elder');
    }
    const inUse = taken(['typing', 'ordering', 'long lists']);
    const typing = inUse.includes('typing') ? await typingCosts(stage) : [];
    const ordering = inUse.includes('ordering') ? await orderingCosts(stage) : [];
    const longLists = inUse.includes('long lists') ? await longListCosts(stage, rows) : [];
    // Last: it writes another history over the household that did all this.
    await writeHistory(stage, lines, seed);
    const statement = await walkStatement(stage);
    return { openings: opened, elderOpenings: elder, typing, ordering, longLists, statement };
  });
}

/** The largest single setData of all, and where it was. */
export function largestOf(costs: SetDataCosts): { where: string; bytes: number } {
  const { open, steps } = costs.statement;
  const all = [
    ...Object.entries(costs.openings).map(([page, cost]) => ({ where: page, cost })),
    ...Object.entries(costs.elderOpenings).map(([page, cost]) => ({
      where: `elder ${page}`,
      cost,
    })),
    ...[...costs.typing, ...costs.ordering, ...costs.longLists].map((cost) => ({
      where: cost.step,
      cost,
    })),
    { where: 'statement', cost: open },
    ...steps.map((cost, index) => ({ where: `statement, part ${index + 2}`, cost })),
  ].map(({ where, cost }) => ({ where, bytes: cost.largestBytes }));
  return all.reduce((most, each) => (each.bytes > most.bytes ? each : most));
}
