import { refuse } from '../../kernel/refusal';
import type { StoredHousehold } from '../../town/register/types';
import type { Member } from '../types';
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
    signed.some((each) => each.memberId === memberId) ||
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
 * Somebody of the household agrees to the division, on their own phone.
 * @param member as whom the caller joined
 * @throws Refusal `event-settled`, `nothing-to-sign`, `already-signed`
 */
export function sign(event: LifeEvent, member: Member | null, atMs: number): LifeEvent {
  if (event.state !== 'proposed') {
    refuse('event-settled', '这条变动已经有结果了,不用再签。请刷新名单看结果。');
  }
  if (!needsSignatures(event) || member?.householdId !== event.householdId) {
    refuse('nothing-to-sign', '这条变动没有要您签的。请刷新名单再看。');
  }
  const { signed = [] } = event;
  if (signed.some(({ memberId }) => memberId === member.memberId)) {
    refuse('already-signed', '您已经签过了,不用再签。');
  }
  return { ...event, signed: [...signed, { memberId: member.memberId, atMs }] };
}
