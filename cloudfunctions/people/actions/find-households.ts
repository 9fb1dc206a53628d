import { people } from '../../../src/contracts';
import {
  looksLikeACard,
  readCardText,
  refuseCard,
} from '../../../src/domain/people/household-card';
import type { Household, Member } from '../../../src/domain/people/types';
import { defineQuery } from '../../runtime/define-action';
import { readByIds } from '../../runtime/store/read-by-ids';
import type { Query, Reader } from '../../runtime/store/store';
import { showHousehold } from '../show-household';

const mostFound = 20;

const findOne = (where: Query['where'], read: Reader) =>
  read.query<Household>('households', { where, limit: 1 });

/** @throws Refusal `card-not-ours` also for a card of another village, or one that was replaced */
async function findByCard(villageId: string, text: string, read: Reader): Promise<Household[]> {
  const { cardId } = readCardText(text);
  const [household] = await findOne({ cardId }, read);
  if (household?.villageId !== villageId) refuseCard();
  return [household];
}

/** Members whose name is or begins with what was typed; the index is ordered by name. */
async function findByName(villageId: string, name: string, read: Reader): Promise<Household[]> {
  const order = { field: 'name', direction: 'asc' } as const;
  const limit = mostFound * 5;
  const [same, longer] = await Promise.all([
    read.query<Member>('members', { where: { villageId, name }, limit }),
    read.query<Member>('members', { where: { villageId }, order, after: name, limit }),
  ]);
  const found = [...same, ...longer.filter((member) => member.name.startsWith(name))];
  const ids = [...new Set(found.map((member) => member.householdId))].slice(0, mostFound);
  const households = await readByIds<Household>(read, 'households', ids);
  return households.sort((a, b) => a.number - b.number);
}

export const findHouseholds = defineQuery({
  contract: people.findHouseholds,
  allow: [
    { who: 'cadre', at: 'own-village' },
    { who: 'supervisor', at: 'own-village' },
  ],
  place: ({ input }) => ({ villageId: input.villageId }),
  run: async ({ input: { villageId, search }, read }) => {
    const number = /^0*(\d{1,4})\s*(号|号户|户)?$/.exec(search)?.[1];
    let found: Household[];
    if (looksLikeACard(search)) found = await findByCard(villageId, search, read);
    else if (number) found = await findOne({ villageId, number: Number(number) }, read);
    else found = await findByName(villageId, search, read);
    return { households: found.map(showHousehold) };
  },
});
