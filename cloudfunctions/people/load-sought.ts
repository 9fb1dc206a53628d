import { living } from '../../src/domain/people/ended-household';
import type { SoughtHousehold } from '../../src/domain/people/find-household';
import type { Household, Member } from '../../src/domain/people/types';
import { readAll } from '../runtime/store/read-all';
import type { Reader } from '../runtime/store/store';

/** Every household of a village with the names it is looked for by, in the order of the numbers. */
export async function loadSought(
  villageId: string,
  read: Reader,
): Promise<(SoughtHousehold & { memberCount: number })[]> {
  const [households, members] = await Promise.all([
    readAll<Household>(read, 'households', { villageId }, 'number'),
    readAll<Member>(read, 'members', { villageId }, 'memberId'),
  ]);
  const names = new Map(members.map(({ memberId, name }) => [memberId, name]));
  return living(households).map(({ householdId, number, headName, memberIds }) => ({
    householdId,
    householdNumber: number,
    headName,
    memberNames: memberIds.flatMap((id) => names.get(id) || []),
    memberCount: memberIds.length,
  }));
}
