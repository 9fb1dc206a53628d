import type { Kind } from '../kind';

export const kind: Kind = {
  owner: { whose: 'nobody', because: 'whose it was is forgotten with the night’s work' },
  readers: { may: {}, insiders: [], outsiders: [] },
  freeText: 'none',
  compared: { elsewhere: 'what the night leaves of them: the model of erase-expired' },
};
