import { administrator } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { town } from '../../may';

export const card: Card = {
  call: () => ({
    as: administrator,
    input: { path: 'registers/one.xlsx' },
    otherInput: { path: 'registers/two.xlsx' },
  }),
  who: 'the town',
  may: town,
  publishes: { ...onlyThoseWhoMay, texts: [] },
  move: { none: 'histories announce their register: what is said before one is uploaded' },
  costs: { requests: 7, documents: 4 },
};
