import type { Kind } from '../kind';
import { here, town } from '../may';

export const kind: Kind = {
  owner: { whose: 'village', by: 'villageId' },
  readers: { may: { cadre: here, supervisor: here, ...town }, insiders: [], outsiders: [] },
  freeText: {
    villageName: {
      kept: { stays: 'what the village is called' },
      unreached: 'it is gone once the lines are confirmed, as those of the proof are',
    },
  },
  compared: {
    elsewhere: 'tests/actions/people/confirm-entries: as long as a line waits, and no longer',
  },
};
