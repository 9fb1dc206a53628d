import type { Kind } from '../kind';

export const kind: Kind = {
  owner: { whose: 'village', by: 'villageId' },
  readers: {
    may: {},
    insiders: [],
    // Marks, no names: enough to draw again. Which record a mark stands for is nobody's to read.
    outsiders: [
      'month seedHash frozenAtMs drawDay',
      'pool[]: mark',
      'draw: seed nightHash night',
      'found: holds wrong',
    ],
  },
  freeText: 'none',
  compared: { elsewhere: 'the model counts what was drawn with each commit of the job' },
};
