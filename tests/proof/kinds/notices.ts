import type { Kind } from '../kind';
import { here, town } from '../may';

export const kind: Kind = {
  owner: { whose: 'village', by: 'villageId' },
  readers: {
    may: { cadre: here, supervisor: here, ...town },
    insiders: ['lines[]: householdId householdNumber'],
    outsiders: [
      'noticeId villageId openedAtMs closesAtMs',
      'lines[]: recordId itemName points day outcome',
    ],
  },
  freeText: 'none',
  compared: { elsewhere: 'lines follow their records: the invariants of records' },
};
