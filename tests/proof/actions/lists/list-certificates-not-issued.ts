import type { Card } from '../../card';
import { everybody } from '../../may';

export const card: Card = {
  call: () => ({ as: 'nobody', input: {} }),
  who: 'everybody',
  may: everybody,
  publishes: {
    apart: 'same-for-all',
    outsiders: [
      'certificates[]: id name goTo basis note',
      'certificates[].purposeExceptions[]: purpose matterKey note',
    ],
    insiders: [],
    asked: () => [{}],
  },
  costs: { requests: 0, documents: 0 },
};
