import { people } from '../../../src/contracts';
import * as erasing from '../../../src/domain/people/erase';
import type { Member, Person } from '../../../src/domain/people/types';
import { defineCommand } from '../../runtime/define-action';
import { idIsFree } from '../../runtime/id-is-free';
import { loadPerson } from '../../runtime/persons';
import type { Reader, Transaction } from '../../runtime/store/store';
import { removeRequestsFor } from '../end-membership';
import { removePerson, townIsLeftInHands } from '../erase';
import { type Found, findMember } from '../find-member';
import { forgetLinks } from '../links/save-link';
import { eraseOffices } from '../offices/erase-offices';
import { withoutEntry } from '../save-entry-check';

async function othersOf({ household, member }: Found, tx: Transaction): Promise<Member[]> {
  const ids = household.memberIds.filter((id) => id !== member.memberId);
  const others = await Promise.all(ids.map((id) => tx.get<Member>('members', id)));
  return others.filter((other) => other !== null);
}

async function removeLinked(member: Member, tx: Transaction, read: Reader): Promise<Person | null> {
  await removeRequestsFor(member, { tx, read });
  const person = await loadPerson(tx, member.personId);
  await townIsLeftInHands(person, { tx, read });
  if (person) await removePerson(person, { tx, read });
  return person;
}

export const eraseMember = defineCommand({
  contract: people.eraseMember,
  allow: [{ who: 'town-admin' }],
  run: async ({ input, commandId, tx, read, nowMs, templates }) => {
    await idIsFree(tx, 'erasures', commandId);
    const found = await findMember(input, { tx, read });
    if (!found) erasing.refuseUnknownMember();
    const { member, household } = found;
    const person = await removeLinked(member, tx, read);
    const subject = { person, member, household };
    tx.create('erasures', commandId, erasing.erasureOf(commandId, subject, nowMs));
    await forgetLinks({ memberId: member.memberId }, { tx, read, nowMs });
    await eraseOffices(member.memberId, { tx, read });
    tx.set('members', member.memberId, erasing.memberErased(member));
    await withoutEntry(member, { tx, read, nowMs, templates });
    const others = await othersOf(found, tx);
    const left = erasing.householdWithout(household, member, others);
    if (erasing.isEmptied(household, others)) tx.remove('pins', household.householdId);
    tx.set('households', household.householdId, left);
    return { restGoesOnDay: erasing.restGoesOnDay(nowMs) };
  },
});
