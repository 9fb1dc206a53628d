import { joinMessage } from '../../src/domain/messages/moved';
import type { JoinRequest } from '../../src/domain/people/types';
import { joinTask } from '../../src/domain/tasks/join-task';
import type { Transaction } from '../runtime/store/store';
import { type Moving, writeMessage } from '../runtime/write-message';
import { writeTask } from '../runtime/write-task';

/** Writes a join request's next state with whom it waits for and what its move tells. */
export function saveJoinRequest(moving: Moving, request: JoinRequest): void {
  const { tx, nowMs } = moving;
  tx.set('join-requests', request.joinRequestId, request);
  const task = joinTask(request, nowMs);
  writeTask(tx, 'join', request.joinRequestId, task);
  writeMessage(moving, joinMessage(request, task));
}

/** Takes a join request away, with whom it waits for. */
export function removeJoinRequest(tx: Transaction, joinRequestId: string): void {
  tx.remove('join-requests', joinRequestId);
  writeTask(tx, 'join', joinRequestId, null);
}
