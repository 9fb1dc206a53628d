import { lists } from '../../../src/contracts';
import { listKinds, listNames } from '../../../src/domain/lists/list-names';
import type { CurrentMatter } from '../../../src/domain/lists/types';
import { refuseVillage } from '../../../src/domain/people/join';
import type { Village } from '../../../src/domain/people/types';
import { defineQuery } from '../../runtime/define-action';
import { readAll } from '../../runtime/store/read-all';

export const listMatters = defineQuery({
  contract: lists.listMatters,
  allow: [{ who: 'anyone' }],
  run: async ({ input: { villageId, list }, read }) => {
    const [village, all] = await Promise.all([
      read.get<Village>('villages', villageId),
      readAll<CurrentMatter>(read, 'matters', { villageId }, 'key'),
    ]);
    if (!village) refuseVillage();
    const counts = listKinds.map((kind) => ({
      list: kind,
      name: listNames[kind],
      count: all.filter((matter) => matter.list === kind).length,
    }));
    const matters = all
      .filter((matter) => !list || matter.list === list)
      .sort((a, b) => listKinds.indexOf(a.list) - listKinds.indexOf(b.list));
    return { counts, wallVersion: village.wallVersion, matters };
  },
});
