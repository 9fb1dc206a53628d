import type { Kind } from '../kind';
import { here, ownHousehold, town } from '../may';

export const kind: Kind = {
  owner: { whose: 'village', by: 'villageId' },
  readers: {
    may: { resident: ownHousehold, cadre: here, ...town },
    insiders: [],
    // Whoever holds the paper may ask what it is.
    outsiders: ['_id checkCode document villageId day'],
  },
  freeText: 'none',
  compared: { elsewhere: 'one for each content, and the same again: tests/actions/town/printing' },
};
