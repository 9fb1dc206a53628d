import type { Kind } from '../kind';
import { here, town } from '../may';

export const kind: Kind = {
  owner: { whose: 'village', by: 'villageId' },
  readers: {
    // Those who settle it see which households it is about; of all others only how many.
    may: { supervisor: here, ...town },
    insiders: [],
    outsiders: ['number day', 'signatures[]: side'],
  },
  freeText: 'none',
  compared: {
    elsewhere: 'no history breaks a chain: actions/points/seal-alarm makes them',
  },
};
