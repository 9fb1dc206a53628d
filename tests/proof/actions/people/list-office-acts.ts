import { cadre } from '../../call';
import type { Card } from '../../card';
import { anywhere, everySeat, town as everyTown } from '../../may';
import { proposedAct } from '../../ready/people';

const act =
  'officeActId change role placeName villageName name householdNumber basis day cites untilDay ' +
  'organisation phone proposedAs proposedAtMs';

export const card: Card = {
  async call(town) {
    await proposedAct(town);
    return { as: cadre, input: {} };
  },
  who: 'committee, supervisors and town, what waits for them; everybody else what they entered',
  may: { resident: anywhere, cadre: anywhere, supervisor: anywhere, ...everyTown, ...everySeat },
  // What waits for their own offices alone, and what is their own.
  publishes: {
    apart: 'about-the-caller',
    caller: [`acts[]: ${act}`, `own[]: ${act}`, 'more next'],
  },
  costs: { requests: 6, documents: 4 },
};
