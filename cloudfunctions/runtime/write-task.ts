import { type TaskWrite, writeOfTask } from '../../src/domain/tasks/make-task';
import type { Task, TaskKind } from '../../src/domain/tasks/types';
import type { Transaction } from './store/store';

/** Writes what a document waits for now, or removes it; in the transaction that moves it. */
export function writeTask(
  tx: Transaction,
  kind: TaskKind,
  subjectId: string,
  task: Task | null,
): void {
  const write: TaskWrite = writeOfTask(kind, subjectId, task);
  if (write.kind === 'remove') tx.remove(write.collection, write.id);
  else tx.set(write.collection, write.id, write.data);
}
