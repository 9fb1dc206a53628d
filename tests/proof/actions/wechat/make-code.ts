import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { here, town } from '../../may';

export const card: Card = {
  call: () => ({
    as: cadre,
    input: { villageId: 'v01', target: { kind: 'village' } },
  }),
  who: 'the committee of the village, keepers for their shop, and the town',
  may: { cadre: here, ...town },
  publishes: onlyThoseWhoMay,
  costs: { requests: 1, documents: 1 },
};
