import type { Kind } from '../kind';

const onTheWall = { kept: { stays: 'public: it hangs on the wall' } };

export const kind: Kind = {
  owner: { whose: 'village', by: 'villageId' },
  readers: { may: {}, insiders: [], outsiders: ['*'] },
  freeText: { name: onTheWall, category: onTheWall },
  compared: { elsewhere: 'the rule of publish-matter has its answer and its version' },
};
