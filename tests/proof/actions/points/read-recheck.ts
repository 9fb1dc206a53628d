import type { Card } from '../../card';
import { everybody } from '../../may';
import { posted } from '../../ready/points';
import { drawRechecks } from '../../ready/rechecks';

export const card: Card = {
  async call(town) {
    await posted(town);
    await drawRechecks(town);
    return { as: 'nobody', input: { villageId: 'v01' } };
  },
  who: 'everybody: it holds marks, items and results, no names',
  may: everybody,
  publishes: {
    apart: 'same-for-all',
    outsiders: [
      'month seedHash frozenAtMs drawDay marks[]',
      'draw: seed night nightHash',
      'lines[]: mark itemName day result reversed',
      'seals[]: villageId hash',
    ],
    insiders: ['lines[]: householdNumber'],
    asked: () => [{ villageId: 'v01' }],
  },
  costs: { requests: 5, documents: 5 },
};
