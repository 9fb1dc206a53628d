import { joinMessage } from '../../src/domain/messages/moved';
import type { Household, JoinRequest } from '../../src/domain/people/types';
import { joinTask } from '../../src/domain/tasks/join-task';
import type { Transaction } from '../runtime/store/store';
import { type Moving, writeMessage } from '../runtime/write-message';
import { writeTask } from '../runtime/write-task';

/**
 * Writes a join request's next state with whom it waits for and what its move tells.
 * @param household which they want to join: its near relatives decide nothing about it
 */
export function saveJoinRequest(
  moving: Moving,
  request: JoinRequest,
  household: Pick<Household, 'relativeIds'>,
): void {
  const { tx, nowMs } = moving;
  tx.set('join-requests', request.joinRequestId, request);
  const task = joinTask(request, household, nowMs);
  writeTask(tx, 'join', request.joinRequestId, task);
  writeMessage(moving, joinMessage(request, task));
}

/** Takes a join request away, with whom it waits for. */
export function removeJoinRequest(tx: Transaction, joinRequestId: string): void {
  tx.remove('join-requests', joinRequestId);
  writeTask(tx, 'join', joinRequestId, null);
}
