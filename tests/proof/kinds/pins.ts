import type { Kind } from '../kind';

export const kind: Kind = {
  owner: { whose: 'household', by: 'householdId' },
  // Nobody reads it: a PIN is only ever compared.
  readers: { may: {}, insiders: [], outsiders: [] },
  freeText: 'none',
  compared: {
    stored: () => 'there',
    model: (model, id) => model.pins.has(id) && 'there',
    all: (model) => model.pins.keys(),
  },
};
