import { commonRefusals } from '../../src/contracts/refusals';
import { refuse } from '../../src/domain/kernel/refusal';
import type { HeldRole, Person, Role } from '../../src/domain/people/types';
import type { Secret } from './secret';
import type { Reader } from './store/store';

/** Who the platform says is calling. Never taken from the event. */
export type Identity =
  | { kind: 'wechat'; openid: string }
  | { kind: 'timer' }
  /** Signed in some other way, or not at all. */
  | { kind: 'nobody' };

export type Caller = {
  identity: Identity;
  /** Keyed hash of the openid: stands in logs and ids where an openid must not. Null for nobody. */
  personId: string | null;
  /** Null until somebody has joined or was given a role. */
  person: Person | null;
};

export async function readCaller(
  identity: Identity,
  reader: Pick<Reader, 'get'>,
  secret: Secret,
): Promise<Caller> {
  if (identity.kind !== 'wechat') return { identity, personId: null, person: null };
  const personId = secret.sign('person', identity.openid, 32);
  return { identity, personId, person: await reader.get<Person>('persons', personId) };
}

export function rolesOf(caller: Caller): HeldRole[] {
  return caller.person?.roles ?? [];
}

/** The places where the caller holds a role: villages, shops, or the town. */
export function placesOf(caller: Caller, role: Role): string[] {
  return rolesOf(caller)
    .filter((held) => held.role === role)
    .map((held) => held.place);
}

/** The caller's own household. @throws Refusal `join-first` */
export function ownHouseholdId({ person }: Caller): string {
  if (!person?.householdId) refuse('join-first', commonRefusals['join-first']);
  return person.householdId;
}
