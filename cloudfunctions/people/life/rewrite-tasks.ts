import { householdKey } from '../../../src/domain/tasks/keys';
import type { Task } from '../../../src/domain/tasks/types';
import { taskNow } from '../../jobs/load-task';
import { readAll } from '../../runtime/store/read-all';
import { writeTask } from '../../runtime/write-task';
import type { Carrying } from './kind';

/**
 * Whom all that waits of households is shown to, once who is near to them has changed: each task
 * names the household that it is about among those it is not for. What begins to wait in the same
 * moment may still go by the kin of before: whoever decides is asked by the table in any case.
 */
export async function rewriteTasksOf(
  householdIds: readonly string[],
  { tx, read, nowMs }: Pick<Carrying, 'tx' | 'read' | 'nowMs'>,
): Promise<void> {
  const not = householdIds.map(householdKey);
  for (const { kind, subjectId } of await readAll<Task>(read, 'tasks', { not }, 'taskId')) {
    const task = await tx.get<Task>('tasks', `${kind}.${subjectId}`);
    if (task) writeTask(tx, kind, subjectId, await taskNow(tx, task, nowMs));
  }
}
