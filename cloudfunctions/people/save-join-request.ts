import type { JoinRequest } from '../../src/domain/people/types';
import { joinTask } from '../../src/domain/tasks/join-task';
import type { Transaction } from '../runtime/store/store';
import { writeTask } from '../runtime/write-task';

/** Writes a join request's next state with whom it waits for. */
export function saveJoinRequest(tx: Transaction, request: JoinRequest, nowMs: number): void {
  tx.set('join-requests', request.joinRequestId, request);
  writeTask(tx, 'join', request.joinRequestId, joinTask(request, nowMs));
}

/** Takes a join request away, with whom it waits for. */
export function removeJoinRequest(tx: Transaction, joinRequestId: string): void {
  tx.remove('join-requests', joinRequestId);
  writeTask(tx, 'join', joinRequestId, null);
}
