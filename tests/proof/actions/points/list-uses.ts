import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { here } from '../../may';

export const card: Card = {
  call: () => ({ as: cadre, input: { villageId: 'v01' } }),
  who: 'committee of the village, who record for its households',
  may: { cadre: here },
  publishes: onlyThoseWhoMay,
  costs: { requests: 3, documents: 39 },
};
