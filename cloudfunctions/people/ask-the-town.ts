import { isUnanswered } from '../../src/domain/people/answer-join';
import { holdsAnOffice } from '../../src/domain/people/roles';
import type { JoinRequest, Member } from '../../src/domain/people/types';
import { knownHousehold } from '../points/load';
import type { Reader } from '../runtime/store/store';
import type { Moving } from '../runtime/write-message';
import { requestsBy } from './erase';
import { saveJoinRequest } from './save-join-request';

/**
 * Whoever waits to become a member who was given an office meanwhile waits for the town from now
 * on. Asking writes the member too, so a request that comes at the same time collides.
 */
export async function askTheTown(member: Member, moving: Moving, read: Reader): Promise<void> {
  if (!holdsAnOffice(member)) return;
  for (const { joinRequestId } of await requestsBy('memberId', member.memberId, read)) {
    const request = await moving.tx.get<JoinRequest>('join-requests', joinRequestId);
    if (!request || !isUnanswered(request) || request.withOffice) continue;
    const household = await knownHousehold(moving.tx, request.householdId);
    saveJoinRequest(moving, { ...request, withOffice: true }, household);
  }
}
