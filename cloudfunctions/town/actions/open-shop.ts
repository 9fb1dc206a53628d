import { town as contracts } from '../../../src/contracts';
import { mustHoldNoPrivateNumber } from '../../../src/domain/kernel/private-number';
import type { Village } from '../../../src/domain/people/types';
import { mustBeANewShop, refuseUnknownVillage } from '../../../src/domain/town/open';
import type { Shop } from '../../../src/domain/town/types';
import { defineCommand } from '../../runtime/define-action';

export const openShop = defineCommand({
  contract: contracts.openShop,
  allow: [{ who: 'town-admin' }],
  run: async ({ input, tx }) => {
    mustHoldNoPrivateNumber(input);
    mustBeANewShop(await tx.get<Shop>('shops', input.shopId));
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
    tx.create('shops', shopId, shop);
    return { shopId };
  },
});
