import { resident } from '../../call';
import type { Card } from '../../card';
import { here } from '../../may';

export const card: Card = {
  call: (town) => ({
    as: resident,
    input: { print: { document: 'household-card' } },
    otherInput: { print: { document: 'statement', from: '2026-01-01', to: town.today() } },
  }),
  who: 'residents, of their own household',
  may: { resident: { ...here, 'other-village': 'ok', 'other-shop': 'ok' } },
  publishes: {
    apart: 'about-the-caller',
    caller: ['renderingId pages bytes pieces'],
    texts: [],
  },
  move: { none: 'prints what stands: it moves no points, goods, money, rights or votes' },
  costs: { requests: 25, documents: 9 },
};
