import type { Kind } from '../kind';

export const kind: Kind = {
  owner: { whose: 'person', by: 'personId' },
  // Whoever sends the same command again gets its answer from here, and nobody else.
  readers: { may: {}, insiders: [], outsiders: [] },
  freeText: {
    'outcome.value.townName': {
      kept: { stays: 'what the town is called: the answer to whoever founded it' },
    },
  },
  compared: { elsewhere: 'each answer is compared with the command log, line by line' },
};
