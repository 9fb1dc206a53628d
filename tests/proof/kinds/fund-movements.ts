import type { Kind } from '../kind';
import { town } from '../may';

export const kind: Kind = {
  owner: { whose: 'village', by: 'villageId' },
  readers: { may: town, insiders: [], outsiders: [] },
  freeText: {
    note: { kept: { stays: 'part of the village’s books, about money and not about people' } },
  },
  compared: { elsewhere: 'the fund is the sum of them: the invariants of exchange' },
};
