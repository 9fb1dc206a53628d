import { refuse } from '../../kernel/refusal';
import type { StoredHousehold } from '../../town/register/types';
import { isSameName } from '../names';
import type { HeldRole, Household, Member } from '../types';
import { ofHead } from './relations';

/** Who stands in the register of a household now: whoever was erased has no name. */
export function livingIn({ household, members }: StoredHousehold): Member[] {
  return members.filter(
    ({ householdId, name }) => householdId === household.householdId && name !== '',
  );
}

export function isHeadOf({ headName }: Pick<Household, 'headName'>, { name }: Member): boolean {
  return isSameName(headName, name);
}

/** @throws Refusal `member-not-there` */
export function memberThere(at: StoredHousehold, memberId: string): Member {
  const member = livingIn(at).find((each) => each.memberId === memberId);
  if (member) return member;
  return refuse('member-not-there', '这个人现在不在这一户了。请刷新户册再看。');
}

const isOffice = ({ role }: HeldRole) => role !== 'resident';

/**
 * An office ends by its act alone, also that of somebody who died: it lapses by the act that says
 * so, and only then they leave the register.
 * @param roles of the member, and of whoever joined as them where they leave for good
 * @throws Refusal `holds-office`
 */
export function mustHoldNoOffice({ name }: Member, roles: readonly HeldRole[]): void {
  if (!roles.some(isOffice)) return;
  refuse('holds-office', `${name}还有职务。请先在“谁在任职”里登记离任,等那边确认了,再来办这一步。`);
}

/** @throws Refusal `last-of-household` */
export function mustLeaveSomebody(at: StoredHousehold, leaver: Member): Member[] {
  const others = livingIn(at).filter(({ memberId }) => memberId !== leaver.memberId);
  if (others.length > 0) return others;
  return refuse('last-of-household', '这一户册上只有这一个人,走了就没有人了。请办“销户”。');
}

/** A household with another head: the name by which it is known, and what they are called. */
export function withHead(
  household: Household,
  head: Member,
): { household: Household; head: Member } {
  return {
    household: { ...household, headName: head.name, headBirthYear: head.birthYear },
    head: { ...head, relation: ofHead },
  };
}

/**
 * Where the head goes, whoever is left has to have one.
 * @throws Refusal `head-needed`, `member-not-there`
 */
export function nextHeadOf(
  at: StoredHousehold,
  leaver: Member,
  headId: string | undefined,
): Member | null {
  if (!isHeadOf(at.household, leaver)) return null;
  if (headId === undefined || headId === leaver.memberId) {
    refuse('head-needed', `${leaver.name}是户主。请选好由家里哪一位接着当户主。`);
  }
  return memberThere(at, headId);
}
