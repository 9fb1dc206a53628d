import type { Card } from '../../card';
import { everybody } from '../../may';

export const card: Card = {
  call: () => ({ as: 'nobody', input: {} }),
  who: 'everybody',
  may: everybody,
  publishes: {
    apart: 'same-for-all',
    outsiders: ['founded', 'villages[]: villageId name townName sample'],
    insiders: [],
    asked: () => [{}],
  },
  costs: { requests: 1, documents: 2 },
};
