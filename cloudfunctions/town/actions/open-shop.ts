import { town as contracts } from '../../../src/contracts';
import { mostShops } from '../../../src/contracts/limits';
import { mustHoldNoPrivateNumber } from '../../../src/domain/kernel/private-number';
import type { Town, Village } from '../../../src/domain/people/types';
import { nextId } from '../../../src/domain/town/next-id';
import {
  mustBeANewShop,
  refuseMoreShops,
  refuseUnknownVillage,
} from '../../../src/domain/town/open';
import type { Shop } from '../../../src/domain/town/types';
import { defineCommand } from '../../runtime/define-action';

export const openShop = defineCommand({
  contract: contracts.openShop,
  allow: [{ who: 'town-admin' }],
  run: async ({ input, tx, read }) => {
    mustHoldNoPrivateNumber(input);
    const town = await tx.get<Town>('towns', 'town');
    const where = { townId: 'town' };
    const shops = await read.query<Shop>('shops', { where, limit: mostShops });
    const ids = shops.map((each) => each.shopId);
    const shopId = input.shopId ?? nextId('s', ids);
    mustBeANewShop(await tx.get<Shop>('shops', shopId));
    if (shops.length >= mostShops) refuseMoreShops();
    const villageIds = [...new Set(input.villageIds)];
    const villages = await Promise.all(villageIds.map((id) => tx.get<Village>('villages', id)));
    const villageNames = villages.map((village) => village?.name ?? refuseUnknownVillage());
    const { name, kind, address, hours } = input;
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
