import { yearOf } from '../kernel/time';
import type { HeldRole, Member, Person, Role, Village } from './types';

/** Roles beside living here; whoever holds one decides something about others. */
const offices: readonly Role[] = ['cadre', 'panel', 'supervisor', 'keeper', 'town-admin'];

/** What of somebody's roles gives a right on a day: an invitation's ends with its term. */
export function inTerm(roles: readonly HeldRole[], today: string): HeldRole[] {
  return roles.filter(({ untilDay }) => untilDay === undefined || today < untilDay);
}

function isSame(left: HeldRole, right: HeldRole): boolean {
  return left.role === right.role && left.place === right.place;
}

export function withRole(roles: readonly HeldRole[], added: HeldRole): HeldRole[] {
  return [...withoutRole(roles, added.role, added.place), added];
}

export function withoutRole(roles: readonly HeldRole[], role: Role, place: string): HeldRole[] {
  return roles.filter((held) => held.role !== role || held.place !== place);
}

export function holdsRole(roles: readonly HeldRole[], role: Role, place: string): boolean {
  return roles.some((held) => held.role === role && held.place === place);
}

export function holdsAnOffice(member: Member): boolean {
  return member.roles.some((held) => offices.includes(held.role));
}

/** What somebody may do once joined: live here, what the register gives, what they had before. */
export function rolesOnJoining(before: Person | null, member: Member, village: Village) {
  const { villageId, name } = village;
  const resident: HeldRole = { role: 'resident', place: villageId, placeName: name };
  const given = [resident, ...member.roles];
  const kept = (before?.roles ?? []).filter((held) => !given.some((each) => isSame(each, held)));
  return [...given, ...kept];
}

/** Surely grown up: the register knows the year of birth only, so the birthday is not assumed. */
export function isSurelyAdult({ birthYear }: { birthYear: number }, today: string): boolean {
  return yearOf(today) - birthYear > 18;
}
