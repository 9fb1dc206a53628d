import { cadre } from '../../call';
import type { Card } from '../../card';
import { anywhere, oneself } from '../../may';

export const card: Card = {
  call: () => ({
    as: cadre,
    input: { paths: ['evidence/one.jpg', 'evidence/two.jpg'] },
    otherInput: { paths: ['evidence/three.jpg'] },
  }),
  who: 'residents and the committee: whoever may declare or record a deed',
  may: { resident: { ...oneself, none: 'ok' }, cadre: anywhere },
  publishes: { apart: 'about-the-caller', caller: ['photosLeft'], texts: [] },
  move: {
    none: 'histories announce whatever is brought: what a phone says before a deed with photos',
  },
  costs: { requests: 9, documents: 6 },
};
