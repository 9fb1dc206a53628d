import { people } from '../../../src/contracts';
import * as erasing from '../../../src/domain/people/erase';
import type { Household, Member } from '../../../src/domain/people/types';
import { defineCommand } from '../../runtime/define-action';
import { idIsFree } from '../../runtime/id-is-free';
import { getKnown } from '../../runtime/store/get-known';
import { removePerson, townIsLeftInHands } from '../erase';
import { forgetLinks } from '../links/save-link';
import { eraseInvited } from '../offices/erase-offices';

/** For every WeChat user: whoever only waits to be let in may take that back too. */
export const eraseMe = defineCommand({
  contract: people.eraseMe,
  allow: [{ who: 'wechat-user' }],
  leavesNothing: ['nothing-kept'],
  run: async ({ caller: { person }, commandId, tx, read, nowMs }) => {
    await idIsFree(tx, 'erasures', commandId);
    if (!person) erasing.refuseNothingKept();
    await townIsLeftInHands(person, { tx, read });
    const [member, household] = await Promise.all([
      getKnown<Member>(tx, 'members', person.memberId),
      getKnown<Household>(tx, 'households', person.householdId),
    ]);
    const subject = { person, member, household };
    tx.create('erasures', commandId, erasing.erasureOf(commandId, subject, nowMs));
    if (member) tx.set('members', member.memberId, erasing.memberUnlinked(member));
    if (household) {
      tx.set('households', household.householdId, erasing.consentWithdrawn(household));
    }
    await eraseInvited(person.personId, { tx, read });
    await forgetLinks({ personId: person.personId }, { tx, read, nowMs });
    await removePerson(person, { tx, read });
    return { restGoesOnDay: erasing.restGoesOnDay(nowMs) };
  },
});
