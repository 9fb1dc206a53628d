import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { here, town } from '../../may';

export const card: Card = {
  call: () => ({ as: cadre, input: { villageId: 'v01', householdNumber: 14 } }),
  who: 'committee and supervisors of the village, and the town: who enters what happened',
  may: { cadre: here, supervisor: here, ...town },
  publishes: { ...onlyThoseWhoMay },
  costs: { requests: 8, documents: 8 },
};
