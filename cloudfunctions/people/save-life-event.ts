import { lifeMessage, signingMessage } from '../../src/domain/messages/moved';
import { needsSignatures } from '../../src/domain/people/life/signing';
import type { LifeEvent } from '../../src/domain/people/life/types';
import type { Household } from '../../src/domain/people/types';
import { lifeTask } from '../../src/domain/tasks/life-task';
import { signingTask } from '../../src/domain/tasks/signing-task';
import type { Transaction } from '../runtime/store/store';
import { type Moving, writeMessage } from '../runtime/write-message';
import { writeTask } from '../runtime/write-task';

/** Whose signatures it waits for now; where nobody has to sign there never was a task. */
export function writeSigning(tx: Transaction, event: LifeEvent): void {
  if (needsSignatures(event)) writeTask(tx, 'signing', event.lifeEventId, signingTask(event));
}

/**
 * Writes a life event with whom it waits for and what its move tells.
 * @param households those that it touches
 */
export function saveLifeEvent(
  moving: Moving,
  event: LifeEvent,
  households: readonly Household[],
): void {
  const { tx, nowMs } = moving;
  tx.set('life-events', event.lifeEventId, event);
  const task = lifeTask(event, households, nowMs);
  writeTask(tx, 'life', event.lifeEventId, task);
  writeSigning(tx, event);
  writeMessage(moving, lifeMessage(event, task));
  writeMessage(moving, signingMessage(event));
}
