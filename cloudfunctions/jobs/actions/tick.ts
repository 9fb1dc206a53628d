import { jobs } from '../../../src/contracts';
import {
  beginRun,
  dueJobs,
  endRun,
  type JobName,
  type JobRun,
} from '../../../src/domain/town/job-schedule';
import { type Action, defineRun, type RunContext } from '../../runtime/define-action';
import type { Store } from '../../runtime/store/store';
import { readJobRuns } from '../read-job-runs';
import { closeNotices } from './close-notices';
import { drawPanels } from './draw-panels';
import { drawRechecks } from './draw-rechecks';
import { eraseExpired } from './erase-expired';
import { escalateTasks } from './escalate-tasks';
import { expireOrders } from './expire-orders';
import { lapsePoints } from './lapse-points';
import { movePersons } from './move-persons';
import { sealDay } from './seal-day';
import { verifyBooks } from './verify-books';

type Part = { done: number; left: number };

const actions: Readonly<Record<JobName, Action>> = {
  'close-notices': closeNotices,
  'expire-orders': expireOrders,
  'lapse-points': lapsePoints,
  'seal-day': sealDay,
  'verify-books': verifyBooks,
  'draw-panels': drawPanels,
  'draw-rechecks': drawRechecks,
  'erase-expired': eraseExpired,
  'escalate-tasks': escalateTasks,
  'move-persons': movePersons,
};

/** Null where another tick has taken it meanwhile. */
function take(store: Store, job: JobName, nowMs: number): Promise<JobRun | null> {
  return store.transact(async (tx) => {
    const run = beginRun(job, await tx.get<JobRun>('job-runs', job), nowMs);
    if (run) tx.set('job-runs', job, run);
    return run;
  });
}

/** A run that was overtaken, because it took too long, says nothing of the newer one. */
function end(store: Store, run: JobRun, how: Parameters<typeof endRun>[1]): Promise<void> {
  return store.transact(async (tx) => {
    const stored = await tx.get<JobRun>('job-runs', run.job);
    if (stored?.startedAtMs !== run.startedAtMs) return;
    tx.set('job-runs', run.job, endRun(run, how));
  });
}

async function runOne(run: JobRun, context: RunContext<object>): Promise<Part> {
  const { job } = run;
  const { store } = context;
  try {
    const part = (await actions[job].run(context as never)) as Part;
    await end(store, run, part.left === 0 ? 'complete' : 'left');
    return part;
  } catch (error) {
    await end(store, run, 'failed');
    throw error;
  }
}

/**
 * The one timer: runs what is due by the clock, each job for itself. Fired twice, late, or again
 * after it was cut off, it does what is still to do and no more. A job it has no time for waits for
 * the next tick, which begins with it.
 */
export const tick = defineRun({
  contract: jobs.tick,
  allow: [{ who: 'timer' }],
  async run(context) {
    const { store, nowMs, hasTime } = context;
    const total: Part = { done: 0, left: 0 };
    const errors: unknown[] = [];
    for (const job of dueJobs(await readJobRuns(store), nowMs)) {
      const run = hasTime() ? await take(store, job, nowMs) : null;
      // No time left: the next tick begins with this one. Taken by another: that one goes on.
      if (!run) {
        total.left += 1;
        break;
      }
      await runOne(run, context).then(
        ({ done, left }) => {
          total.done += done;
          total.left += left;
        },
        (error: unknown) => void errors.push(error),
      );
    }
    if (errors.length > 0) throw errors[0];
    return total;
  },
});
