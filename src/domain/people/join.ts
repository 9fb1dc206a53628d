import { mostLinesOfAPhone } from '../../contracts/limits';
import { refuse } from '../kernel/refusal';
import { dayOf } from '../kernel/time';
import { confirmed } from './confirm-members';
import { isSameName } from './names';
import { nobodyYet } from './nobody-yet';
import { holdsAnOffice, isSurelyAdult, rolesOnJoining } from './roles';
import type { Household, JoinRequest, Member, Person, Village } from './types';

/** Who asks, as the platform vouches for them. */
export type Asker = Pick<Person, 'personId' | 'lookUp' | 'openid'> & { person: Person | null };
/** Where in the register they say they stand. */
export type RegisterPlace = { village: Village; household: Household; member: Member };
export type Joined = { person: Person; member: Member; household: Household };

export function joinRequestIdOf(villageId: string, personId: string): string {
  return `${villageId}.${personId}`;
}

export function refuseVillage(): never {
  refuse('village-not-found', '没有找到这个嘎查村。请再扫一次村口的码,或从名单里选。');
}

export function mustNotJoinTwice(person: Person | null): void {
  if (!person?.householdId) return;
  refuse('already-joined', '您已经加入了。要换到别的户,请找村干部帮忙。');
}

/** The same words whether household or name is wrong: a guesser must not learn which exists. */
export function refuseNotInRegister(triesLeft: number): never {
  const rest = triesLeft > 0 ? `今天还能试 ${triesLeft} 次` : '今天不能再试了';
  refuse('not-in-register', `户号和姓名没有对上。请再看看户号和姓名(${rest}),或请村干部看看户册。`);
}

export function mustNotBeJoinedYet(member: Member, personId: string): void {
  if (member.personId === null || member.personId === personId) return;
  refuse('member-taken', '已经有人用这个名字加入了。如果不是您本人,请尽快找村干部看一看。');
}

/** A phone number that stands in the register and was proven by WeChat joins at once. */
export function phoneProvesIt(member: Member, provenPhone: string | null): boolean {
  const { phone, byTwoOnly, unconfirmed } = member;
  return !byTwoOnly && !unconfirmed && phone !== null && phone === provenPhone;
}

/** Without a name it takes a number that WeChat vouches for. */
export function mustSayWho(name: string | undefined, phoneToken: string | undefined): void {
  if (name !== undefined || phoneToken !== undefined) return;
  refuse('name-needed', '请填您的姓名,和户册上的一样。');
}

/**
 * Whom of a household somebody says they are: by name, or by nothing but the proven number.
 * @throws Refusal `name-needed` where the number stands with several of it
 */
export function memberMeant(
  members: readonly Member[],
  name: string | undefined,
  provenPhone: string | null,
): Member | undefined {
  if (name !== undefined) return members.find((member) => isSameName(member.name, name));
  const theirs = members.filter((member) => phoneProvesIt(member, provenPhone));
  const open = theirs.filter(({ personId }) => personId === null);
  if (open.length > 1) {
    refuse('name-needed', '这一户有几个人登记了这个手机号。请填您的姓名,和户册上的一样。');
  }
  return open[0] ?? theirs[0];
}

/**
 * The lines that somebody with a proven number may join as.
 * @param members with that number, one more than `mostLinesOfAPhone` where there are so many
 * @throws Refusal `phone-of-many` for a number that stands with more people than share a phone
 */
export function linesOfAPhone<Line extends Member>(members: readonly Line[]): Line[] {
  if (members.length > mostLinesOfAPhone) {
    refuse('phone-of-many', '户册里好多人登记了这个手机号,认不出是哪一位。请填户号和姓名加入。');
  }
  const isOpen = ({ personId, byTwoOnly, unconfirmed }: Line) =>
    personId === null && !byTwoOnly && !unconfirmed;
  return members.filter(isOpen);
}

/**
 * Consent to the household's line being seen is the household's: the first adult answers it by
 * joining, later ones change it only on purpose.
 */
function householdOnJoining(household: Household, member: Member, shown: boolean, nowMs: number) {
  const answered = household.namesAnsweredAtMs !== undefined;
  if (answered || !isSurelyAdult(member, dayOf(nowMs))) return household;
  return { ...household, namesShown: shown, namesAnsweredAtMs: nowMs };
}

/** Makes somebody the member they say they are. */
export function joinAsMember(
  asker: Asker,
  { village, household, member }: RegisterPlace,
  namesShown: boolean,
  nowMs: number,
): Joined {
  const { personId, lookUp, openid, person: before } = asker;
  // Two let them in, or nobody had to.
  const { byTwoOnly: _letIn, ...known } = confirmed(member);
  const person: Person = {
    personId,
    lookUp,
    openid,
    memberId: member.memberId,
    householdId: household.householdId,
    villageId: village.villageId,
    name: member.name,
    roles: rolesOnJoining(before, member, village),
    joinedAtMs: nowMs,
    joinRequestId: null,
    ...(before?.tickets && { tickets: before.tickets }),
    ...(before?.proxy && { proxy: before.proxy }),
  };
  return {
    person,
    member: { ...known, personId },
    household: householdOnJoining(household, member, namesShown, nowMs),
  };
}

/** Without a proven phone number a cadre of the village looks at it; for an office, the town. */
export function askToJoin(
  asker: Asker,
  { village, household, member }: RegisterPlace,
  namesShown: boolean,
  nowMs: number,
): { person: Person; request: JoinRequest } {
  const { personId, person: before } = asker;
  const joinRequestId = joinRequestIdOf(village.villageId, personId);
  const request: JoinRequest = {
    joinRequestId,
    villageId: village.villageId,
    villageName: village.name,
    householdId: household.householdId,
    householdNumber: household.number,
    memberId: member.memberId,
    name: member.name,
    personId,
    namesShown,
    withOffice: holdsAnOffice(member),
    state: 'waiting',
    askedAtMs: nowMs,
    agreed: null,
    answeredBy: null,
    answeredAtMs: null,
  };
  return { person: { ...(before ?? nobodyYet(asker, 0)), joinRequestId }, request };
}
