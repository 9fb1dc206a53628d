import type { Data } from './data';

/**
 * A member has at most one person, and both name each other; a town that stands has somebody who
 * may give roles and let people in.
 */
export function peopleViolations({ members, persons, towns }: Data): string[] {
  const memberOf = new Map(members.map((member) => [member.memberId, member]));
  const personOf = new Map(persons.map((person) => [person.personId, person]));
  const isRun = persons.some(({ roles }) => roles.some(({ role }) => role === 'town-admin'));
  return [
    ...(towns.length > 0 && !isRun ? ['the town has no administrator'] : []),
    ...persons.flatMap(({ personId, memberId, householdId }) => {
      if (!memberId) return [];
      const member = memberOf.get(memberId);
      const agrees = member?.personId === personId && member.householdId === householdId;
      return agrees ? [] : [`person ${personId} says it is ${memberId}, who says otherwise`];
    }),
    ...members.flatMap(({ memberId, personId }) => {
      if (!personId || personOf.get(personId)?.memberId === memberId) return [];
      return [`member ${memberId} says it is ${personId}, who says otherwise`];
    }),
  ];
}
