import { personFrom, withRolesSorted } from '../../simulation/histories/model/state';
import type { Kind } from '../kind';

export const kind: Kind = {
  owner: { whose: 'person', by: 'personId' },
  readers: { may: {}, insiders: [], outsiders: [] },
  freeText: {
    'roles[].placeName': { kept: { stays: 'what the village, shop or town is called' } },
  },
  compared: {
    stored: (document) => withRolesSorted(personFrom(document as never)),
    model: (model, id) => withRolesSorted(model.persons.get(id)),
    all: (model) => model.persons.keys(),
  },
};
