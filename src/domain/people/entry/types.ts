import type { Agreed, Residence } from '../types';

/**
 * `agreed`, `backed`: one person said yes, somebody else has to. `appealed`: whoever was refused
 * asked the supervisory committee, which says the last word: `entered` or `closed`.
 */
export type EntryRequestState =
  | 'waiting'
  | 'agreed'
  | 'refused'
  | 'appealed'
  | 'backed'
  | 'closed'
  | 'entered'
  | 'withdrawn';

/** Who said no, and why: whoever asked reads it. */
export type EntryNo = Agreed & { reason: string };

/**
 * `entry-requests/{villageId}.{personId}`: somebody who stands in no register asks to. Gone once
 * they are entered, when the line says the rest, or once they take it back.
 */
export type EntryRequest = {
  entryRequestId: string;
  villageId: string;
  villageName: string;
  personId: string;
  name: string;
  birthYear: number;
  residence: Residence;
  /** `YYYY-MM`. */
  sinceMonth: string;
  /** Where they live; null for a household to come. */
  householdId: string | null;
  householdNumber: number | null;
  /** Proven by WeChat; null where they gave none. */
  phone: string | null;
  namesShown: boolean;
  state: EntryRequestState;
  askedAtMs: number;
  /** Since when it stands as it does. */
  movedAtMs: number;
  /** The first of the two who enter it. */
  agreed: Agreed | null;
  /** The first no; after an appeal the second, which is the last. */
  noes: EntryNo[];
};
