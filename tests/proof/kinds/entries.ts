import type { Kind } from '../kind';
import { here, ownHousehold, town } from '../may';

export const kind: Kind = {
  owner: { whose: 'household', by: 'householdId' },
  readers: {
    may: { resident: ownHousehold, cadre: here, supervisor: here, ...town },
    insiders: [],
    outsiders: [],
  },
  freeText: {
    'cause.title': { kept: { stays: 'what the points went for; no entry is ever changed' } },
  },
  compared: { elsewhere: 'the purse is the sum of them: the invariants of the ledger' },
};
