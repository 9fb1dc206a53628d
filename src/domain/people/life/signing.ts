import { limitOf } from '../../kernel/due';
import { refuse } from '../../kernel/refusal';
import { endOfDayMs } from '../../kernel/time';
import { mustAllowMove } from '../../kernel/workflow';
import type { StoredHousehold } from '../../town/register/types';
import type { Member } from '../types';
import { lifeEventStates, lifeWorkflow } from './life-workflow';
import { livingIn } from './members';
import type { KeptChange, LifeEvent } from './types';

type Signed = Pick<LifeEvent, 'change' | 'signed'>;

/** Who is ticked as having signed on paper; null where the division asks for no signature. */
function onPaperOf(change: KeptChange): readonly string[] | null {
  if (change.kind !== 'split' || change.division.how === 'heads') return null;
  return change.division.onPaper;
}

/** Whether an event waits for signatures at all: by heads nobody has to agree. */
export function needsSignatures({ change }: Pick<LifeEvent, 'change'>): boolean {
  return onPaperOf(change) !== null;
}

/**
 * Whose signature is missing: whoever joined signs on their own phone, and only who has none is
 * taken to have signed on paper.
 */
export function whoHasToSign(at: StoredHousehold, { change, signed = [] }: Signed): Member[] {
  const onPaper = onPaperOf(change);
  if (!onPaper) return [];
  const isSigned = ({ memberId, personId }: Member) =>
    signed.some((each) => each.memberId === memberId && each.personId === personId) ||
    (personId === null && onPaper.includes(memberId));
  return livingIn(at).filter((member) => !isSigned(member));
}

/**
 * Asked when it is proposed: paper is for those without a phone, and all of them are on it.
 * @throws Refusal `signs-by-phone`, `paper-missing`
 */
export function mustBeOnPaper(at: StoredHousehold, change: KeptChange): void {
  const onPaper = onPaperOf(change);
  if (!onPaper) return;
  const living = livingIn(at);
  const joined = living.find(
    ({ memberId, personId }) => personId !== null && onPaper.includes(memberId),
  );
  if (joined) {
    refuse('signs-by-phone', `${joined.name}用微信,要在自己手机上签,不能按纸上签过来算。`);
  }
  const missing = living.find(
    ({ memberId, personId }) => personId === null && !onPaper.includes(memberId),
  );
  if (missing) {
    refuse(
      'paper-missing',
      `${missing.name}没有用微信,要先在纸上签好字再勾上。谈不拢的,请按人头分。`,
    );
  }
}

/**
 * By when they should have signed: as long as the second person has to answer. It is theirs alone:
 * being late shows to nobody else, and ends nothing.
 */
export function signingEndsMs({ proposed }: Pick<LifeEvent, 'proposed'>): number {
  return endOfDayMs(limitOf({ workingDays: 3 }, proposed.atMs).day);
}

/**
 * Somebody of the household agrees to the division, on their own phone.
 * @param member as whom the caller joined
 * @throws Refusal `event-settled`, `nothing-to-sign`, `already-signed`
 */
export function sign(
  event: LifeEvent,
  { personId, member }: { personId: string; member: Member | null },
  atMs: number,
): LifeEvent {
  const { state, householdId, signed = [] } = event;
  if (state !== 'proposed') {
    refuse('event-settled', '这条变动已经有结果了,不用再签。请刷新名单看结果。');
  }
  const ofTheHousehold = needsSignatures(event) && member?.householdId === householdId;
  const { memberId = '' } = member ?? {};
  const decider = { personId, as: 'household' as const, ofTheHousehold, nearRelative: false };
  // Whoever signed as somebody else before is who they are now.
  const before = { ...event, signed: signed.filter((each) => each.memberId === memberId) };
  const facts = { event: before, decider, accept: true };
  mustAllowMove(lifeWorkflow, 'sign-life-event', state, facts, (of) => lifeEventStates[of]);
  const others = signed.filter((each) => each.memberId !== memberId && each.personId !== personId);
  return { ...event, signed: [...others, { memberId, personId, atMs }] };
}
