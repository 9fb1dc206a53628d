import type { Account } from '../../src/domain/ledger/ledger';
import { waitingMessage } from '../../src/domain/messages/moved';
import type { Household } from '../../src/domain/people/types';
import { freezeTask } from '../../src/domain/tasks/freeze-task';
import { type Moving, writeMessage } from '../runtime/write-message';
import { writeTask } from '../runtime/write-task';

/** Writes a household's account with its freeze, or without it, and whom that waits for. */
export function saveFreeze(moving: Moving, account: Account, household: Household): void {
  const { tx, nowMs } = moving;
  const { householdId } = household;
  tx.set('accounts', householdId, account);
  const task = freezeTask(account, household, nowMs);
  writeTask(tx, 'freeze', householdId, task);
  writeMessage(moving, waitingMessage(task));
}
