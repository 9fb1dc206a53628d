import { administrator } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { town } from '../../may';

export const card: Card = {
  call: () => ({ as: administrator, input: {} }),
  who: 'the town; of its seats those that oversee or account',
  may: { ...town, observer: 'ok', accountant: 'ok', 'town-staff': 'ok', discipline: 'ok' },
  publishes: onlyThoseWhoMay,
  costs: { requests: 21, documents: 131 },
};
