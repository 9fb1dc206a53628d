import { jobs } from '../../../src/contracts';
import type { Task } from '../../../src/domain/tasks/types';
import { defineRun } from '../../runtime/define-action';
import { eachForItself } from '../../runtime/in-parallel';
import type { Store } from '../../runtime/store/store';
import { writeTask } from '../../runtime/write-task';
import { taskNow } from '../load-task';

/** Tasks one call works through; the timer comes again soon. */
const batchSize = 190;
const atOnce = 5;

/** One more than a call works through; the latest first, so that no old one is in the way. */
function dueTasks(store: Store, nowMs: number): Promise<Task[]> {
  return store.query<Task>('tasks', {
    where: { escalates: true },
    order: { field: 'nextMs', direction: 'desc' },
    after: nowMs + 1,
    limit: batchSize + 1,
  });
}

/** How late a task is follows from the clock alone: done twice it is done once. */
async function escalate(store: Store, taskId: string, nowMs: number): Promise<void> {
  await store.transact(async (tx) => {
    const task = await tx.get<Task>('tasks', taskId);
    if (!task?.escalates || task.nextMs > nowMs) return;
    writeTask(tx, task.kind, task.subjectId, await taskNow(tx, task, nowMs));
  });
}

/**
 * Shows what is late to those it waits for, then to the village, then to the town. It approves
 * nothing and moves nothing; where the table has another row for what is late, that is waited for
 * as well.
 */
export const escalateTasks = defineRun({
  contract: jobs.escalateTasks,
  allow: [{ who: 'timer' }],
  async run({ store, nowMs, hasTime }) {
    const due = await dueTasks(store, nowMs);
    const batch = due.slice(0, batchSize);
    const one = ({ taskId }: Task) => escalate(store, taskId, nowMs);
    const { errors, left } = await eachForItself(batch, atOnce, one, hasTime);
    if (errors.length > 0) throw errors[0];
    return { done: batch.length - left, left: left + due.length - batch.length };
  },
});
