import { administrator } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { town } from '../../may';

export const card: Card = {
  call: () => ({ as: administrator, input: {} }),
  who: 'the town',
  may: town,
  publishes: onlyThoseWhoMay,
  costs: { requests: 21, documents: 131 },
};
