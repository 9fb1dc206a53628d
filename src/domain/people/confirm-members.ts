import { refuse } from '../kernel/refusal';
import { anotherMustAgree, oneStandsOutside } from './two-people';
import type { Agreed, Decider, Member } from './types';

/** A line that somebody saw on the list, as it stood then. */
export type SeenLine = { memberId: string; enteredAtMs: number };

/** Entered by one person: until a second one has confirmed it, no number proves it. */
export function entered(member: Member, by: Agreed): Member {
  return { ...member, unconfirmed: true, entered: by };
}

/** A second person saw it, or two people let somebody in. */
export function confirmed(member: Member): Member {
  const { unconfirmed: _seen, entered: _first, ...rest } = member;
  return rest;
}

/** Who looks at lines that somebody else entered. */
export type Confirmer = { personId: string; as: Decider };

/** Never what they entered themselves, nor a colleague's of the committee alone. */
export function mayConfirm({ entered: first }: Member, by: Confirmer): boolean {
  const two = { agreed: first ?? null, decider: by };
  return !anotherMustAgree(two) && !oneStandsOutside(two);
}

/**
 * A second person confirms lines of the register. What changed since it was seen waits to be seen
 * again.
 * @param members those that were asked for
 * @returns the members as they are now, how many were not theirs to confirm, and how many of them
 *   wait on
 */
export function confirmLines(
  members: readonly Member[],
  seen: readonly SeenLine[],
  by: Confirmer,
): { confirmed: Member[]; notTheirs: number; left: number } {
  const asSeen = new Map(seen.map(({ memberId, enteredAtMs }) => [memberId, enteredAtMs]));
  const waiting = members.filter(
    (member) => member.unconfirmed && asSeen.get(member.memberId) === member.entered?.atMs,
  );
  const theirs = waiting.filter((member) => mayConfirm(member, by));
  const left = members.filter(({ unconfirmed }) => unconfirmed).length - theirs.length;
  const notTheirs = waiting.length - theirs.length;
  return { confirmed: theirs.map(confirmed), notTheirs, left };
}

/** Said where there was nothing among them that they may confirm. */
export function refuseOwnEntries(): never {
  refuse(
    'another-must-agree',
    '这些是您自己或者您同事录入的,要另一个人核对:村务监督委员会的人,或另一位镇管理员。',
  );
}
