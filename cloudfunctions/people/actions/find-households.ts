import { people } from '../../../src/contracts';
import { living } from '../../../src/domain/people/ended-household';
import * as find from '../../../src/domain/people/find-household';
import { looksLikeACard } from '../../../src/domain/people/household-card';
import { holdsRole } from '../../../src/domain/people/roles';
import type { Household } from '../../../src/domain/people/types';
import { rolesOf } from '../../runtime/caller';
import { defineQuery } from '../../runtime/define-action';
import type { Query, Reader } from '../../runtime/store/store';
import { findByCard } from '../find-by-card';
import { loadSought } from '../load-sought';

const findOne = (where: Query['where'], read: Reader) =>
  read.query<Household>('households', { where, limit: 1 });

async function findByName(villageId: string, search: string, read: Reader) {
  const { found, more } = find.findHouseholds(search, await loadSought(villageId, read));
  const households = found.map(({ household, matchedName }) => ({ ...household, matchedName }));
  return { households, more };
}

const byItself = ({ householdId, number, headName, memberIds }: Household) => ({
  householdId,
  householdNumber: number,
  headName,
  matchedName: null,
  memberCount: memberIds.length,
});

/** By card and by number nothing else has to be read. */
async function findAny(villageId: string, search: string, read: Reader) {
  const number = find.soughtNumber(search);
  if (!looksLikeACard(search) && number === null) return findByName(villageId, search, read);
  const found =
    number === null
      ? [await findByCard(search, (ofIt) => ofIt === villageId, read)]
      : living(await findOne({ villageId, number }, read));
  return { households: found.map(byItself), more: false };
}

export const findHouseholds = defineQuery({
  contract: people.findHouseholds,
  allow: [
    { who: 'cadre', at: 'own-village' },
    { who: 'supervisor', at: 'own-village' },
  ],
  place: ({ input }) => ({ villageId: input.villageId }),
  run: async ({ input: { villageId, search }, caller, read }) => {
    const mayAct = holdsRole(rolesOf(caller), 'cadre', villageId);
    const { households, more } = await findAny(villageId, search, read);
    return {
      households: households.map((each) => ({ ...each, ...find.shownNames(each, mayAct) })),
      more,
    };
  },
});
