import { people } from '../../../src/contracts';
import {
  looksLikeACard,
  readCardText,
  refuseCard,
} from '../../../src/domain/people/household-card';
import type { Household, Member } from '../../../src/domain/people/types';
import { defineQuery } from '../../runtime/define-action';
import { readByIds } from '../../runtime/store/read-by-ids';
import type { Reader } from '../../runtime/store/store';
import { showHousehold } from '../show-household';

const mostFound = 20;

/** Members whose name is or begins with what was typed; the index is ordered by name. */
async function findByName(villageId: string, name: string, read: Reader): Promise<string[]> {
  const order = { field: 'name', direction: 'asc' } as const;
  const limit = mostFound * 5;
  const [same, longer] = await Promise.all([
    read.query<Member>('members', { where: { villageId, name }, limit }),
    read.query<Member>('members', { where: { villageId }, order, after: name, limit }),
  ]);
  const found = [...same, ...longer.filter((member) => member.name.startsWith(name))];
  return [...new Set(found.map((member) => member.householdId))].slice(0, mostFound);
}

export const findHouseholds = defineQuery({
  contract: people.findHouseholds,
  allow: [
    { who: 'cadre', at: 'own-village' },
    { who: 'supervisor', at: 'own-village' },
  ],
  place: ({ input }) => ({ villageId: input.villageId }),
  run: async ({ input: { villageId, search }, read, secret }) => {
    const matches = (text: string, mac: string) => secret.matches('card', text, mac);
    const number = /^0*(\d{1,4})\s*(号|号户|户)?$/.exec(search)?.[1];
    let ids: string[];
    if (looksLikeACard(search)) ids = [readCardText(search, matches)];
    else if (number) ids = [`${villageId}-${number}`];
    else ids = await findByName(villageId, search, read);
    const found = await readByIds<Household>(read, 'households', ids);
    const households = found.sort((a, b) => a.number - b.number);
    if (looksLikeACard(search) && households[0]?.villageId !== villageId) refuseCard();
    return { households: households.map(showHousehold) };
  },
});
