import type { Card } from '../../card';
import { everybody } from '../../may';

export const card: Card = {
  call: () => ({ as: 'nobody', input: { villageId: 'v01' } }),
  who: 'everybody',
  may: everybody,
  publishes: {
    apart: 'same-for-all',
    outsiders: [
      'schemeVersion',
      'fields[]: id name order',
      'items[]: id fieldId name guidance evidence declarers[] purse householdHidden common',
      'items[]: onceInALife oncePerDay',
      'items[].standard: kind points unit step maximumUnits',
      'items[].standard.levels[]: id name points',
      'items[].caps[]: period points times',
    ],
    insiders: [],
    asked: () => [{ villageId: 'v01' }],
  },
  costs: { requests: 2, documents: 2 },
};
