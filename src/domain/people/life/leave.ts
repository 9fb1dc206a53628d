import { householdLeftBy } from '../../town/register/merge';
import type { StoredHousehold } from '../../town/register/types';
import { householdWithout } from '../erase';
import type { HeldRole, Household, Member } from '../types';
import { memberThere, mustHoldNoOffice, mustLeaveSomebody, nextHeadOf, withHead } from './members';

type Leaving = { memberId: string; headId?: string | undefined };

/** Who leaves, and what they leave behind: the household, and its next head where it needs one. */
export type Left = { leaver: Member; household: Household; head: Member | null };

function withNextHead(household: Household, next: Member | null): Omit<Left, 'leaver'> {
  return next ? withHead(household, next) : { household, head: null };
}

/**
 * Somebody of a household is of it no more. Points stay where they were earned, and so do open
 * records, orders, honours and history: all of it is the household's.
 * @throws Refusal `member-not-there`, `holds-office`, `last-of-household`, `head-needed`
 */
export function withoutLeaver(at: StoredHousehold, { memberId, headId }: Leaving): Left {
  const leaver = memberThere(at, memberId);
  mustHoldNoOffice(leaver, leaver.roles);
  const others = mustLeaveSomebody(at, leaver);
  const next = nextHeadOf(at, leaver, headId);
  return { leaver, ...withNextHead(householdLeftBy(at.household, leaver, others), next) };
}

/**
 * Somebody died: their line is emptied as that of whoever is erased.
 * @param roles of whoever joined as them: they end with the person
 * @throws Refusal as of whoever leaves
 */
export function withoutDead(
  at: StoredHousehold,
  { memberId, headId }: Leaving,
  roles: readonly HeldRole[],
): Left {
  const leaver = memberThere(at, memberId);
  mustHoldNoOffice(leaver, [...leaver.roles, ...roles]);
  const others = mustLeaveSomebody(at, leaver);
  const next = nextHeadOf(at, leaver, headId);
  return { leaver, ...withNextHead(householdWithout(at.household, leaver, others), next) };
}
