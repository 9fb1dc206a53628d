import type { Kind } from '../kind';

export const kind: Kind = {
  owner: { whose: 'person', by: 'personId' },
  readers: { may: {}, insiders: [], outsiders: [] },
  freeText: 'none',
  compared: {
    stored: ({ lookUp }) => lookUp,
    model: (model, id) => model.persons.get(id)?.lookUp,
    all: (model) => model.persons.keys(),
  },
};
