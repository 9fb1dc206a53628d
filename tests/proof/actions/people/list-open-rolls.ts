import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { town as everyTown, here } from '../../may';
import { everyRoll } from '../../ready/rolls';

export const card: Card = {
  async call(town) {
    await everyRoll(town);
    return { as: cadre, input: { villageId: 'v01' } };
  },
  who: 'committee and supervisors of the village, and the town: who enters and confirms rolls',
  may: { cadre: here, supervisor: here, ...everyTown },
  publishes: { ...onlyThoseWhoMay },
  costs: { requests: 3, documents: 4 },
};
