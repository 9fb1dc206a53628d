import { town as contracts } from '../../../src/contracts';
import { mostShops } from '../../../src/contracts/limits';
import { mustHoldNoPrivateNumber } from '../../../src/domain/kernel/private-number';
import type { Town, Village } from '../../../src/domain/people/types';
import {
  mustBeANewShop,
  refuseMoreShops,
  refuseUnknownVillage,
} from '../../../src/domain/town/open';
import type { Shop } from '../../../src/domain/town/types';
import { defineCommand } from '../../runtime/define-action';
import { isFull } from '../../runtime/store/is-full';

export const openShop = defineCommand({
  contract: contracts.openShop,
  allow: [{ who: 'town-admin' }],
  run: async ({ input, tx, read }) => {
    mustHoldNoPrivateNumber(input);
    mustBeANewShop(await tx.get<Shop>('shops', input.shopId));
    const town = await tx.get<Town>('towns', 'town');
    if (await isFull(read, 'shops', { townId: 'town' }, mostShops)) refuseMoreShops();
    const villageIds = [...new Set(input.villageIds)];
    const villages = await Promise.all(villageIds.map((id) => tx.get<Village>('villages', id)));
    const villageNames = villages.map((village) => village?.name ?? refuseUnknownVillage());
    const { shopId, name, kind, address, hours } = input;
    const shop: Shop = {
      townId: 'town',
      shopId,
      name,
      kind,
      villageIds,
      villageNames,
      address,
      hours,
    };
    // So that two shops opened at once collide: the one that starts again counts the other one.
    if (town) tx.set('towns', 'town', town);
    tx.create('shops', shopId, shop);
    return { shopId };
  },
});
