import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { here, town } from '../../may';

const input = { villageId: 'v01', kind: 'matter', id: 'homestead', words: ['起屋', '圈地皮'] };

export const card: Card = {
  call: () => ({ as: cadre, input, otherInput: { ...input, words: ['起屋'] } }),
  who: 'the committee of the village, and the town',
  may: { cadre: here, ...town },
  publishes: { ...onlyThoseWhoMay, texts: ['words.0'] },
  move: { none: 'words lead to a page and move nothing: tests/actions/lists/words' },
  costs: { requests: 9, documents: 5 },
};
