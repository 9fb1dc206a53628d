import { cadre } from '../../call';
import type { Card } from '../../card';
import { anywhere, town as everyTown } from '../../may';
import { askToBeEntered } from '../../ready/people';

export const card: Card = {
  async call(town) {
    await askToBeEntered(town, 'waits-to-be-entered', 8);
    return { as: cadre, input: {} };
  },
  who: 'the committees, and the town, each what waits for them',
  may: { cadre: anywhere, supervisor: anywhere, ...everyTown },
  // What waits for their own offices alone, and what of it stands in the register already.
  publishes: {
    apart: 'about-the-caller',
    caller: [
      'requests[]: entryRequestId villageName name birthYear residence sinceMonth householdNumber',
      'requests[]: phoneProven askedAtMs appealed agreedAs refusedBecause nameStandsThere',
      'requests[]: numberStandsAt',
      'more next',
    ],
  },
  costs: { requests: 4, documents: 7 },
};
