import type { Kind } from '../kind';

export const kind: Kind = {
  owner: { whose: 'person', by: 'personId' },
  readers: { may: {}, insiders: [], outsiders: [] },
  freeText: 'none',
  compared: { elsewhere: 'what is claimed of them is compared: photos and imports' },
};
