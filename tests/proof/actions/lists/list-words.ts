import type { Card } from '../../card';
import { everybody } from '../../may';

export const card: Card = {
  call: () => ({ as: 'nobody', input: { villageId: 'v01' } }),
  who: 'everybody',
  may: everybody,
  publishes: {
    apart: 'same-for-all',
    outsiders: ['entries[]: kind id words[]'],
    insiders: [],
    asked: () => [{ villageId: 'v01' }],
  },
  costs: { requests: 2, documents: 2 },
};
