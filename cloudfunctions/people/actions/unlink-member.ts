import { people } from '../../../src/contracts';
import { refuseUnknownMember } from '../../../src/domain/people/erase';
import * as unlinking from '../../../src/domain/people/unlink';
import { defineCommand } from '../../runtime/define-action';
import { loadPerson, savePerson } from '../../runtime/persons';
import { removePerson, townIsLeftInHands } from '../erase';
import { findMember } from '../find-member';

export const unlinkMember = defineCommand({
  contract: people.unlinkMember,
  allow: [{ who: 'town-admin' }],
  run: async ({ input, caller, tx, read }) => {
    const found = await findMember(input, { tx, read });
    if (!found) refuseUnknownMember();
    unlinking.mustBeAnothersHousehold(found.household, caller.person?.householdId ?? null);
    const person = await loadPerson(tx, found.member.personId);
    if (!person) unlinking.refuseNobodyLinked();
    const left = unlinking.unlink({ ...found, person });
    const reach = { tx, read };
    const { roles = [] } = left.person ?? {};
    if (!roles.some(({ role }) => role === 'town-admin')) await townIsLeftInHands(person, reach);
    if (left.person) savePerson(tx, left.person);
    else await removePerson(person, reach);
    tx.set('members', left.member.memberId, left.member);
    tx.set('households', left.household.householdId, left.household);
    return { memberId: left.member.memberId };
  },
});
