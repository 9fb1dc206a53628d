import { jobs } from '../../../src/contracts';
import { dayOf } from '../../../src/domain/kernel/time';
import { decideDraw } from '../../../src/domain/records/decide-record';
import type { Night } from '../../../src/domain/records/night';
import type { DeedRecord } from '../../../src/domain/records/types';
import { seedOf } from '../../points/decision-facts';
import { knownHousehold } from '../../points/load';
import { saveRecord } from '../../points/save-record';
import { defineRun, type RunContext } from '../../runtime/define-action';
import { eachForItself } from '../../runtime/in-parallel';
import { type Store, StoreBusy } from '../../runtime/store/store';
import { makeNight } from '../make-night';

/** Records one call works through; the timer comes again soon. */
const batchSize = 100;
const atOnce = 5;

/** What waits for the draw of today or of a day before, and one more than a call works through. */
async function readDue(store: Store, today: string): Promise<DeedRecord[]> {
  const waiting = await store.query<DeedRecord>('records', {
    where: { state: 'waiting-draw' },
    order: { field: 'drawDay', direction: 'asc' },
    limit: batchSize + 1,
  });
  return waiting.filter(({ drawDay }) => drawDay !== null && drawDay <= today);
}

type Drawing = Pick<RunContext<unknown>, 'store' | 'secret' | 'templates' | 'nowMs'>;

async function draw(
  { store, secret, templates, nowMs }: Drawing,
  recordId: string,
  night: Night,
): Promise<void> {
  await store.transact(async (tx) => {
    const record = await tx.get<DeedRecord>('records', recordId);
    // Drawn by another run meanwhile.
    if (record?.state !== 'waiting-draw') return;
    const next = decideDraw(record, seedOf(secret, record), night, nowMs);
    const household = await knownHousehold(tx, record.householdId);
    await saveRecord({ tx, templates, nowMs }, next, household);
  });
}

/**
 * Each record in its own transaction, so a call that is cut off loses nothing and the next goes on.
 * The night is written first and once: drawn again, it is the same draw.
 */
export const drawPanels = defineRun({
  contract: jobs.drawPanels,
  allow: [{ who: 'timer' }],
  async run(context) {
    const { store, nowMs, hasTime } = context;
    const due = await readDue(store, dayOf(nowMs));
    if (due.length === 0) return { done: 0, left: 0 };
    const night = await makeNight(store, nowMs);
    if (!night) return { done: 0, left: due.length };
    const batch = due.slice(0, batchSize);
    const one = ({ recordId }: DeedRecord) => draw(context, recordId, night);
    const { errors, left } = await eachForItself(batch, atOnce, one, hasTime);
    const failures = errors.filter((error) => !(error instanceof StoreBusy));
    if (failures.length > 0) throw failures[0];
    const drawn = batch.length - left - errors.length;
    return { done: drawn, left: due.length - drawn };
  },
});
