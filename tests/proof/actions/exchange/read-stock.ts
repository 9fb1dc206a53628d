import { testShopId } from '../../../support/town';
import { keeper } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { here, town } from '../../may';

export const card: Card = {
  call: () => ({ as: keeper, input: { shopId: testShopId } }),
  who: 'keepers and merchants of the shop, and the town',
  may: { keeper: here, merchant: { 'at-it': 'ok' }, ...town },
  publishes: onlyThoseWhoMay,
  costs: { requests: 3, documents: 4 },
};
