import type { Person, Role } from '../people/types';

/** A role held at one place. */
export function roleKey(role: Role, place: string): string {
  return `${role}@${place}`;
}

/** One person in a role at one place: the office must still be theirs. */
export function personInRoleKey(role: Role, place: string, personId: string): string {
  return `${roleKey(role, place)}:${personId}`;
}

/** The role that a key names somebody by. */
export function roleOfKey(key: string): string {
  return key.slice(0, key.indexOf('@'));
}

/** Where the role of a key is held, and by whom alone, where it names one person. */
export function placeOfKey(key: string): { place: string; personId: string | null } {
  const [place = '', personId = null] = key.slice(key.indexOf('@') + 1).split(':');
  return { place, personId };
}

export function householdKey(householdId: string): string {
  return `household@${householdId}`;
}

export function personKey(personId: string): string {
  return `person@${personId}`;
}

/** Who is shown that something is late. */
export function lateKey(key: string): string {
  return `late:${key}`;
}

/** Offices that answer for what others leave lying. */
export const overseers: readonly Role[] = ['cadre', 'supervisor', 'town-admin'];

/** Roles in which single people are waited for. */
const drawn: readonly Role[] = ['panel'];

type Somebody = Pick<Person, 'personId' | 'householdId' | 'roles'>;

/** Every key that fits somebody, of all their offices together. */
export function keysOf({ personId, householdId, roles }: Somebody): string[] {
  const ofRoles = roles.flatMap(({ role, place }) => [
    roleKey(role, place),
    ...(drawn.includes(role) ? [personInRoleKey(role, place, personId)] : []),
    ...(overseers.includes(role) ? [lateKey(roleKey(role, place))] : []),
  ]);
  return [...new Set([...ofRoles, ...(householdId ? [householdKey(householdId)] : [])])];
}

/** What the `not` of a task would name them by. */
export function notKeysOf({ personId, householdId }: Somebody): string[] {
  return [personKey(personId), ...(householdId ? [householdKey(householdId)] : [])];
}
