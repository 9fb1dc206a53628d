import type { Kind } from '../kind';
import { here, town } from '../may';

export const kind: Kind = {
  owner: { whose: 'village', by: 'villageId' },
  // Of themselves everybody is told whether they stand there, and of nobody else.
  readers: { may: { cadre: here, supervisor: here, ...town }, insiders: [], outsiders: [] },
  freeText: 'none',
  compared: {
    elsewhere: 'what is entered against what is read, and what is erased: actions/people/rolls',
  },
};
