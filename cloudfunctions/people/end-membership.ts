import { isUnanswered } from '../../src/domain/people/answer-join';
import { isNobodyElse } from '../../src/domain/people/nobody-yet';
import { holdsRole } from '../../src/domain/people/roles';
import type { JoinRequest, Member } from '../../src/domain/people/types';
import { withoutLine } from '../../src/domain/people/unlink';
import { forgetPerson, loadPerson, savePerson } from '../runtime/persons';
import type { Reader, Transaction } from '../runtime/store/store';
import { removePerson, requestsBy, townIsLeftInHands } from './erase';
import { removeJoinRequest } from './save-join-request';

type Reach = { tx: Transaction; read: Reader };

/** Who leaves takes nothing along, and whoever had joined as them is out at once. */
export async function endMembership(member: Member, reach: Reach): Promise<void> {
  const person = await loadPerson(reach.tx, member.personId);
  if (!person) return;
  const left = withoutLine(person, member);
  if (!left || !holdsRole(left.roles, 'town-admin', 'town')) await townIsLeftInHands(person, reach);
  if (left) savePerson(reach.tx, left);
  else await removePerson(person, reach);
}

/** Whoever waits to become a member carries the name too; they may wait elsewhere as well. */
async function removeRequest(
  { joinRequestId, personId }: JoinRequest,
  { tx, read }: Reach,
): Promise<void> {
  removeJoinRequest(tx, joinRequestId);
  const asker = await loadPerson(tx, personId);
  if (!asker || asker.joinRequestId !== joinRequestId) return;
  const requests = await requestsBy('personId', personId, read);
  const other = requests.find(
    (request) => isUnanswered(request) && request.joinRequestId !== joinRequestId,
  );
  const left = { ...asker, joinRequestId: other?.joinRequestId ?? null };
  if (isNobodyElse(left)) forgetPerson(tx, asker);
  else savePerson(tx, left);
}

/** Nobody waits any more to become a member of where they stood. */
export async function removeRequestsFor({ memberId }: Member, reach: Reach): Promise<void> {
  for (const request of await requestsBy('memberId', memberId, reach.read)) {
    await removeRequest(request, reach);
  }
}
