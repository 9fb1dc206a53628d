import { isRunning } from '../../../src/domain/people/entry/entry-request';
import type { EntryRequest, EntryRequestState } from '../../../src/domain/people/entry/types';
import { isNobodyElse } from '../../../src/domain/people/nobody-yet';
import { keptSinceMs } from '../../../src/domain/people/retention';
import { removeEntryRequest } from '../../people/save-entry-request';
import { forgetPerson, loadPerson, savePerson } from '../../runtime/persons';
import type { Store } from '../../runtime/store/store';
import { type ErasePorts, eraseEach, type Part } from './part';

const requestsPerCall = 200;
const states: readonly EntryRequestState[] = [
  ...(['waiting', 'agreed', 'refused', 'appealed', 'backed', 'closed'] as const),
];

/** By when it came to stand as it does. The latest first. */
function dueIn(state: EntryRequestState, { store, nowMs }: ErasePorts) {
  const kept = isRunning({ state }) ? 'unansweredJoin' : 'answeredJoin';
  return store.query<EntryRequest>('entry-requests', {
    where: { state },
    order: { field: 'movedAtMs', direction: 'desc' },
    after: keptSinceMs(kept, nowMs),
    limit: requestsPerCall,
  });
}

/** A WeChat user who only ever asked goes with what they asked. */
async function forgetAsker(store: Store, seen: EntryRequest): Promise<void> {
  const { entryRequestId, movedAtMs } = seen;
  await store.transact(async (tx) => {
    const request = await tx.get<EntryRequest>('entry-requests', entryRequestId);
    // Asked anew since: the same id stands for a newer request.
    if (!request || request.movedAtMs !== movedAtMs) return;
    removeEntryRequest(tx, entryRequestId);
    const person = await loadPerson(tx, request.personId);
    if (person?.entryRequestId !== entryRequestId) return;
    const { entryRequestId: _gone, ...left } = person;
    if (isNobodyElse(left)) forgetPerson(tx, person);
    else savePerson(tx, left);
  });
}

/** What people asked to be entered by, and was answered, or never will be. */
export async function eraseEntryRequests(ports: ErasePorts): Promise<Part> {
  const due = (await Promise.all(states.map((state) => dueIn(state, ports)))).flat();
  return eraseEach(ports, due, requestsPerCall, (request) => forgetAsker(ports.store, request));
}
