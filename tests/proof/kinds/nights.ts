import type { Kind } from '../kind';

export const kind: Kind = {
  owner: { whose: 'town' },
  readers: { may: {}, insiders: [], outsiders: ['day hash', 'seals[]: villageId hash'] },
  freeText: 'none',
  compared: { elsewhere: 'the model makes each anew from the seals, and each draw from it' },
};
