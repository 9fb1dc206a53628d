import type { Kind } from '../kind';

export const kind: Kind = {
  owner: { whose: 'nobody', because: 'the hash of a code; whom it is for says its act' },
  // Nobody reads it: it is looked up by the hash of what somebody brings.
  readers: { may: {}, insiders: [], outsiders: [] },
  freeText: 'none',
  compared: { elsewhere: 'actions/people/invitations: each end of a code, once' },
};
