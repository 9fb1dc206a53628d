import type { Kind } from '../kind';

export const kind: Kind = {
  owner: { whose: 'village', by: 'villageId' },
  readers: {
    may: {},
    insiders: [],
    outsiders: ['villageId name townName sample schemeVersion wallVersion'],
  },
  freeText: {
    name: { kept: { stays: 'what the village is called' } },
    townName: { kept: { stays: 'what the town is called' } },
  },
  compared: {
    elsewhere:
      'opened once; the rule of open-village has its answer, and actions read what is there',
  },
};
