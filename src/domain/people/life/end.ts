import { refuse } from '../../kernel/refusal';
import { householdLeftBy } from '../../town/register/merge';
import type { StoredHousehold } from '../../town/register/types';
import { consentWithdrawn, householdWithout } from '../erase';
import type { HeldRole, Household, Member } from '../types';
import { livingIn, memberThere, mustHoldNoOffice } from './members';
import type { LifeChange } from './types';

type End = Extract<LifeChange, { kind: 'end' }>;

/** The household that has ended, and who was its last, if anybody still stood there. */
export type Ended = { household: Household; last: Member | null };

/** @throws Refusal `still-people`, `children-changed` */
function lastOf(at: StoredHousehold, { memberId }: End): Member | null {
  const living = livingIn(at);
  const { minors = 0 } = at.household;
  if (living.length > 1) {
    refuse(
      'still-people',
      `这一户册上还有 ${living.length} 个人。请先一个一个办,只剩最后一人再办销户。`,
    );
  }
  if (minors > 0) {
    refuse(
      'children-changed',
      `这一户还登记着 ${minors} 个孩子,不能销户。孩子去了哪一户,请先在那一户和这一户改好个数。`,
    );
  }
  const [last] = living;
  if (!last) return null;
  return memberThere(at, memberId ?? '');
}

/** Who died keeps an empty line there, as whoever is erased; who moved away has none. */
function leftBehind(household: Household, last: Member | null, { gone }: End): Household {
  if (!last) return household;
  const without = gone === 'died' ? householdWithout : householdLeftBy;
  return without(household, last, []);
}

/**
 * 销户: the last of a household is gone. It keeps its number, its relatives and its history, which
 * the auditors read on.
 * @param roles of whoever joined as the last, where they died: they end with the person
 * @param day of +08:00
 * @throws Refusal `still-people`, `children-changed`, `member-not-there`, `holds-office`
 */
export function endedHousehold(
  at: StoredHousehold,
  change: End,
  roles: readonly HeldRole[],
  day: string,
): Ended {
  const last = lastOf(at, change);
  if (last) mustHoldNoOffice(last, [...last.roles, ...roles]);
  const { headBirthYear: _year, ...rest } = consentWithdrawn(
    leftBehind(at.household, last, change),
  );
  return { household: { ...rest, headName: '', ended: { day, into: null } }, last };
}
