import { refuse } from '../kernel/refusal';
import { addDays, dayOf } from '../kernel/time';
import { isSameName } from './names';
import { officesOf } from './offices/appoint';
import type { Erasure, Household, Member, Person } from './types';

/** What is kept of one person: the WeChat user, the line of the register, the household. */
export type Subject = {
  person: Person | null;
  member: Member | null;
  household: Household | null;
};

export function refuseNothingKept(): never {
  refuse('nothing-kept', '这里没有您的信息,不用删。');
}

export function refuseUnknownMember(): never {
  refuse('member-not-found', '这一户里没有这个姓名。请照户册核对户号和姓名。');
}

/**
 * Without an administrator nobody could let people in, or erase somebody who asks for it.
 * @param others administrators that are somebody else
 */
export function mustKeepAnAdministrator(others: number): void {
  if (others > 0) return;
  refuse('last-administrator', '镇管理员只有这一位。请先让镇里再定一位,再办这一步。');
}

/** Consent goes with whoever may have given it; the others of the household may give it again. */
export function consentWithdrawn(household: Household): Household {
  const { namesAnsweredAtMs: _answered, lastLink: _news, ...rest } = household;
  return { ...rest, namesShown: false };
}

/** The register's line stays, without its phone number and without the WeChat user. */
export function memberUnlinked(member: Member): Member {
  return { ...member, phone: null, personId: null };
}

/** The line itself is emptied; only its number stays, because members are numbered for good. */
export function memberErased({ memberId, householdId, villageId }: Member): Member {
  return {
    memberId,
    householdId,
    villageId,
    name: '',
    relation: '',
    birthYear: 0,
    phone: null,
    roles: [],
    personId: null,
  };
}

function withoutHead({ headBirthYear: _year, ...rest }: Household): Household {
  return { ...rest, headName: '' };
}

/**
 * The household once one of its people is gone from the register.
 * @param others the household's other members
 */
export function householdWithout(
  household: Household,
  erased: Member,
  others: readonly Member[],
): Household {
  const left = consentWithdrawn(household);
  return {
    ...(isSameName(household.headName, erased.name) ? withoutHead(left) : left),
    ...officesOf(household.villageId, others),
  };
}

/** Nobody of the household is left whom its PIN could stand for. */
export function isEmptied({ householdId }: Household, others: readonly Member[]): boolean {
  return others.every((other) => other.householdId !== householdId || other.name === '');
}

/** What is left for the night: files and free text cannot all go in one transaction. */
export function erasureOf(
  erasureId: string,
  { person, member, household }: Subject,
  nowMs: number,
): Erasure {
  return {
    erasureId,
    state: 'waiting',
    personId: person?.personId ?? null,
    householdId: household?.householdId ?? null,
    // Of who lives in no household the town's own acts may say the name.
    villageId: household?.villageId ?? (person?.name ? 'town' : null),
    name: member?.name ?? person?.name ?? null,
    reached: null,
    askedAtMs: nowMs,
    doneAtMs: null,
  };
}

/** Done: that something was erased stays known, whose it was does not. */
export function erasureDone(erasure: Erasure, nowMs: number): Erasure {
  const gone = { personId: null, householdId: null, villageId: null, name: null, reached: null };
  return { ...erasure, ...gone, state: 'done', doneAtMs: nowMs };
}

/** The day by whose morning the rest is gone. */
export function restGoesOnDay(nowMs: number): string {
  return addDays(dayOf(nowMs), 1);
}
