import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { here } from '../../may';

export const card: Card = {
  call: () => ({ as: cadre, input: { villageId: 'v01', search: '8' } }),
  who: 'committee and supervisors of the village',
  may: { cadre: here, supervisor: here },
  publishes: onlyThoseWhoMay,
  costs: { requests: 2, documents: 2 },
};
