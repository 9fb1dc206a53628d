import { type Model, personFrom, withRolesSorted } from '../../simulation/histories/model/state';
import type { Kind } from '../kind';

const personAt = (model: Model, lookUp: string) =>
  [...model.persons.values()].find((person) => person.lookUp === lookUp);

export const kind: Kind = {
  owner: { whose: 'person', by: 'personId' },
  readers: { may: {}, insiders: [], outsiders: [] },
  freeText: {
    'roles[].placeName': {
      kept: { stays: 'what the village, shop or town is called' },
      goesWithAuthorOf: ['town.found-town'],
    },
  },
  compared: {
    stored: (document) => withRolesSorted(personFrom(document as never)),
    model: (model, id) => withRolesSorted(personAt(model, id)),
    all: (model) => [...model.persons.values()].map(({ lookUp }) => lookUp),
  },
};
