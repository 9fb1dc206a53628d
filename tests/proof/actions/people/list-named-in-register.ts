import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { here, town } from '../../may';

export const card: Card = {
  call: () => ({ as: cadre, input: { villageId: 'v01' } }),
  who: 'committee and supervisors of the village, and the town: those who enter acts',
  may: { cadre: here, supervisor: here, ...town },
  publishes: onlyThoseWhoMay,
  costs: { requests: 4, documents: 14 },
};
