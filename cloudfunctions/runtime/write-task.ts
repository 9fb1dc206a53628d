import { taskIdOf } from '../../src/domain/tasks/make-task';
import type { Task, TaskKind } from '../../src/domain/tasks/types';
import type { Transaction } from './store/store';

/** Writes what a document waits for now, or removes it; in the transaction that moves it. */
export function writeTask(
  tx: Transaction,
  kind: TaskKind,
  subjectId: string,
  task: Task | null,
): void {
  const id = taskIdOf(kind, subjectId);
  if (task) tx.set('tasks', id, task);
  else tx.remove('tasks', id);
}
