import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { town as everyTown, here } from '../../may';
import { enteredRoll } from '../../ready/rolls';

export const card: Card = {
  call: async (town) => ({ as: cadre, input: { rollId: await enteredRoll(town) } }),
  who: 'committee and supervisors of the village, and the town: who enters and confirms it',
  may: { cadre: here, supervisor: here, ...everyTown },
  publishes: { ...onlyThoseWhoMay },
  costs: { requests: 7, documents: 7 },
};
