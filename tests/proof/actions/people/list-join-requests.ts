import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { here, town } from '../../may';
import { askToJoin } from '../../ready/people';

export const card: Card = {
  async call(town) {
    await askToJoin(town, 'waits-for-an-answer');
    return { as: cadre, input: { villageId: 'v01' } };
  },
  who: 'the committee of the village, and the town',
  may: { cadre: here, ...town },
  publishes: onlyThoseWhoMay,
  costs: { requests: 2, documents: 2 },
};
