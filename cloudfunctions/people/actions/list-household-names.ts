import { people } from '../../../src/contracts';
import { namesPerPage } from '../../../src/contracts/limits';
import { living } from '../../../src/domain/people/ended-household';
import type { Household, Member } from '../../../src/domain/people/types';
import { defineQuery } from '../../runtime/define-action';
import type { Reader } from '../../runtime/store/store';

const beginning = 'households.0';

async function householdsAfter(villageId: string, number: number, read: Reader) {
  const page = await read.query<Household>('households', {
    where: { villageId },
    order: { field: 'number', direction: 'asc' },
    after: number,
    limit: namesPerPage,
  });
  const isLast = page.length < namesPerPage;
  return {
    households: living(page).map(({ householdId, number, headName, memberIds }) => ({
      ...{ householdId, householdNumber: number, headName },
      memberCount: memberIds.length,
    })),
    members: [],
    next: isLast ? 'members.' : `households.${page.at(-1)?.number}`,
  };
}

async function membersAfter(villageId: string, memberId: string, read: Reader) {
  const page = await read.query<Member>('members', {
    where: { villageId },
    order: { field: 'memberId', direction: 'asc' },
    ...(memberId !== '' && { after: memberId }),
    limit: namesPerPage,
  });
  return {
    households: [],
    members: page
      .filter(({ name }) => name !== '')
      .map(({ householdId, name }) => ({ householdId, name })),
    next: page.length < namesPerPage ? null : `members.${page.at(-1)?.memberId}`,
  };
}

export const listHouseholdNames = defineQuery({
  contract: people.listHouseholdNames,
  allow: [{ who: 'cadre', at: 'own-village' }],
  place: ({ input }) => ({ villageId: input.villageId }),
  run: async ({ input: { villageId, after = beginning }, read }) => {
    const [, memberId] = /^members\.(.*)$/.exec(after) ?? [];
    if (memberId !== undefined) return membersAfter(villageId, memberId, read);
    const number = Number(/^households\.(\d{1,4})$/.exec(after)?.[1] ?? 0);
    return householdsAfter(villageId, number, read);
  },
});
