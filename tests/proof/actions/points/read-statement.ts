import { resident } from '../../call';
import type { Card } from '../../card';
import { oneself } from '../../may';

export const card: Card = {
  call: () => ({ as: resident, input: {} }),
  who: 'residents, of their own household',
  may: { resident: oneself },
  publishes: {
    apart: 'about-the-caller',
    caller: [
      'lines[]: sequence day kind title honour spendable held spendableAfter honourAfter',
      'lines[]: why[] recordId orderId',
      'more',
    ],
  },
  costs: { requests: 2, documents: 24 },
};
