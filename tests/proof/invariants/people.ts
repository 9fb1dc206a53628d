import type { Data } from './data';

const holds = ({ roles }: Pick<Data['members'][number], 'roles'>, role: string, place: string) =>
  roles.some((held) => held.role === role && held.place === place);

/** Whoever opened a village was an administrator: since then one is left. */
function checkTown({ persons, villages }: Data): string[] {
  const names = villages.map(({ name }) => name);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const left = persons.some((person) => holds(person, 'town-admin', 'town'));
  return [
    ...(villages.length > 0 && !left ? ['no administrator is left'] : []),
    ...twice.map((name) => `two villages are called ${name}`),
  ];
}

/** Relatives are relatives on both sides, and none of them supervises the other. */
function checkKin({ households, members }: Data): string[] {
  const known = new Map(households.map((household) => [household.householdId, household]));
  const living = (householdId: string, role: string, villageId: string) =>
    members.some((member) => member.householdId === householdId && holds(member, role, villageId));
  return households.flatMap(({ householdId, villageId, relativeIds: kin }) => {
    const namesIt = (id: string) => known.get(id)?.relativeIds.includes(householdId);
    const oneSided = kin.filter((id) => namesIt(id) === false);
    const supervises = living(householdId, 'supervisor', villageId);
    const near = [householdId, ...kin].filter((id) => living(id, 'cadre', villageId));
    return [
      ...oneSided.map((id) => `${householdId} is a relative of ${id}, which is none of it`),
      ...(supervises ? near : []).map((id) => `${householdId} supervises the committee of ${id}`),
    ];
  });
}

/** A member has at most one person, and both name each other. */
function checkLinks({ members, persons }: Data): string[] {
  const memberOf = new Map(members.map((member) => [member.memberId, member]));
  const personOf = new Map(persons.map((person) => [person.personId, person]));
  return [
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

/** A household has its number, and no other has it. */
function checkNumbers({ households, householdNumbers }: Data): string[] {
  const whose = new Map(householdNumbers.map(({ _id, householdId }) => [_id, householdId]));
  return households
    .filter(({ householdId, villageId, number }) => {
      return whose.get(`${villageId}.${number}`) !== householdId;
    })
    .map(({ householdId }) => `household ${householdId} does not have its number`);
}

/** Who is known by an id lies where it says, and nowhere else. */
function checkPlaces({ persons, personPlaces }: Data): string[] {
  const placeOf = new Map(personPlaces.map(({ personId, lookUp }) => [personId, lookUp]));
  const known = new Set(persons.map(({ personId }) => personId));
  return [
    ...persons
      .filter(({ personId, lookUp }) => placeOf.get(personId) !== lookUp)
      .map(({ personId }) => `person ${personId} does not lie where its place says`),
    ...personPlaces
      .filter(({ personId }) => !known.has(personId))
      .map(({ personId }) => `the place of ${personId} is nobody's`),
  ];
}

/** People and members name each other, and what two calls at once could break still stands. */
export function peopleViolations(data: Data): string[] {
  return [
    ...checkNumbers(data),
    ...checkPlaces(data),
    ...checkLinks(data),
    ...checkTown(data),
    ...checkKin(data),
  ];
}
