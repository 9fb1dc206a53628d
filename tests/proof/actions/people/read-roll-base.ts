import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { town as everyTown, here } from '../../may';
import { rollInForce } from '../../ready/rolls';

export const card: Card = {
  async call(town) {
    await rollInForce(town);
    return { as: cadre, input: { villageId: 'v01', kind: 'collective' } };
  },
  who: 'committee and supervisors of the village, and the town: who enters a roll',
  may: { cadre: here, supervisor: here, ...everyTown },
  publishes: { ...onlyThoseWhoMay },
  costs: { requests: 8, documents: 74 },
};
