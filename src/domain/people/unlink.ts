import { refuse } from '../kernel/refusal';
import { consentWithdrawn, memberUnlinked } from './erase';
import { holdsRole } from './roles';
import type { Household, Member, Person } from './types';

type Linked = { person: Person; member: Member; household: Household };
type Left = Omit<Linked, 'person'> & { person: Person | null };

/** @param ownHouseholdId of whoever unlinks; null without a household of their own */
export function mustBeAnothersHousehold(household: Household, ownHouseholdId: string | null): void {
  if (household.householdId !== ownHouseholdId) return;
  refuse('own-household', '这是您自己家的人。请另一位镇管理员来办。');
}

export function refuseNobodyLinked(): never {
  refuse('nobody-linked', '还没有人用这个名字加入,不用解除。');
}

/** What they hold that did not come with the line of the register. */
const ownRoles = ({ roles }: Person, member: Member) =>
  roles.filter(({ role, place }) => role !== 'resident' && !holdsRole(member.roles, role, place));

/**
 * Somebody whose line is theirs no more: what came with it ends at once.
 * @returns null where nothing is left of them
 */
export function withoutLine(person: Person, member: Member): Person | null {
  const roles = ownRoles(person, member);
  const nowhere = { memberId: null, householdId: null, villageId: null, name: null };
  const { linkId: _by, ...rest } = person;
  return roles.length === 0 ? null : { ...rest, ...nowhere, roles };
}

/**
 * The line is nobody's again, and keeps its offices for whoever joins as it. No number proves it
 * any more, or one alone could write theirs into it and be let in. Consent goes too: it may have
 * been given by somebody who was not who they said.
 * @returns `person` null where nothing is left of them
 */
export function unlink({ person, member, household }: Linked): Left {
  return {
    person: withoutLine(person, member),
    member: { ...memberUnlinked(member), byTwoOnly: true },
    household: consentWithdrawn(household),
  };
}
