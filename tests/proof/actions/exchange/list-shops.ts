import type { Card } from '../../card';
import { everybody } from '../../may';

export const card: Card = {
  call: () => ({ as: 'nobody', input: { villageId: 'v01' } }),
  who: 'everybody',
  may: everybody,
  publishes: {
    apart: 'same-for-all',
    outsiders: ['shops[]: shopId name kind address hours villageNames[]'],
    insiders: [],
    asked: () => [{ villageId: 'v01' }],
  },
  costs: { requests: 1, documents: 1 },
};
