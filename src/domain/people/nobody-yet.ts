import type { Person } from './types';

/** A WeChat user who neither lives in a household of the register nor holds a role. */
export function nobodyYet(
  { personId, openid }: { personId: string; openid: string },
  joinedAtMs: number,
): Person {
  return {
    personId,
    openid,
    memberId: null,
    householdId: null,
    villageId: null,
    name: null,
    roles: [],
    joinedAtMs,
  };
}
