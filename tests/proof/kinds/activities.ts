import type { Kind } from '../kind';
import { here, town } from '../may';

export const kind: Kind = {
  owner: { whose: 'village', by: 'villageId' },
  readers: {
    may: { cadre: here, panel: here, supervisor: here, ...town },
    insiders: [],
    outsiders: [],
  },
  freeText: {
    // What a cadre noted in office is the village's.
    note: { kept: 'evidence', goesWithWhomItNames: true },
  },
  compared: {
    elsewhere: 'its records and it fit each other: the invariants of activities, in every history',
  },
};
