import { entryFrom } from '../../simulation/histories/model/state-of-people';
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
    stored: (document) => entryFrom(document as never),
    model: (model, id) => model.entries.get(id),
    all: (model) => model.entries.keys(),
  },
};
