import { mustHoldNoPrivateNumber } from '../../kernel/private-number';
import { refuse } from '../../kernel/refusal';
import { dayMs, dayOf } from '../../kernel/time';
import { mustAllowMove } from '../../kernel/workflow';
import { isSurelyAdult } from '../roles';
import type { Agreed, Decider, Household, Member, Person } from '../types';
import { type LinkFacts, linkStates, linkWorkflow } from './link-workflow';
import type { CameIn, Link, LinkState } from './types';

type Joined = { person: Person; member: Member };

/** @param linkId new, and known to the person from then on */
export function newLink(
  linkId: string,
  { person, member }: Joined,
  { how, two }: CameIn,
  atMs: number,
): Link {
  const { villageId, householdId, memberId } = member;
  return {
    ...{ linkId, villageId, householdId, memberId, personId: person.personId, how, two },
    ...{ linkedAtMs: atMs, state: 'linked', movedAtMs: atMs },
    ...{ objection: null, opinion: null, cutBy: null, cutPhone: null, settledBy: null },
  };
}

/** How long a household is reminded of who joined last. */
const newsDays = 30;

/** Whether somebody else joined the household lately, and on which day. */
export function joinedLately(
  { lastLink }: Pick<Household, 'lastLink'>,
  personId: string,
  nowMs: number,
): string | null {
  if (!lastLink || lastLink.personId === personId) return null;
  return nowMs - lastLink.atMs < newsDays * dayMs ? dayOf(lastLink.atMs) : null;
}

/** Somebody still has to say what becomes of it. */
export function isOpen({ state }: Pick<Link, 'state'>): boolean {
  return state === 'objected' || state === 'proposed';
}

/** @throws Refusal `link-not-found` */
export function refuseLink(): never {
  refuse('link-not-found', '没有找到这个人的加入记录。请刷新名单再看。');
}

function mustMove(link: Link, action: string, facts: Omit<LinkFacts, 'link'>): void {
  const { state } = link;
  const table = linkWorkflow.filter(
    ({ by, from }) => by.includes(facts.mover.as) && from.includes(state),
  );
  mustAllowMove(table, action, state, { ...facts, link }, (of) => linkStates[of]);
}

/**
 * @param reason what the household says: read by who settles it
 * @throws Refusal `adult-only`, `objected-before`, `own-link`, `private-number`
 */
export function object(
  link: Link,
  member: Member,
  { personId, reason }: { personId: string; reason: string },
  atMs: number,
): Link {
  if (!isSurelyAdult(member, dayOf(atMs))) {
    refuse('adult-only', '这件事要由家里满18岁的人来说。请让家里大人用自己的手机办。');
  }
  if (link.state !== 'linked') {
    refuse('objected-before', `这个人的事${linkStates[link.state]},不能再提。请刷新看看结果。`);
  }
  mustHoldNoPrivateNumber({ reason });
  const mover = { personId, as: 'household' as const, ofTheHousehold: true, nearRelative: false };
  mustMove(link, 'object-to-link', { mover, out: null });
  const objection = { byPersonId: personId, reason, atMs };
  return { ...link, state: 'objected', movedAtMs: atMs, objection };
}

/** Taken out by the town alone, at once: a second person looks at it. */
export function cut(link: Link, { phone }: Pick<Member, 'phone'>, by: Agreed): Link {
  return { ...link, state: 'cut', movedAtMs: by.atMs, cutBy: by, cutPhone: phone };
}

/**
 * The town was wrong: the number that stood on the line proves it again, where nobody has come to
 * stand there since.
 */
export function numberCountsAgain(member: Member, { cutPhone }: Link): Member {
  if (member.personId !== null || member.phone !== null) return member;
  const { byTwoOnly: _cut, ...rest } = member;
  return { ...rest, phone: cutPhone };
}

/** Erased, or gone with the line. */
export function endedWith(link: Link, atMs: number): Link {
  return { ...link, state: 'ended', movedAtMs: atMs, personId: null, cutPhone: null };
}

type Settler = LinkFacts['mover'] & { as: Decider };
type Told = { out: boolean; reason: string | null };

function stateBy(link: Link, out: boolean): LinkState {
  const isSecond = link.state === 'cut' || link.opinion?.out === out;
  if (!isSecond) return 'proposed';
  return out ? 'ended' : 'stays';
}

/**
 * Of what was objected to the first says what is to become of it and why, the second agrees or says
 * otherwise, and is then the first. Of what was cut one other person says whether it was right.
 * @returns the link as it stands then; what `ended` means is carried out by who asks
 * @throws Refusal `wrong-state`, `reason-needed`, `private-number`, and what the needs refuse
 */
export function settle(link: Link, { out, reason }: Told, by: Settler, atMs: number): Link {
  mustHoldNoPrivateNumber({ reason });
  mustMove(link, 'settle-link', { mover: by, out });
  const step: Agreed = { personId: by.personId, as: by.as, atMs };
  const state = stateBy(link, out);
  const opinion = link.opinion?.out === out ? link.opinion : null;
  if (!opinion && !reason) refuse('reason-needed', '请写一句查下来是怎么回事,这一户能看到。');
  const settledBy = state === 'proposed' ? null : step;
  const said = opinion ?? { out, reason: reason ?? '', by: step };
  return { ...link, state, movedAtMs: atMs, opinion: said, cutPhone: null, settledBy };
}
