import { linkFrom } from '../../simulation/histories/model/state-of-people';
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
    stored: (document) => linkFrom(document as never),
    model: (model, id) => model.links.get(id),
    all: (model) => model.links.keys(),
  },
};
