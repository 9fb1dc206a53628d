import type { Card } from '../../card';
import { everybody } from '../../may';

export const card: Card = {
  async call(town) {
    const recordId = await town.declare(8);
    await town.drawFor(recordId);
    return { as: 'nobody', input: { recordId } };
  },
  who: 'everybody: it holds marks, no names',
  may: everybody,
  publishes: {
    apart: 'same-for-all',
    outsiders: [
      'seedHash drawDay frozenAtMs',
      'pool[]: mark near',
      'leftOut[]: mark why',
      'draws[]: seed night nightHash frozenAtMs panel[] aside[]',
      'draws[].pool[]: mark near',
      'seals[]: villageId hash',
    ],
    // Whoever may be drawn is told their own mark.
    insiders: ['mine: mark agreed'],
    asked: ({ recordIds }) => recordIds.map((recordId) => ({ recordId })),
  },
  costs: { requests: 3, documents: 3 },
};
