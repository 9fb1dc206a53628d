import { actFrom } from '../../simulation/histories/model/state';
import type { Kind } from '../kind';
import { here, town } from '../may';

const cited = { stays: 'the ground of an office must be found again; its words name a document' };

export const kind: Kind = {
  owner: { whose: 'household', by: 'householdId' },
  readers: { may: { cadre: here, supervisor: here, ...town }, insiders: [], outsiders: [] },
  freeText: {
    placeName: { kept: { stays: 'what the village, shop or town is called' } },
    cites: { kept: cited, goesWithWhomItNames: true },
    reason: { kept: cited, goesWithWhomItNames: true },
    'invited.organisation': { kept: { stays: 'which department or firm sent somebody' } },
  },
  compared: {
    stored: (document) => actFrom(document as never),
    model: (model, id) => model.acts.get(id),
    all: (model) => model.acts.keys(),
  },
};
