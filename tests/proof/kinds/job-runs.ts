import type { Kind } from '../kind';
import { town } from '../may';

export const kind: Kind = {
  owner: { whose: 'town' },
  readers: { may: town, insiders: [], outsiders: [] },
  freeText: 'none',
  compared: { elsewhere: 'when jobs ran: tests/actions/jobs' },
};
