import { testShopId } from '../../../support/town';
import type { Card } from '../../card';
import { everybody } from '../../may';

export const card: Card = {
  call: () => ({ as: 'nobody', input: { shopId: testShopId } }),
  who: 'everybody',
  may: everybody,
  publishes: {
    apart: 'same-for-all',
    outsiders: [
      'shop: shopId name kind address hours villageNames[]',
      'goods[]: goodsId name unit points kind available',
    ],
    insiders: [],
    asked: () => [{ shopId: 'shop-v01' }],
  },
  costs: { requests: 2, documents: 3 },
};
