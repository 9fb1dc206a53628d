import type { Person } from './types';

/** A WeChat user who neither lives in a household of the register nor holds a role. */
export function nobodyYet(
  { personId, lookUp, openid }: Pick<Person, 'personId' | 'lookUp' | 'openid'>,
  joinedAtMs: number,
): Person {
  return {
    personId,
    lookUp,
    openid,
    memberId: null,
    householdId: null,
    villageId: null,
    name: null,
    roles: [],
    joinedAtMs,
  };
}

/** Neither of a household, nor in an office, nor waiting for anything: nothing is left to keep. */
export function isNobodyElse(
  person: Pick<Person, 'householdId' | 'roles' | 'joinRequestId' | 'entryRequestId'>,
): boolean {
  const { householdId, roles, joinRequestId, entryRequestId } = person;
  return householdId === null && roles.length === 0 && !joinRequestId && !entryRequestId;
}
