import type { Kind } from '../kind';
import { here, town } from '../may';

export const kind: Kind = {
  owner: { whose: 'person', by: 'personId' },
  readers: { may: { cadre: here, ...town }, insiders: [], outsiders: [] },
  freeText: {
    // One that nobody answers is kept for `unansweredJoin`.
    villageName: { kept: 'answeredJoin' },
  },
  compared: {
    stored: ({ state, memberId, personId }) => ({ state, memberId, personId }),
    model(model, id) {
      const request = model.requests.get(id);
      if (!request) return undefined;
      const { state, memberId, personId } = request;
      return { state, memberId, personId };
    },
    all: (model) => model.requests.keys(),
  },
};
