import type { Kind } from '../kind';

export const kind: Kind = {
  owner: { whose: 'household', by: 'householdId' },
  readers: { may: {}, insiders: [], outsiders: [] },
  freeText: 'none',
  compared: {
    stored: ({ householdId }) => householdId,
    model: (model, id) => model.numbers.get(id),
    all: (model) => model.numbers.keys(),
  },
};
