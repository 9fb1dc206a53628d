import { people } from '../../../src/contracts';
import type { Village } from '../../../src/domain/people/types';
import { byVillageId } from '../../../src/domain/people/village-order';
import { defineQuery } from '../../runtime/define-action';

/** More villages than any town has. */
const mostVillages = 1000;

export const listVillages = defineQuery({
  contract: people.listVillages,
  allow: [{ who: 'anyone' }],
  async run({ read }) {
    const villages = await read.query<Village>('villages', {
      where: { townId: 'town' },
      order: { field: 'villageId', direction: 'asc' },
      limit: mostVillages,
    });
    return { villages: villages.sort(byVillageId) };
  },
});
