import type { Kind } from '../kind';
import { here, town } from '../may';

export const kind: Kind = {
  owner: { whose: 'shop', by: 'shopId' },
  readers: { may: { keeper: here, ...town }, insiders: [], outsiders: [] },
  freeText: {
    note: { kept: { stays: 'part of the shop’s books, about goods and not about people' } },
  },
  compared: { elsewhere: 'the shelf is the sum of them: the invariants of exchange' },
};
