import { assert } from '../../kernel/refusal';
import { saysTheSame } from '../../kernel/same';
import { bareName, isSameName } from '../../people/names';
import { officesOf } from '../../people/offices/appoint';
import type { Household, Member } from '../../people/types';
import type { NewIds, RegisterHousehold, RegisterLine, StoredHousehold } from './types';

/** What one household becomes by the register, beside what it was. */
export type MergedHousehold = StoredHousehold & {
  isNew: boolean;
  changed: boolean;
};

function mergeMember(
  line: RegisterLine,
  before: Member | undefined,
  { memberId, householdId }: Pick<Member, 'memberId' | 'householdId'>,
  household: RegisterHousehold,
): Member {
  return {
    memberId,
    householdId,
    villageId: household.villageId,
    name: line.name,
    relation: line.relation,
    birthYear: line.birthYear,
    phone: line.phone === undefined ? (before?.phone ?? null) : line.phone,
    roles: before?.roles ?? [],
    personId: before?.personId ?? null,
    ...(before?.byTwoOnly && { byTwoOnly: true }),
    registerJob: line.job ?? before?.registerJob ?? 'resident',
    residence: line.residence ?? before?.residence ?? 'local',
  };
}

/** Members are found again by name, which is unique within a household; nobody is deleted. */
function mergeMembers(
  household: RegisterHousehold,
  stored: readonly Member[],
  { householdId, memberIds }: Pick<NewIds, 'householdId' | 'memberIds'>,
): Member[] {
  const members = [...stored];
  const places = new Map<string, number>();
  for (const [at, { name }] of stored.entries()) {
    const bare = bareName(name);
    // Whoever was erased has no name, and is nobody's.
    if (bare !== '' && !places.has(bare)) places.set(bare, at);
  }
  for (const [index, line] of household.lines.entries()) {
    const at = places.get(bareName(line.name)) ?? members.length;
    const memberId = members[at]?.memberId ?? memberIds[index];
    assert(memberId !== undefined, 'there is an id for each line');
    members[at] = mergeMember(line, members[at], { memberId, householdId }, household);
    places.set(bareName(line.name), at);
  }
  return members;
}

function withoutDatabaseId<T extends object>(document: T): T {
  const { _id, ...rest } = document as T & { _id?: unknown };
  return rest as T;
}

function isUnchanged(before: object | undefined, after: object): boolean {
  return before !== undefined && saysTheSame(withoutDatabaseId(before), after);
}

/**
 * The household as the register has it, on top of what is stored. Accounts, consent and who joined
 * are not the register's and stay as they are.
 * @param relativeIds whom it names as its relatives from now on
 */
export function mergeHousehold(
  household: RegisterHousehold,
  stored: StoredHousehold | null,
  relativeIds: readonly string[],
  newIds: NewIds,
): MergedHousehold {
  const { villageId, number, lines } = household;
  const { householdId, cardId } = stored?.household ?? newIds;
  const known = (stored?.members ?? []).map(withoutDatabaseId);
  const { memberIds } = newIds;
  const members = mergeMembers(household, known, { householdId, memberIds });
  const headName = lines[0]?.headName ?? stored?.household.headName ?? '';
  const head = lines.find(({ name }) => name === headName || isSameName(name, headName));
  const merged: Household = {
    ...(stored ? withoutDatabaseId(stored.household) : { namesShown: false }),
    householdId,
    cardId,
    villageId,
    number,
    headName,
    ...(head && { headBirthYear: head.birthYear }),
    memberIds: members.map(({ memberId }) => memberId),
    relativeIds: [...relativeIds],
    minors: household.minors,
    ...officesOf(villageId, members),
  };
  const before = (member: Member) =>
    stored?.members.find((each) => each.memberId === member.memberId);
  const changedMembers = members.filter((member) => !isUnchanged(before(member), member));
  const changed = !stored || changedMembers.length > 0 || !isUnchanged(stored.household, merged);
  return { household: merged, members, isNew: !stored, changed };
}
