export type SealLeaf = { householdId: string; sequence: number; headHash: string };

/** `seals/{villageId}.{day}`: account heads of one day; immutable, chained to the one before. */
export type Seal = {
  villageId: string;
  day: string;
  /** Counts a village's seals from 1, so that none can go missing unseen. */
  number: number;
  root: string;
  leaves: SealLeaf[];
  sealedAtMs: number;
  /** Of the seal before; of none, sixty-four zeros. */
  previousHash: string;
  /** The alarm two people settled by letting the books stand, where one came before this seal. */
  settledAlarm?: string;
  /** Over all of this but the leaves, which the root stands for. */
  hash: string;
  /** Of the hash, by the secret: who can write the database alone cannot make a seal. */
  signature: string;
};

/** Who settles an alarm: one of each, never the side that seals alone. */
export type AlarmSide = 'supervisor' | 'town';

/** `restored`: the books were put back; `kept`: looked into, they stand as they are now. */
export type AlarmOutcome = 'restored' | 'kept';

export type AlarmSignature = {
  side: AlarmSide;
  personId: string;
  outcome: AlarmOutcome;
  atMs: number;
};

/** `seal-alarms/{villageId}.{number}`: why a village was not sealed, until two people settle it. */
export type SealAlarm = {
  villageId: string;
  /** Counts a village's alarms from 1. */
  number: number;
  /** The day that was not sealed. */
  day: string;
  raisedAtMs: number;
  state: 'open' | 'settled';
  /** The seal that was changed, taken away or added; null where it is the books. */
  badSealDay: string | null;
  /** Households whose books do not go through the sealed head. */
  householdIds: string[];
  signatures: AlarmSignature[];
  /** By the secret, once settled: what lets the next seal be made over it. */
  signature: string | null;
};

/** The first entry of a household's book that is not as it should be. */
export type BookFault = { householdId: string; sequence: number };

/** Every book of a village looked through from its first entry, page by page, in one night. */
export type BookWalk = {
  day: string;
  /** The last household that was looked at; null at the beginning. */
  after: string | null;
  households: number;
  entries: number;
  faults: BookFault[];
};

/** `book-checks/{villageId}`: what the nightly walk through a village's books found. */
export type BookCheck = {
  townId: 'town';
  villageId: string;
  last: Omit<BookWalk, 'after'> | null;
  walk: BookWalk | null;
  /** Found before, looked into, and let stand by two people. */
  letStand: BookFault[];
};
