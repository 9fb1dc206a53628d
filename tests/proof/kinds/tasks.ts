import type { Kind } from '../kind';
import { here, town } from '../may';

export const kind: Kind = {
  owner: { whose: 'village', by: 'villageId' },
  readers: {
    may: { cadre: here, supervisor: here, ...town, 'town-staff': 'ok', discipline: 'ok' },
    insiders: [],
    outsiders: [],
  },
  // Titles are made of numbers and of words of the catalogue.
  freeText: 'none',
  compared: {
    elsewhere:
      'what waits follows from records, join requests, orders, freezes and acts: invariants',
  },
};
