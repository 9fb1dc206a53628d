import type { Kind } from '../kind';

export const kind: Kind = {
  owner: { whose: 'person', by: '_id' },
  readers: { may: {}, insiders: [], outsiders: [] },
  freeText: 'none',
  compared: { elsewhere: 'guesses of a day: the rules of join and found-town count them' },
};
