import { madeHouseholdId } from '../../support/household-ids';
import type { BenchRow, BenchSection } from '../section';
import {
  addNotices,
  addOldEvidence,
  generateTown,
  noticeLines,
  openidOf,
  placeOrders,
  type TownPlan,
  townNowMs,
  villageCount,
} from './generate';
import { type CallCost, type Meter, meterOf, runJobToItsEnd, townSecret } from './measure';
import { requestMs } from './metered-store';
import { jobRows, readRow } from './rows';
import { storedBytes } from './stored-bytes';

const weeksOfHistory = 144;
const orderCount = 300;
/** Five days of what a village does in the cost model: 300 households with 36 deeds a year. */
const openNotices = 5;
const openForMs = 4 * 86_400_000;
/** A day of what the town does in the cost model. */
const evidenceCount = 300;
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
  const verify = { action: 'verify-account', input: { householdId: madeHouseholdId('v01', 1) } };
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
    await run('seal-day', 'seal-day, a first seal with totals of two quarters');
    const due = await addNotices(town, {
      ...{ households, perVillage: noticesOfAWeek(plan) },
      ...{ closesAtMs: townNowMs - 1, firstNumber: 5_000_000 },
    });
    await addNotices(town, {
      ...{ households, perVillage: openNotices },
      ...{ closesAtMs: townNowMs + openForMs, firstNumber: 6_000_000 },
    });
    const reads = await measureReads(meter);
    const verdict = reads['verify-account']?.value as { sound?: boolean } | undefined;
    if (!verdict?.sound) throw new Error('a generated account does not verify');
    await run('close-notices', `close-notices, a week of ${due} records at once`);
    town.clock.advanceDays(8);
    await run('expire-orders', `expire-orders, ${orderCount} at once`);
    await run('seal-day', `seal-day that closes a quarter, behind that week`);
    town.clock.advanceDays(1);
    await run('seal-day', 'seal-day with nothing new');
    const onBoard = villageCount * openNotices * noticeLines;
    await run('close-notices', `close-notices, ${onBoard} records at once`);
    town.clock.advanceDays(1);
    await run('seal-day', `seal-day behind ${onBoard} records`);
    const stored = await storedBytes(town.engine);
    town.clock.advanceMs(newYearMs - town.clock.nowMs());
    await run('lapse-points', 'lapse-points, New Year');
    await addOldEvidence(town, households, evidenceCount);
    await run('erase-expired', `erase-expired, evidence of ${evidenceCount} records`);
    const rows: BenchRow[] = [
      ...Object.entries(jobs).flatMap(([name, calls]) => jobRows(name, calls)),
      ...Object.entries(reads).map(([name, cost]) => readRow(name, cost)),
      ...stored.rows,
    ];
    return {
      rows,
      raw: { plan, requestMs, jobs, reads, storedBytes: stored.raw },
      notes: [
        `${villageCount} villages, ${households} households, ${entries} entries. Time is the ` +
          `processor time of the call and ${requestMs} ms for each request it waits for; those ` +
          'it makes at the same time are waited for together.',
      ],
    };
  },
};
