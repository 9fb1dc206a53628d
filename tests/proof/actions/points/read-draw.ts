import { points } from '../../../../src/contracts';
import type { Card } from '../../card';
import { everybody } from '../../may';

export const card: Card = {
  /** A deed that a panel refused, declared anew: it is read from those who were drawn before. */
  async call(town) {
    const day = town.today();
    const first = await town.declare(8);
    await town.drawFor(first);
    for (const member of town.panelOf(first).slice(0, 2)) {
      await member.must(points.reviewRecord, { recordId: first, accept: false, reason: '没看到' });
    }
    const deed = { itemId: 'errand-for-neighbour', day, photos: [] };
    const { recordId } = await town.head(8).must(points.declareDeed, deed);
    await town.check(recordId);
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
