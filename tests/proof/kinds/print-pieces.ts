import type { Kind } from '../kind';

export const kind: Kind = {
  owner: { whose: 'person', by: 'personId' },
  readers: { may: {}, insiders: [], outsiders: [] },
  freeText: {
    base64: {
      kept: 'printedFile',
      unreached: 'packed within a file; what is written there stands in what it is made from',
    },
  },
  compared: { elsewhere: 'whoever had it printed gets it whole: tests/actions/town/printing' },
};
