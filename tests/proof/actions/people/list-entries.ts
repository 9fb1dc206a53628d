import { cadre } from '../../call';
import type { Card } from '../../card';
import { anywhere, town as everyTown } from '../../may';
import { entered } from '../../ready/town';

export const card: Card = {
  async call(town) {
    await entered(town, 21);
    return { as: cadre, input: {} };
  },
  who: 'the committees, and the town, each what somebody else entered',
  may: { cadre: anywhere, supervisor: anywhere, ...everyTown },
  // What waits for their own offices alone, whole: it is compared with the people one knows.
  publishes: {
    apart: 'about-the-caller',
    caller: [
      'villageId villageName more next',
      'entries[]: memberId householdNumber headName name relation birthYear phone',
      'entries[]: enteredAtMs enteredAs',
    ],
  },
  costs: { requests: 6, documents: 6 },
};
