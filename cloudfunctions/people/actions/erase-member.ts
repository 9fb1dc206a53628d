import { people } from '../../../src/contracts';
import { isUnanswered } from '../../../src/domain/people/answer-join';
import * as erasing from '../../../src/domain/people/erase';
import type { JoinRequest, Member, Person } from '../../../src/domain/people/types';
import { defineCommand } from '../../runtime/define-action';
import { idIsFree } from '../../runtime/id-is-free';
import { forgetPerson, loadPerson, savePerson } from '../../runtime/persons';
import type { Reader, Transaction } from '../../runtime/store/store';
import { removePerson, requestsBy, townIsLeftInHands } from '../erase';
import { type Found, findMember } from '../find-member';
import { eraseOffices } from '../offices/erase-offices';
import { withoutEntry } from '../save-entry-check';
import { removeJoinRequest } from '../save-join-request';

async function othersOf({ household, member }: Found, tx: Transaction): Promise<Member[]> {
  const ids = household.memberIds.filter((id) => id !== member.memberId);
  const others = await Promise.all(ids.map((id) => tx.get<Member>('members', id)));
  return others.filter((other) => other !== null);
}

/** Whoever waits to become this member carries the name too; they may wait elsewhere as well. */
async function removeRequest(
  { joinRequestId, personId }: JoinRequest,
  tx: Transaction,
  read: Reader,
): Promise<void> {
  removeJoinRequest(tx, joinRequestId);
  const asker = await loadPerson(tx, personId);
  if (!asker || asker.joinRequestId !== joinRequestId) return;
  const requests = await requestsBy('personId', personId, read);
  const other = requests.find(
    (request) => isUnanswered(request) && request.joinRequestId !== joinRequestId,
  );
  const isNobodyElse = asker.householdId === null && asker.roles.length === 0 && !other;
  if (isNobodyElse) forgetPerson(tx, asker);
  else savePerson(tx, { ...asker, joinRequestId: other?.joinRequestId ?? null });
}

async function removeLinked(member: Member, tx: Transaction, read: Reader): Promise<Person | null> {
  const { memberId, personId } = member;
  for (const request of await requestsBy('memberId', memberId, read)) {
    await removeRequest(request, tx, read);
  }
  const person = await loadPerson(tx, personId);
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
