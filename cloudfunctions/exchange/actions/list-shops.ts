import { exchange } from '../../../src/contracts';
import { shopView } from '../../../src/domain/exchange/order-view';
import type { Shop } from '../../../src/domain/exchange/types';
import { defineQuery } from '../../runtime/define-action';
import { readAll } from '../../runtime/store/read-all';

export const listShops = defineQuery({
  contract: exchange.listShops,
  allow: [{ who: 'anyone' }],
  async run({ input, read }) {
    const shops = await readAll<Shop>(read, 'shops', { townId: 'town' }, 'shopId');
    return {
      shops: shops.filter((shop) => shop.villageIds.includes(input.villageId)).map(shopView),
    };
  },
});
