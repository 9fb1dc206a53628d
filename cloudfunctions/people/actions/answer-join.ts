import { people } from '../../../src/contracts';
import * as answering from '../../../src/domain/people/answer-join';
import {
  joinAsMember,
  mustNotBeJoinedYet,
  type RegisterPlace,
} from '../../../src/domain/people/join';
import { holdsAnOffice } from '../../../src/domain/people/roles';
import { deciderOf } from '../../../src/domain/people/two-people';
import type { Household, JoinRequest, Member, Village } from '../../../src/domain/people/types';
import { knownHousehold, moverFor } from '../../points/load';
import { rolesOf } from '../../runtime/caller';
import { defineCommand } from '../../runtime/define-action';
import { loadPerson, savePerson } from '../../runtime/persons';
import type { Transaction } from '../../runtime/store/store';
import { linkUp } from '../links/save-link';
import { withoutEntry } from '../save-entry-check';
import { endEntryRequest } from '../save-entry-request';
import { saveJoinRequest } from '../save-join-request';

async function placeOf(request: JoinRequest, tx: Transaction): Promise<RegisterPlace> {
  const [village, household, member] = await Promise.all([
    tx.get<Village>('villages', request.villageId),
    tx.get<Household>('households', request.householdId),
    tx.get<Member>('members', request.memberId),
  ]);
  // Register entries are never deleted; if one is gone, there is nothing to join.
  if (!village || !household || !member) answering.refuseJoinRequest();
  // Split off or merged meanwhile: they ask anew, at the number they live under now.
  if (member.householdId !== household.householdId) answering.refuseJoinRequest();
  return { village, household, member };
}

export const answerJoin = defineCommand({
  contract: people.answerJoin,
  allow: [
    { who: 'cadre', at: 'own-village' },
    { who: 'supervisor', at: 'own-village' },
    { who: 'town-admin' },
  ],
  place: ({ input }) => ({ villageId: input.joinRequestId.split('.')[0] ?? '' }),
  run: async (context) => {
    const { input, caller, personId, tx, nowMs } = context;
    const { joinRequestId, accept } = input;
    const request = await tx.get<JoinRequest>('join-requests', joinRequestId);
    if (!request) answering.refuseJoinRequest();
    answering.mustNotBeAnsweredYet(request);
    answering.mustAnswerWhoWasSeen(request, input);
    const member = await tx.get<Member>('members', request.memberId);
    const withOffice = request.withOffice || (member !== null && holdsAnOffice(member));
    const { householdId = null } = caller.person ?? {};
    const household = await knownHousehold(tx, request.householdId);
    const { nearRelative } = await moverFor(tx, caller, household);
    const as = deciderOf(rolesOf(caller), request.villageId);
    const answerer = { personId, householdId, nearRelative, as };
    const state = answering.mustBeTheirsToAnswer({ request, answerer, accept, withOffice });
    if (accept) {
      // Already said at the first of the two, so that nobody waits for what cannot come.
      const asker = await loadPerson(tx, request.personId);
      answering.mustStillBeFree(asker);
      const place = await placeOf(request, tx);
      mustNotBeJoinedYet(place.member, request.personId);
      if (state === 'joined') {
        await endEntryRequest(asker, tx);
        const by = { ...asker, person: asker };
        const made = joinAsMember(by, place, request.namesShown, nowMs);
        const joined = await linkUp(context, made, answering.letInBy(request, answerer, nowMs));
        savePerson(tx, joined.person);
        tx.set('members', joined.member.memberId, joined.member);
        await withoutEntry(place.member, context);
        tx.set('households', joined.household.householdId, joined.household);
      }
    }
    const answered = answering.answerRequest(request, state, answerer, nowMs);
    saveJoinRequest(context, answered, household);
    return { joinRequestId, state } as const;
  },
});
