import type { Kind } from '../kind';

export const kind: Kind = {
  owner: { whose: 'town' },
  readers: { may: {}, insiders: [], outsiders: ['name owner sample'] },
  freeText: {
    name: { kept: { stays: 'what the town is called' } },
    owner: { kept: { stays: 'the office that answers for it: the public must know' } },
  },
  compared: {
    elsewhere: 'written once, when the town is founded; the rule of found-town has its answer',
  },
};
