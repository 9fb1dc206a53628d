import type { Kind } from '../kind';
import { here, ownHousehold } from '../may';

export const kind: Kind = {
  owner: { whose: 'household', by: 'householdId' },
  readers: { may: { resident: ownHousehold, cadre: here }, insiders: [], outsiders: [] },
  freeText: 'none',
  compared: {
    elsewhere:
      'caps: the rules of declare-deed and record-deed keep them; the invariants add them up',
  },
};
