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
      'spendable held honour spendableWaiting quarterRank booksCheckedSince',
      'lapse: points day',
      'frozen: sinceDay agreed',
      'pending[]: recordId activityId state stateLabel next itemId itemName day points spendable',
      'pending[]: householdNumber',
      'pending[]: householdName recordedAtMs byCadre',
    ],
  },
  costs: { requests: 6, documents: 2 },
};
