import type { Kind } from '../kind';

export const kind: Kind = {
  owner: { whose: 'village', by: 'villageId' },
  readers: { may: {}, insiders: [], outsiders: ['*'] },
  freeText: { 'matter.*': { kept: { stays: 'public: it hangs, or hung, on the wall' } } },
  compared: { elsewhere: 'the rule of publish-matter has its answer and its version' },
};
