import { cadre } from '../../call';
import type { Card } from '../../card';
import { anywhere, town } from '../../may';
import { askToJoin } from '../../ready/people';

export const card: Card = {
  async call(town) {
    await askToJoin(town, 'waits-for-an-answer');
    return { as: cadre, input: {} };
  },
  who: 'the committees, and the town, each what waits for them',
  may: { cadre: anywhere, supervisor: anywhere, ...town },
  // What waits for their own offices alone.
  publishes: {
    apart: 'about-the-caller',
    caller: [
      'requests[]: joinRequestId villageName householdNumber name askedAtMs agreedAs',
      'more next',
    ],
  },
  costs: { requests: 4, documents: 4 },
};
