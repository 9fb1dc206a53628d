import { refuse } from '../../kernel/refusal';
import type { StoredHousehold } from '../../town/register/types';
import { isHeadOf, livingIn, memberThere, withHead } from './members';
import { relationWords } from './relations';
import type { LifeChange } from './types';

type NewHead = Extract<LifeChange, { kind: 'head' }>;

/**
 * Another one of a household becomes its head. It gives nobody a right: all adults have the same.
 * @returns the household, and the members that changed
 * @throws Refusal `member-not-there`, `is-head`
 */
export function withNewHead(at: StoredHousehold, { memberId, relation }: NewHead): StoredHousehold {
  const member = memberThere(at, memberId);
  if (isHeadOf(at.household, member)) {
    refuse('is-head', `${member.name}已经是户主了。请选家里另一位。`);
  }
  const former = livingIn(at).find((each) => isHeadOf(at.household, each));
  const { household, head } = withHead(at.household, member);
  const before = former ? [{ ...former, relation: relationWords[relation] }] : [];
  return { household, members: [head, ...before] };
}
