import { officeFrom } from '../../simulation/histories/model/state';
import type { Kind } from '../kind';
import { here, town } from '../may';

const anyOf = { ...here, 'other-village': 'ok', 'other-shop': 'ok' } as const;

export const kind: Kind = {
  owner: { whose: 'nobody', because: 'of the village, the shop or the town: everybody may know' },
  readers: {
    // The whole village knows by name who holds its offices, its shop's and the town's.
    may: {
      ...{ resident: anyOf, cadre: here, panel: here, supervisor: here, ...town },
      discipline: 'ok',
    },
    insiders: ['name'],
    outsiders: ['officeId role place placeName sinceDay basis untilDay byOne organisation'],
  },
  freeText: {
    organisation: {
      kept: { stays: 'who sent them: public as long as the office is held' },
    },
    placeName: {
      kept: { stays: 'what the village, shop or town is called' },
      // The founder's own, who stands in no register.
      goesWithAuthorOf: ['town.found-town'],
    },
  },
  compared: {
    stored: (document) => officeFrom(document as never),
    model: (model, id) => model.offices.get(id),
    all: (model) => model.offices.keys(),
  },
};
