import type { Kind } from '../kind';

export const kind: Kind = {
  owner: { whose: 'village', by: 'villageId' },
  readers: { may: {}, insiders: [], outsiders: ['*'] },
  freeText: { 'entries[].words[]': { kept: { stays: 'public: what a village says for things' } } },
  compared: { elsewhere: 'no point, good or right hangs on it: tests/actions/lists/words' },
};
