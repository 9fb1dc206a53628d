import { waitingMessage } from '../../src/domain/messages/moved';
import type { OfficeAct } from '../../src/domain/people/offices/types';
import type { Household } from '../../src/domain/people/types';
import { officeTask } from '../../src/domain/tasks/office-task';
import { type Moving, writeMessage } from '../runtime/write-message';
import { writeTask } from '../runtime/write-task';

/**
 * Writes an act of office with whom it waits for.
 * @param household of whom it is about; null of who stands in no register
 */
export function saveOfficeAct(moving: Moving, act: OfficeAct, household: Household | null): void {
  const { tx, nowMs } = moving;
  tx.set('office-acts', act.officeActId, act);
  const task = officeTask(act, household, nowMs);
  writeTask(tx, 'office', act.officeActId, task);
  writeMessage(moving, waitingMessage(task));
}
