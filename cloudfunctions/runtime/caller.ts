import { commonRefusals } from '../../src/contracts/refusals';
import { refuse } from '../../src/domain/kernel/refusal';
import { inHand, refuseOver } from '../../src/domain/people/proxy';
import { inTerm } from '../../src/domain/people/roles';
import type { HeldRole, Person, ProxyInHand, Role } from '../../src/domain/people/types';
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
  /**
   * Keyed hash of the openid: where the person lies, or would lie. Of nobody null. It changes with
   * the key, so nothing but what lasts a day or a command points to it.
   */
  lookUp: string | null;
  /** Theirs for good; of somebody who is not known yet, the look-up. Of nobody null. */
  personId: string | null;
  /** Null until somebody has joined or was given a role. */
  person: Person | null;
  /** Whom they act for: then `person` stands in that household, and holds no office. */
  proxy?: ProxyInHand & { helpersHouseholdId: string | null };
};

const lookUpDigits = 32;

/** Where the person of an openid lies, by each key there is: the newest first. */
export function lookUpsOf(secret: Secret, openid: string): string[] {
  return secret.signEach('person', openid, lookUpDigits);
}

/** Looks where the newest key says; while an older one is replaced, there too. */
export async function readCaller(
  identity: Identity,
  reader: Pick<Reader, 'get'>,
  secret: Secret,
): Promise<Caller> {
  if (identity.kind !== 'wechat') return { identity, lookUp: null, personId: null, person: null };
  const lookUps = lookUpsOf(secret, identity.openid);
  for (const lookUp of lookUps) {
    const person = await reader.get<Person>('persons', lookUp);
    if (person) return { identity, lookUp, personId: person.personId, person };
  }
  const lookUp = lookUps[0] ?? null;
  return { identity, lookUp, personId: lookUp, person: null };
}

/** An office whose term is over gives no right from that day on, before the night ends it. */
export function whoseTermRuns(caller: Caller, today: string): Caller {
  const { person } = caller;
  const roles = person && inTerm(person.roles, today);
  if (!roles || roles.length === person.roles.length) return caller;
  return { ...caller, person: { ...person, roles } };
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

/**
 * Whoever acts for a household is its resident in what may be done for it, and nothing else: no
 * office of theirs, and not their own household.
 * @throws Refusal `proxy-over` for a proxy that is not the one in hand
 */
export function actingFor(caller: Caller, input: unknown): Caller {
  const { proxyId } = Object(input) as { proxyId?: string };
  if (proxyId === undefined) return caller;
  const { person } = caller;
  const proxy = inHand(person, proxyId);
  if (!person || !proxy) refuseOver();
  const { villageId, householdId } = proxy;
  const roles: HeldRole[] = [{ role: 'resident', place: villageId, placeName: '' }];
  return {
    ...caller,
    person: { ...person, villageId, householdId, memberId: null, roles },
    proxy: { ...proxy, helpersHouseholdId: person.householdId },
  };
}

/** By the server's clock. @throws Refusal `proxy-over` */
export function mustHaveTime({ proxy }: Caller, nowMs: number): void {
  if (proxy && nowMs >= proxy.endsAtMs) refuseOver();
}
