import type { Kind } from '../kind';
import { here, ownHousehold, town } from '../may';

const readLater = { stays: 'the household and the supervision read why somebody was let stay' };

export const kind: Kind = {
  owner: { whose: 'household', by: 'householdId' },
  readers: {
    // Whoever settles it must know how they came in.
    may: { resident: ownHousehold, cadre: here, supervisor: here, ...town },
    insiders: [],
    outsiders: [],
  },
  freeText: {
    'objection.reason': { kept: readLater, goesWithWhomItNames: true },
    'opinion.reason': { kept: readLater, goesWithWhomItNames: true },
  },
  compared: {
    elsewhere: 'tests/actions/people/links: how each came in, and what became of it',
  },
};
