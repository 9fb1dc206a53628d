import { people } from '../../../src/contracts';
import { refuseVillage } from '../../../src/domain/people/join';
import type { Village } from '../../../src/domain/people/types';
import { defineQuery } from '../../runtime/define-action';

export const readVillage = defineQuery({
  contract: people.readVillage,
  allow: [{ who: 'anyone' }],
  run: async ({ input, read }) =>
    (await read.get<Village>('villages', input.villageId)) ?? refuseVillage(),
});
