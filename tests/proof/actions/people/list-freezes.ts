import { cadre } from '../../call';
import type { Card } from '../../card';
import { anywhere, town as everyTown } from '../../may';
import { frozen } from '../../ready/people';

export const card: Card = {
  async call(town) {
    await frozen(town, 8);
    return { as: cadre, input: {} };
  },
  who: 'the committees, and the town, each what waits for them',
  may: { cadre: anywhere, supervisor: anywhere, ...everyTown },
  // What waits for their own offices alone.
  publishes: {
    apart: 'about-the-caller',
    caller: ['freezes[]: householdId householdNumber villageName frozenAtMs agreedAs', 'more next'],
  },
  costs: { requests: 6, documents: 6 },
};
