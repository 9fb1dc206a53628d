import { testShopId } from '../../../support/town';
import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { here, town } from '../../may';

export const card: Card = {
  call: () => ({
    as: cadre,
    input: { villageId: 'v01', target: { kind: 'village' } },
    otherInput: { villageId: 'v01', target: { kind: 'shop', shopId: testShopId } },
  }),
  who: 'the committee of the village, keepers for their shop, and the town',
  may: { cadre: here, ...town },
  publishes: { ...onlyThoseWhoMay, texts: [] },
  move: { none: 'asks WeChat for a picture: it moves nothing' },
  costs: { requests: 14, documents: 6 },
};
