import type { Card } from '../../card';
import { everybody } from '../../may';

export const card: Card = {
  call: () => ({ as: 'nobody', input: { villageId: 'v01' } }),
  who: 'everybody; strangers see masked names',
  may: everybody,
  publishes: {
    apart: 'same-for-all',
    outsiders: [
      'villageName',
      'offices[]: officeId role place placeName name sinceDay basis untilDay isOver byOne isOwn organisation',
    ],
    insiders: [],
    asked: () => [{ villageId: 'v01' }, { villageId: 'v02' }],
  },
  costs: { requests: 4, documents: 18 },
};
