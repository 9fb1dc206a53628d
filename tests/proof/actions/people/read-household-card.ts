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
      'cardText villageName',
      'household: householdId householdNumber householdName memberCount',
    ],
  },
  costs: { requests: 3, documents: 3 },
};
