import { lists } from '../../../src/contracts';
import type { CurrentMatter } from '../../../src/domain/lists/types';
import { refuseVillage } from '../../../src/domain/people/join';
import type { Village } from '../../../src/domain/people/types';
import {
  shippedAddresses,
  type VillageWords,
  withWords,
} from '../../../src/domain/search/village-words';
import { defineCommand } from '../../runtime/define-action';

export const saveWords = defineCommand({
  contract: lists.saveWords,
  allow: [{ who: 'cadre', at: 'own-village' }, { who: 'town-admin' }],
  place: ({ input }) => ({ villageId: input.villageId }),
  run: async ({ input, tx }) => {
    const { villageId, kind, id } = input;
    const [village, before, own] = await Promise.all([
      tx.get<Village>('villages', villageId),
      tx.get<VillageWords>('word-books', villageId),
      kind === 'matter' ? tx.get<CurrentMatter>('matters', `${villageId}.${id}`) : null,
    ]);
    if (!village) refuseVillage();
    const stands = own !== null || shippedAddresses.has(`${kind}:${id}`);
    const book = withWords(before, input, stands);
    tx.set('word-books', villageId, book);
    const saved = book.entries.find((entry) => entry.kind === kind && entry.id === id);
    return { words: saved?.words.length ?? 0 };
  },
});
