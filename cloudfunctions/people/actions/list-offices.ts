import { people } from '../../../src/contracts';
import { mostOfficesShown } from '../../../src/contracts/limits';
import { dayOf } from '../../../src/domain/kernel/time';
import { shownOffices } from '../../../src/domain/people/offices/list';
import type { HeldOffice } from '../../../src/domain/people/offices/types';
import type { Shop } from '../../../src/domain/town/types';
import { loadVillage } from '../../points/load';
import { defineQuery } from '../../runtime/define-action';
import { readAll } from '../../runtime/store/read-all';

/** Of the village, of the shops it redeems at, and of the town. */
export const listOffices = defineQuery({
  contract: people.listOffices,
  allow: [{ who: 'anyone' }],
  run: async ({ input, read, caller: { person }, nowMs }) => {
    const { villageId } = input;
    const [village, shops] = await Promise.all([
      loadVillage(read, villageId),
      readAll<Shop>(read, 'shops', { townId: 'town' }, 'shopId'),
    ]);
    const served = shops.filter((shop) => shop.villageIds.includes(villageId));
    const offices = await read.query<HeldOffice>('offices', {
      where: { place: [villageId, 'town', ...served.map(({ shopId }) => shopId)] },
      order: { field: 'officeId', direction: 'asc' },
      limit: mostOfficesShown,
    });
    const shown = shownOffices(offices, person, { villageId, today: dayOf(nowMs) });
    return { villageName: village.name, offices: shown };
  },
});
