import type { Card } from '../../card';
import { everybody } from '../../may';

export const card: Card = {
  call: () => ({ as: 'nobody', input: { villageId: 'v01' } }),
  who: 'everybody',
  may: everybody,
  publishes: {
    apart: 'same-for-all',
    outsiders: [
      'counts[]: list name count',
      'wallVersion',
      'matters[]: key list name category version',
    ],
    insiders: [],
    asked: () => [{ villageId: 'v01' }, { villageId: 'v01', list: 'negative' }],
  },
  costs: { requests: 2, documents: 56 },
};
