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
    asked: ({ people }) => [
      { villageId: 'v01' },
      ...people.slice(0, 3).map(({ name }) => ({ villageId: 'v01', search: name })),
    ],
  },
  costs: { requests: 2, documents: 56 },
};
