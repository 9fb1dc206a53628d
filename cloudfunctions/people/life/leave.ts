import { erasureOf, memberErased } from '../../../src/domain/people/erase';
import { type Left, withoutDead, withoutLeaver } from '../../../src/domain/people/life/leave';
import { memberThere } from '../../../src/domain/people/life/members';
import type { Household, Member, Person } from '../../../src/domain/people/types';
import { loadPerson } from '../../runtime/persons';
import { endMembership, removeRequestsFor } from '../end-membership';
import { removePerson, townIsLeftInHands } from '../erase';
import { forgetLinks } from '../links/save-link';
import { eraseOffices } from '../offices/erase-offices';
import { withoutEntry } from '../save-entry-check';
import type { Carrying, LifeKindOf } from './kind';

/** What stays behind of a household, with its next head. */
export function writeLeft({ household, head }: Omit<Left, 'leaver'>, { tx }: Carrying): void {
  tx.set('households', household.householdId, household);
  if (head) tx.set('members', head.memberId, head);
}

/** Rights end with membership, at once. */
export async function moveAway(leaver: Member, carrying: Carrying): Promise<void> {
  await removeRequestsFor(leaver, carrying);
  await endMembership(leaver, carrying);
  await withoutEntry(leaver, carrying);
  carrying.tx.remove('members', leaver.memberId);
}

/**
 * The line ends as that of whoever is erased; the night takes the name out of what was written.
 * @param person whoever had joined as them
 */
export async function dieAway(
  leaver: Member,
  { person, household }: { person: Person | null; household: Household },
  carrying: Carrying,
): Promise<void> {
  const { tx, nowMs, newId } = carrying;
  await removeRequestsFor(leaver, carrying);
  await townIsLeftInHands(person, carrying);
  if (person) await removePerson(person, carrying);
  const erasureId = newId();
  const subject = { person, member: leaver, household };
  tx.create('erasures', erasureId, erasureOf(erasureId, subject, nowMs));
  await forgetLinks({ memberId: leaver.memberId }, carrying);
  await eraseOffices(leaver.memberId, carrying);
  await withoutEntry(leaver, carrying);
  tx.set('members', leaver.memberId, memberErased(leaver));
}

export const moveOut: LifeKindOf<'move-out'> = (change, carrying) => {
  const left = withoutLeaver(carrying.at, change);
  return {
    async write() {
      await moveAway(left.leaver, carrying);
      writeLeft(left, carrying);
    },
  };
};

export const death: LifeKindOf<'death'> = async (change, carrying) => {
  const { at, tx } = carrying;
  const member = memberThere(at, change.memberId);
  const person = await loadPerson(tx, member.personId);
  const left = withoutDead(at, change, person?.roles ?? []);
  const { leaver, household } = left;
  return {
    async write() {
      await dieAway(leaver, { person, household }, carrying);
      writeLeft(left, carrying);
    },
  };
};
