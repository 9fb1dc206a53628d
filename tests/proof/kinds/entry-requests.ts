import type { Kind } from '../kind';
import { here, town } from '../may';

export const kind: Kind = {
  owner: { whose: 'person', by: 'personId' },
  readers: { may: { cadre: here, supervisor: here, ...town }, insiders: [], outsiders: [] },
  freeText: {
    // One that nobody answers is kept for `unansweredJoin`.
    villageName: { kept: 'unansweredJoin' },
    'noes[].reason': { kept: 'answeredJoin' },
  },
  compared: {
    elsewhere: 'tests/actions/people/entry-requests: from asking to the line, or to the last no',
  },
};
