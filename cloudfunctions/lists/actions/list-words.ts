import { lists } from '../../../src/contracts';
import { refuseVillage } from '../../../src/domain/people/join';
import type { Village } from '../../../src/domain/people/types';
import type { VillageWords } from '../../../src/domain/search/village-words';
import { defineQuery } from '../../runtime/define-action';

export const listWords = defineQuery({
  contract: lists.listWords,
  allow: [{ who: 'anyone' }],
  run: async ({ input: { villageId }, read }) => {
    const [village, book] = await Promise.all([
      read.get<Village>('villages', villageId),
      read.get<VillageWords>('word-books', villageId),
    ]);
    if (!village) refuseVillage();
    return { entries: book?.entries ?? [] };
  },
});
