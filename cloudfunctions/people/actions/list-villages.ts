import { people } from '../../../src/contracts';
import type { Town, Village } from '../../../src/domain/people/types';
import { byVillageId } from '../../../src/domain/people/village-order';
import { defineQuery } from '../../runtime/define-action';
import { readAll } from '../../runtime/store/read-all';

export const listVillages = defineQuery({
  contract: people.listVillages,
  allow: [{ who: 'anyone' }],
  async run({ read }) {
    const villages = await readAll<Village>(read, 'villages', { townId: 'town' }, 'villageId');
    // Only a town that has been founded opens villages.
    const founded = villages.length > 0 || (await read.get<Town>('towns', 'town')) !== null;
    return { founded, villages: villages.sort(byVillageId) };
  },
});
