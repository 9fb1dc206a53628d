import { isUnanswered } from '../../../src/domain/people/answer-join';
import { isNobodyElse } from '../../../src/domain/people/nobody-yet';
import { keptSinceMs } from '../../../src/domain/people/retention';
import type { JoinRequest, JoinRequestState } from '../../../src/domain/people/types';
import { removeJoinRequest } from '../../people/save-join-request';
import { forgetPerson, loadPerson, savePerson } from '../../runtime/persons';
import type { Store } from '../../runtime/store/store';
import { type ErasePorts, eraseEach, type Part } from './part';

const requestsPerCall = 200;
const states: readonly JoinRequestState[] = ['joined', 'refused', 'waiting', 'agreed'];

/** By the moment that counts: when it was answered, or asked where nobody did. The latest first. */
function dueIn(state: JoinRequestState, { store, nowMs }: ErasePorts) {
  const waits = isUnanswered({ state });
  return store.query<JoinRequest>('join-requests', {
    where: { state },
    order: { field: waits ? 'askedAtMs' : 'answeredAtMs', direction: 'desc' },
    after: keptSinceMs(waits ? 'unansweredJoin' : 'answeredJoin', nowMs),
    limit: requestsPerCall,
  });
}

/** A WeChat user who only ever asked goes with the request. */
async function forgetAsker(store: Store, { joinRequestId, state }: JoinRequest): Promise<void> {
  await store.transact(async (tx) => {
    const request = await tx.get<JoinRequest>('join-requests', joinRequestId);
    // Asked anew since: the same id stands for a newer request.
    if (!request || request.state !== state) return;
    removeJoinRequest(tx, joinRequestId);
    const person = await loadPerson(tx, request.personId);
    if (person?.joinRequestId !== joinRequestId) return;
    const left = { ...person, joinRequestId: null };
    if (isNobodyElse(left)) forgetPerson(tx, person);
    else savePerson(tx, left);
  });
}

/** Join requests that were answered, or never will be. */
export async function eraseJoins(ports: ErasePorts): Promise<Part> {
  const due = (await Promise.all(states.map((state) => dueIn(state, ports)))).flat();
  return eraseEach(ports, due, requestsPerCall, (request) => forgetAsker(ports.store, request));
}
