import type { Kind } from '../kind';
import { town } from '../may';

export const kind: Kind = {
  owner: { whose: 'person', by: 'personId' },
  readers: { may: town, insiders: [], outsiders: [] },
  freeText: 'none',
  compared: { elsewhere: 'what a register brings in is compared: households and members' },
};
