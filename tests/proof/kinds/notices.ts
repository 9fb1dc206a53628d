import type { Kind } from '../kind';

export const kind: Kind = {
  owner: { whose: 'village', by: 'villageId' },
  readers: {
    may: {},
    // As long as it runs.
    insiders: ['lines[]: householdId householdNumber'],
    outsiders: [
      'noticeId villageId openedAtMs closesAtMs',
      'lines[]: recordId itemName points spendable day outcome',
    ],
  },
  freeText: 'none',
  compared: { elsewhere: 'lines follow their records: the invariants of records' },
};
