import { cadre } from '../../call';
import type { Card } from '../../card';
import { anywhere, town as everyTown } from '../../may';
import { everyShape } from '../../ready/life';

const event =
  'lifeEventId kind villageName householdNumber name minors was headName otherNumber relation ' +
  'gone ' +
  'state reason proposedAs proposedAtMs settledAs settledAtMs';
const split = 'leaving newHead minors signed onPaper missing mine';
const line = 'name birthYear relation phone residence';

export const card: Card = {
  async call(town) {
    await everyShape(town);
    return { as: cadre, input: {} };
  },
  who: 'committee, supervisors and town, what waits for them; everybody their household’s',
  may: { resident: anywhere, cadre: anywhere, supervisor: anywhere, ...everyTown },
  // What waits for their own offices alone, what is their own, and their household's.
  publishes: {
    apart: 'about-the-caller',
    caller: [
      ...[`events[]: ${event}`, `own[]: ${event}`, `ofHousehold[]: ${event}`],
      ...[`events[].line: ${line}`, `own[].line: ${line}`, `ofHousehold[].line: ${line}`],
      ...[`events[].split: ${split}`, `own[].split: ${split}`, `ofHousehold[].split: ${split}`],
      ...['events[].split.lots[]: lastDay points', 'own[].split.lots[]: lastDay points'],
      'ofHousehold[].split.lots[]: lastDay points',
      'more next',
    ],
  },
  costs: { requests: 9, documents: 18 },
};
