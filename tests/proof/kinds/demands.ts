import type { Kind } from '../kind';

export const kind: Kind = {
  owner: { whose: 'nobody', because: 'no action writes it yet' },
  readers: { may: {}, insiders: [], outsiders: [] },
  freeText: 'none',
  compared: { elsewhere: 'no action writes it yet' },
};
