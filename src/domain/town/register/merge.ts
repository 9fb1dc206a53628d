import { assert, refuse } from '../../kernel/refusal';
import { saysTheSame } from '../../kernel/same';
import { entered } from '../../people/confirm-members';
import { bareName, isSameName } from '../../people/names';
import { officesOf } from '../../people/offices/appoint';
import type { Agreed, Household, Member } from '../../people/types';
import type { NewIds, RegisterLine, SortedHousehold, StoredHousehold } from './types';

/** What one household becomes by the register, beside what it was. */
export type MergedHousehold = StoredHousehold & {
  isNew: boolean;
  changed: boolean;
  /** Who is not of it any more. */
  left: Member[];
  /** Who joined, and is written otherwise now. */
  renamed: Member[];
};

function mergeMember(
  line: RegisterLine,
  before: Member | undefined,
  { memberId, householdId }: Pick<Member, 'memberId' | 'householdId'>,
  household: SortedHousehold,
  by: Agreed,
): Member {
  const isNewHere = before?.householdId !== householdId;
  const merged: Member = {
    memberId,
    householdId,
    villageId: household.villageId,
    name: line.name,
    relation: line.relation,
    birthYear: line.birthYear,
    phone: line.phone === undefined ? (before?.phone ?? null) : line.phone,
    roles: before?.roles ?? [],
    // Who comes from another household joins anew: its points were not theirs.
    personId: isNewHere ? null : before.personId,
    ...(before?.byTwoOnly && { byTwoOnly: true }),
    ...(before?.unconfirmed && { unconfirmed: true, entered: before.entered }),
    registerJob: line.job ?? before?.registerJob ?? 'resident',
    residence: line.residence ?? before?.residence ?? 'local',
  };
  const isNewNumber = merged.phone !== null && merged.phone !== before?.phone;
  if (!isNewNumber && !isNewHere) return merged;
  // Two who each entered a part could confirm each other's: then it takes two to let somebody in.
  const { unconfirmed, entered: first } = before ?? {};
  const byAnother = unconfirmed === true && first?.personId !== by.personId;
  return entered({ ...merged, ...(byAnother && { byTwoOnly: true }) }, by);
}

/** Members are found again by name, which is unique within a household, or by what was answered. */
function mergeMembers(
  household: SortedHousehold,
  stored: readonly Member[],
  { householdId, memberIds, by }: Pick<NewIds, 'householdId' | 'memberIds' | 'by'>,
): Member[] {
  const { knownAs } = household.fates;
  const members = [...stored];
  const places = new Map<string, number>();
  for (const [at, { name }] of stored.entries()) {
    const bare = bareName(name);
    // Whoever was erased has no name, and is nobody's.
    if (bare !== '' && !places.has(bare)) places.set(bare, at);
  }
  // Who is stored keeps their place and their id: looked up, as a list may be long.
  const idPlaces = new Map(stored.map(({ memberId }, at) => [memberId, at]));
  for (const [index, line] of household.lines.entries()) {
    const answered = knownAs.get(line.row);
    const known = answered === undefined ? undefined : idPlaces.get(answered);
    const at = known ?? places.get(bareName(line.name)) ?? members.length;
    const memberId = members[at]?.memberId ?? memberIds[index];
    assert(memberId !== undefined, 'there is an id for each line');
    members[at] = mergeMember(line, members[at], { memberId, householdId }, household, by);
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
 * @param coming whom it takes over from other households
 */
export function mergeHousehold(
  household: SortedHousehold,
  stored: StoredHousehold | null,
  relativeIds: readonly string[],
  newIds: NewIds,
  coming: readonly Member[] = [],
): MergedHousehold {
  const { villageId, number, lines } = household;
  const { householdId, cardId } = stored?.household ?? newIds;
  const { gone } = household.fates;
  const known = [...(stored?.members ?? []), ...coming].map(withoutDatabaseId);
  // Whoever got an office since it was asked stays until that has ended.
  const isGone = ({ memberId, roles }: Member) => gone.includes(memberId) && roles.length === 0;
  const staying = known.filter((member) => !isGone(member));
  const { memberIds, by } = newIds;
  const members = mergeMembers(household, staying, { householdId, memberIds, by });
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
  const storedById = new Map(stored?.members.map((each) => [each.memberId, each]));
  const before = ({ memberId }: Member) => storedById.get(memberId);
  const changedMembers = members.filter((member) => !isUnchanged(before(member), member));
  const changed = !stored || changedMembers.length > 0 || !isUnchanged(stored.household, merged);
  const left = known.filter(isGone);
  const renamed = changedMembers.filter(
    (member) => member.personId !== null && before(member)?.name !== member.name,
  );
  return { household: merged, members, isNew: !stored, changed, left, renamed };
}

/**
 * Of two imports at once that give a new number to different families the later one is refused:
 * each was seen as a household of its own, and their points would be one.
 * @throws Refusal `register-changed`
 */
export function mustBeOneFamily(household: SortedHousehold, stored: StoredHousehold | null): void {
  const names = new Set(household.lines.map(({ name }) => bareName(name)));
  const there = (stored?.members ?? []).map(({ name }) => bareName(name)).filter(Boolean);
  if (there.length === 0 || there.some((name) => names.has(name))) return;
  refuse(
    'register-changed',
    `另一次导入刚刚给 ${household.number}号户登记了别的一家人。这张表可能只写进去一部分,请再看一遍要改的,再导入。`,
  );
}

/** A household that one of its people left for another one. */
export function householdLeftBy(
  household: Household,
  member: Member,
  others: readonly Member[],
): Household {
  const { headBirthYear, ...rest } = withoutDatabaseId(household);
  const isHead = isSameName(household.headName, member.name);
  return {
    ...rest,
    ...(!isHead && headBirthYear !== undefined && { headBirthYear }),
    headName: isHead ? '' : household.headName,
    memberIds: household.memberIds.filter((id) => id !== member.memberId),
    ...officesOf(household.villageId, others),
  };
}
