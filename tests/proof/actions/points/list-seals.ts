import type { Card } from '../../card';
import { everybody } from '../../may';

export const card: Card = {
  async call(town) {
    town.clock.advanceDays(1);
    await town.timer('jobs', 'seal-day');
    return { as: 'nobody', input: { villageId: 'v01' } };
  },
  who: 'everybody',
  may: everybody,
  publishes: {
    apart: 'same-for-all',
    outsiders: ['more', 'seals[]: day code households'],
    insiders: [],
    asked: () => [{ villageId: 'v01' }],
  },
  costs: { requests: 2, documents: 3 },
};
