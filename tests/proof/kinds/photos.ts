import type { Kind } from '../kind';

export const kind: Kind = {
  owner: { whose: 'nobody', because: 'a hash that only says that a photo was used' },
  readers: { may: {}, insiders: [], outsiders: [] },
  freeText: 'none',
  compared: { elsewhere: 'used once: the rules of declare-deed and record-deed keep them' },
};
