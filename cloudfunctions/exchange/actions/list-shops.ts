import { exchange } from '../../../src/contracts';
import { shopView } from '../../../src/domain/exchange/order-view';
import type { Shop } from '../../../src/domain/exchange/types';
import { defineQuery } from '../../runtime/define-action';

/** More shops than a town will ever have. */
const mostShops = 1000;

export const listShops = defineQuery({
  contract: exchange.listShops,
  allow: [{ who: 'anyone' }],
  async run({ input, read }) {
    const shops = await read.query<Shop>('shops', {
      where: { townId: 'town' },
      order: { field: 'shopId', direction: 'asc' },
      limit: mostShops,
    });
    return {
      shops: shops.filter((shop) => shop.villageIds.includes(input.villageId)).map(shopView),
    };
  },
});
