import type { Kind } from '../kind';

export const kind: Kind = {
  owner: { whose: 'village', by: 'villageId' },
  readers: { may: {}, insiders: [], outsiders: ['*'] },
  freeText: 'none',
  compared: { elsewhere: 'written once with its village, and never changed' },
};
