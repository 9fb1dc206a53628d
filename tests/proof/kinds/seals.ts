import type { Kind } from '../kind';
import { here, town } from '../may';

export const kind: Kind = {
  owner: { whose: 'village', by: 'villageId' },
  readers: { may: { supervisor: here, ...town }, insiders: [], outsiders: ['day root'] },
  freeText: 'none',
  compared: { elsewhere: 'the invariants of seals make each anew' },
};
