import { refuse } from '../../kernel/refusal';
import { dayMs, dayOf } from '../../kernel/time';
import { nobodyYet } from '../nobody-yet';
import { readChineseMobile } from '../phone-number';
import { holdsRole, inTerm, withRole } from '../roles';
import type { Person } from '../types';
import { apart, mustMove } from './office-act';
import type { HeldOffice, Invitation, Invited, OfficeAct } from './types';

/** How long a code may be used (ours). */
export const codeDays = 7;

/** No invitation is for longer than the law elects for. */
const mostYears = 5;

/** @throws Refusal `phone-not-chinese` */
export function mobileInvited(phone: string): string {
  const mobile = readChineseMobile(phone);
  if (mobile !== null) return mobile;
  refuse('phone-not-chinese', '手机号不对。请填被邀请的人的中国手机号,11 位数字。');
}

/**
 * @param today of +08:00
 * @throws Refusal `day-to-come`, `term-does-not-fit`
 */
export function mustHaveATerm({ day, untilDay }: { day: string; untilDay: string }, today: string) {
  if (day > today) {
    refuse('day-to-come', '日子还没到。请填发函的那一天,还没发的等发了再登记。');
  }
  const latest = `${Number(day.slice(0, 4)) + mostYears}${day.slice(4)}`;
  if (untilDay <= today || untilDay > latest) {
    refuse(
      'term-does-not-fit',
      `任期要在今天以后结束,从发函那天算最多 ${mostYears} 年。请看一下到期的日子。`,
    );
  }
}

/** @throws Refusal `already-invited` */
export function mustNotBeInvitedYet(
  act: Pick<OfficeAct, 'role' | 'place'> & { phone: string },
  open: readonly OfficeAct[],
): void {
  const isSame = ({ role, place, invited }: OfficeAct) =>
    role === act.role && place === act.place && invited?.phone === act.phone;
  if (!open.some(isSame)) return;
  refuse('already-invited', '这个手机号已经登记过同一个邀请了。请在“邀请”里看,不用再登记。');
}

/** Too many that were never taken up. @throws Refusal `too-many-offices` */
export function refuseTooManyOpen(): never {
  refuse('too-many-offices', '没用的邀请太多了。请先把用不上的撤回。');
}

/** What is signed for the code: another for each time one is made. */
export function codeText({ officeActId }: Pick<OfficeAct, 'officeActId'>, codes: number): string {
  return `code.${officeActId}.${codes}`;
}

/** What is signed for the id that a code is looked up by. */
export const hashText = (code: string) => `looked-up.${code}`;

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 10;

/**
 * Ten letters that nobody mistakes for another, 50 bits.
 * @param signature hex, of `codeText`; its first four digits name the key and are left out
 */
export function codeOf(signature: string): string {
  const byte = (at: number) => Number.parseInt(signature.slice(4 + 2 * at, 6 + 2 * at), 16);
  return Array.from({ length: codeLength }, (_, at) => letters[byte(at) % 32]).join('');
}

/** The next code of an invitation, as the act keeps it and as it is looked up. */
export function withCode(
  { invited, officeActId }: OfficeAct & { invited: Invited },
  codeHash: string,
  nowMs: number,
): { invited: Invited; invitation: Invitation } {
  const codeUntilMs = nowMs + codeDays * dayMs;
  return {
    invited: { ...invited, codeHash, codeUntilMs, codes: invited.codes + 1 },
    invitation: { townId: 'town', codeHash, officeActId, state: 'open', codeUntilMs },
  };
}

/** Nobody takes it up any more: whose number it was is forgotten. */
export function closed(act: OfficeAct): OfficeAct {
  return act.invited ? { ...act, invited: { ...act.invited, phone: null } } : act;
}

export function refuseUnknownCode(triesLeft: number): never {
  const rest = triesLeft > 0 ? `今天还能试 ${triesLeft} 次` : '今天不能再试了';
  refuse('invitation-not-found', `没有这个邀请码(${rest})。请照码再输一遍,或请镇里再给您看一次。`);
}

function refuseOver(): never {
  refuse('invitation-over', `这个邀请码过期了,一个码只能用 ${codeDays} 天。请镇里换一个新码。`);
}

/** @throws Refusal `invitation-over` where its term ends before it could be taken up */
export function mustStillHaveATerm({ untilDay }: OfficeAct, nowMs: number): void {
  if (untilDay === null || dayOf(nowMs) < untilDay) return;
  refuse('invitation-over', '这次邀请的任期已经到了。还要请的话,请镇里撤回后重新登记。');
}

/**
 * Whether a code is good, and for whoever brings it.
 * @throws Refusal `invitation-used`, `invitation-replaced`, `invitation-withdrawn`,
 *   `invitation-over`, `invitation-of-another`, `invitation-own`
 */
export function mustBeTakeable(
  { state, codeUntilMs }: Invitation,
  act: OfficeAct,
  { personId, phone }: { personId: string; phone: string },
  nowMs: number,
): void {
  if (state === 'used') {
    refuse('invitation-used', '这个邀请码已经用过了,只能用一次。不是您用的,请马上告诉镇里。');
  }
  if (state === 'replaced') {
    refuse('invitation-replaced', '镇里换过码了,这个旧码不能再用。请镇里给您看新码。');
  }
  if (state === 'withdrawn' || act.state === 'withdrawn') {
    refuse('invitation-withdrawn', '这次邀请已经撤回了。有疑问,请问邀请您的人。');
  }
  if (nowMs >= codeUntilMs) refuseOver();
  mustStillHaveATerm(act, nowMs);
  if (act.invited?.phone !== phone) {
    refuse(
      'invitation-of-another',
      '邀请码写的不是您微信的这个手机号。请用登记的那个号的微信来办,或请镇里重新登记。',
    );
  }
  const decider = { personId, as: 'invited' as const, ...apart };
  mustMove(act, 'accept-invitation', { decider, accept: true });
}

/**
 * A term that follows on one takes its place; whoever holds it otherwise needs no invitation.
 * @param held the office they hold there, if any
 * @throws Refusal `already-holds`
 */
export function mustNotHoldOtherwise(
  { roles }: Pick<Person, 'roles'>,
  { role, place }: Pick<OfficeAct, 'role' | 'place'>,
  held: HeldOffice | null,
): void {
  if (!holdsRole(roles, role, place) || held?.organisation !== undefined) return;
  refuse('already-holds', '您已经担任这个职务了,不用再用邀请码。');
}

/** Whoever was invited, once they have taken it up. */
export function takenUpBy(
  user: Pick<Person, 'personId' | 'lookUp' | 'openid'> & { person: Person | null },
  { role, place, placeName, name, untilDay }: OfficeAct,
  nowMs: number,
): Person {
  const before = user.person ?? nobodyYet(user, nowMs);
  const held = { role, place, placeName, ...(untilDay !== null && { untilDay }) };
  const roles = withRole(inTerm(before.roles, dayOf(nowMs)), held);
  return { ...before, name: before.name ?? name, roles };
}
