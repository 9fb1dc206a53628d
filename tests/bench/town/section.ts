import type { BenchRow, BenchSection } from '../section';
import {
  addDueNotices,
  generateTown,
  noticeLines,
  openidOf,
  placeOrders,
  type TownPlan,
  villageCount,
} from './generate';
import { type CallCost, type Meter, meterOf, runJobToItsEnd, townSecret } from './measure';
import { requestMs } from './metered-store';
import { jobRows, readRow } from './rows';

const weeksOfHistory = 144;
const orderCount = 300;
const newYearMs = Date.parse('2027-01-01T00:10:00+08:00');

/** As many as a village of this history closes in a week. */
function noticesOfAWeek({ entries, households }: TownPlan): number {
  const perVillage = entries / weeksOfHistory / Math.min(villageCount, households);
  return Math.max(1, Math.round(perVillage / noticeLines));
}

const resident = { kind: 'wechat' as const, openid: openidOf(0, 1) };
const anybody = { kind: 'nobody' as const };

async function measureReads(meter: Meter): Promise<Record<string, CallCost>> {
  const board = { action: 'read-board', input: { villageId: 'v01' } };
  const verify = { action: 'verify-account', input: { householdId: 'v01-1' } };
  const read = (event: object, who: typeof resident | typeof anybody, name: string) =>
    meter('points', event, who, name);
  return {
    'read-board, nobody known': await read(board, anybody, 'read-board'),
    'read-board, resident': await read(board, resident, 'read-board'),
    'read-account with rank': await read({ action: 'read-account' }, resident, 'read-account'),
    'read-statement': await read({ action: 'read-statement' }, resident, 'read-statement'),
    'verify-account': await read(verify, resident, 'verify-account'),
  };
}

/**
 * One town through its real actions: the jobs of a day, a week and a year's end, and what people
 * read meanwhile.
 */
export const townSection: BenchSection = {
  name: 'town',
  async run({ households, entries, seed }) {
    const plan = { households, entries, seed };
    const town = await generateTown(plan);
    const meter = meterOf(town, seed);
    await placeOrders(town, (openid) => townSecret.sign('person', openid, 32), orderCount);
    const jobs: Record<string, CallCost[]> = {};
    const run = async (job: string, name = job) => {
      jobs[name] = await runJobToItsEnd(meter, job);
    };
    await run('seal-day', 'seal-day early in a quarter');
    const due = await addDueNotices(town, households, noticesOfAWeek(plan));
    const reads = await measureReads(meter);
    const verdict = reads['verify-account']?.value as { sound?: boolean } | undefined;
    if (!verdict?.sound) throw new Error('a generated account does not verify');
    await run('close-notices', `close-notices, a week of ${due} records at once`);
    town.clock.advanceDays(8);
    await run('expire-orders', `expire-orders, ${orderCount} at once`);
    await run('seal-day');
    town.clock.advanceMs(newYearMs - town.clock.nowMs());
    await run('lapse-points', 'lapse-points, New Year');
    await run('erase-expired');
    const rows: BenchRow[] = [
      ...Object.entries(jobs).flatMap(([name, calls]) => jobRows(name, calls)),
      ...Object.entries(reads).map(([name, cost]) => readRow(name, cost)),
    ];
    return {
      rows,
      raw: { plan, requestMs, jobs, reads },
      notes: [
        `${villageCount} villages, ${households} households, ${entries} entries. Time is the ` +
          `processor time of the call and ${requestMs} ms for each request it waits for; those ` +
          'it makes at the same time are waited for together.',
      ],
    };
  },
};
