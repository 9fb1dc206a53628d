import { supervisor } from '../../call';
import type { Card } from '../../card';
import { anywhere, town as everyTown } from '../../may';
import { objectedTo } from '../../ready/people';

export const card: Card = {
  async call(town) {
    await objectedTo(town);
    return { as: supervisor, input: {} };
  },
  who: 'the committees, and the town, each what waits for them',
  may: { cadre: anywhere, supervisor: anywhere, ...everyTown },
  // What waits for their own offices alone, whole: they must know whom it is about.
  publishes: {
    apart: 'about-the-caller',
    caller: [
      'links[]: linkId how sinceDay state movedDay objection householdId householdNumber',
      'links[]: villageName name opinionAs',
      'links[].two[]: as day',
      'links[].opinion: out reason',
      'more next',
    ],
  },
  costs: { requests: 7, documents: 7 },
};
