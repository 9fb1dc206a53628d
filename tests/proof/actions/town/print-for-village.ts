import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { here, town } from '../../may';

const numbers = { fromNumber: 8, toNumber: 8 };

export const card: Card = {
  call: () => ({
    as: cadre,
    input: {
      villageId: 'v01',
      print: { document: 'household-cards', format: 'single', ...numbers },
    },
    otherInput: { villageId: 'v01', print: { document: 'household-cards', format: 'sheet' } },
  }),
  who: 'the committee of the village, and the town',
  may: { cadre: here, ...town },
  publishes: { ...onlyThoseWhoMay, texts: [] },
  move: { none: 'prints what stands: it moves no points, goods, money, rights or votes' },
  costs: { requests: 25, documents: 26 },
};
