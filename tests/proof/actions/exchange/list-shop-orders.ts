import { testShopId } from '../../../support/town';
import { keeper } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { here, town } from '../../may';

export const card: Card = {
  async call(town) {
    await town.order(8);
    return { as: keeper, input: { shopId: testShopId } };
  },
  who: 'keepers and merchants of the shop, and the town',
  may: { keeper: here, merchant: { 'at-it': 'ok' }, ...town },
  publishes: onlyThoseWhoMay,
  costs: { requests: 6, documents: 5 },
  growsWithHistory: "lists a day's ended orders of one shop: more a year are more a day",
};
