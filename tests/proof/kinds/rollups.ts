import type { Kind } from '../kind';

export const kind: Kind = {
  owner: { whose: 'village', by: 'villageId' },
  readers: {
    may: {},
    // Each household is told its own rank, and no other's.
    insiders: [],
    outsiders: [
      'villageId quarter households householdsWithPoints pointsIssued redeemed reversed',
      'byField[]: fieldId points',
      'seal: day accounts',
      'helped: visits declared objected ordered collected',
    ],
  },
  freeText: 'none',
  compared: { elsewhere: 'the invariants of seals make each anew from the entries' },
};
