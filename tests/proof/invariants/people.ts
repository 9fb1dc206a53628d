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

/** Every office that is held stands in the list of offices once, and nothing else does. */
function checkOffices({ offices, members, persons }: Data): string[] {
  const beside = ({ memberId, roles }: Data['persons'][number]) => {
    const line = members.find((member) => member.memberId === memberId);
    return roles.filter(({ role, place }) => !line || !holds(line, role, place));
  };
  const of = (id: string, roles: Data['members'][number]['roles']) =>
    roles.flatMap(({ role, place }) => (role === 'resident' ? [] : [`${role}@${place} of ${id}`]));
  const held = [
    ...members.flatMap(({ memberId, roles }) => of(memberId, roles)),
    ...persons.flatMap((person) => of(person.personId, beside(person))),
  ];
  const listed = offices.map(({ role, place, memberId, personId }) => {
    return `${role}@${place} of ${memberId ?? personId}`;
  });
  return [
    ...held.filter((each) => !listed.includes(each)).map((each) => `${each} stands in no list`),
    ...listed.filter((each) => !held.includes(each)).map((each) => `${each} is held by nobody`),
    ...listed
      .filter((each, at) => listed.indexOf(each) !== at)
      .map((each) => `${each} is listed twice`),
  ];
}

/** A household is of the committee, or of its supervision, just as long as one of it is. */
function checkMarks({ households, members }: Data): string[] {
  return households.flatMap(({ householdId, villageId, ofCommittee, ofSupervision }) => {
    const some = (role: string) =>
      members.some((each) => each.householdId === householdId && holds(each, role, villageId));
    return [
      ...(ofCommittee === some('cadre') ? [] : [`${householdId}: of the committee or not`]),
      ...((ofSupervision === true) === some('supervisor')
        ? []
        : [`${householdId}: of the supervision or not`]),
    ];
  });
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
    ...checkOffices(data),
    ...checkMarks(data),
  ];
}
