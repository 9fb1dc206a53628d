import type { Kind } from '../kind';

export const kind: Kind = {
  owner: { whose: 'village', by: 'villageId' },
  readers: { may: {}, insiders: [], outsiders: ['day root hash'] },
  freeText: 'none',
  compared: { elsewhere: 'the invariants of seals make each anew' },
};
