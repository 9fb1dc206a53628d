import type { Kind } from '../kind';
import { here, town } from '../may';

export const kind: Kind = {
  owner: { whose: 'village', by: 'villageId' },
  readers: {
    may: { supervisor: here, ...town },
    insiders: [],
    outsiders: ['last: day households'],
  },
  freeText: 'none',
  compared: {
    elsewhere: 'no history breaks a chain: actions/points/check-books makes and compares them',
  },
};
