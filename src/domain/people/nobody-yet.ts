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
