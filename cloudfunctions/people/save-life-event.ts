import { lifeMessage } from '../../src/domain/messages/moved';
import type { LifeEvent } from '../../src/domain/people/life/types';
import type { Household } from '../../src/domain/people/types';
import { lifeTask } from '../../src/domain/tasks/life-task';
import { type Moving, writeMessage } from '../runtime/write-message';
import { writeTask } from '../runtime/write-task';

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
  writeMessage(moving, lifeMessage(event, task));
}
