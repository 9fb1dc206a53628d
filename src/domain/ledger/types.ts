import type { Helped } from '../people/proxy';
import type { Freeze, SettledFreeze } from '../people/types';

/** Spendable points of one last day; oldest lots are spent first. */
export type Lot = {
  /** Last day they count, `YYYY-MM-DD`. */
  lastDay: string;
  free: number;
  held: number;
};

/** `accounts/{householdId}`: the one writer document of a household. */
export type Account = {
  townId: 'town';
  householdId: string;
  villageId: string;
  honour: number;
  spendable: number;
  held: number;
  lots: Lot[];
  sequence: number;
  headHash: string;
  /** The year the honour points count for; on the first day of the next they start anew. */
  honourYear: number;
  /** After the end of this day the timer has something to do here: a lapse or a new year. */
  dueDay: string;
  /** Where an adult of the household stopped its spending; missing where nobody did. */
  frozen?: Freeze;
  /** Who stopped it before, of the last thirty days: they wait until they stop it again. */
  settledFreezes?: SettledFreeze[];
  /** Who joined its household and was objected to: until two have settled it, nothing is spent. */
  disputed?: { linkId: string; atMs: number }[];
  /** Where its household is no more; missing as long as it is there. Its entries say the same. */
  ended?: EndedAccount;
};

/** `into`: whose account its points go to; null where its last member is gone. */
export type EndedAccount = { day: string; into: string | null };

/**
 * `split-out` and `split-in` stand in two accounts, as do `merge-out` and `merge-in`, and
 * `carry-out` and `carry-in`: what leaves the one arrives in the other.
 */
export type EntryKind =
  | 'open'
  | 'award'
  | 'hold'
  | 'release'
  | 'redeem'
  | 'lapse'
  | 'year-reset'
  | 'split-out'
  | 'split-in'
  | 'merge-out'
  | 'merge-in'
  | 'carry-out'
  | 'carry-in'
  | 'reverse'
  | 'end';

/** Why an entry stands: the record, order, date or other household behind it. */
export type Cause = {
  kind: 'record' | 'order' | 'date' | 'household';
  id: string;
  title: string;
  /** Version of the rule it was decided by; 0 where none applies. */
  ruleVersion: number;
  /** The plan's field an award counts for; of a reversal, where its quarter's totals lose it. */
  fieldId?: string;
  /** Plain sentences, so that a line explains itself without looking anything up. */
  why?: string[];
};

export type Purses = { honour: number; spendable: number; held: number };

/** `entries/{householdId}.{sequence}`: immutable. Amounts are changes, signed. */
export type Entry = Purses & {
  householdId: string;
  villageId: string;
  sequence: number;
  kind: EntryKind;
  lots: Lot[];
  /** The purses once this entry stands. */
  after: Purses;
  cause: Cause;
  atMs: number;
  /** `2026-Q4` of `atMs`: totals of a quarter are read by it. */
  quarter: string;
  previousHash: string;
  hash: string;
};

/** What a holder of points took from which lots, so that it can be given back the same way. */
export type LotShare = { lastDay: string; points: number };

export type LedgerChange = { account: Account; entries: Entry[] };

/** A record of a decision, as it stood then: `steps` of its way. */
export type DecidedRecord = {
  recordId: string;
  householdId: string;
  /** Null for what is posted before any notice's: it waited. */
  noticeId: string | null;
  /** Its spendable points post with it, or now. */
  backed: boolean;
  steps: number;
};

export type PostingDecision = {
  noticeIds: string[];
  /** In the order in which they are posted. */
  records: DecidedRecord[];
  /** Spendable points are left behind it. */
  waits: boolean;
};

/**
 * `posting-runs/{villageId}`: what is village-wide is decided once and written, and whoever comes
 * carries it out.
 */
export type PostingRun = {
  villageId: string;
  /** How many were made: one is written only behind that which its maker saw ended. */
  decisions: number;
  /** Null while none is being carried out. */
  decision: PostingDecision | null;
  /** Backed by an ended decision, which could not post them: they stay backed. */
  owed: DecidedRecord[];
  /** Some spendable points wait for money, or something was not done; the next run looks again. */
  waiting: boolean;
  ranAtMs: number;
};

export type Standing = { householdId: string; points: number; rank: number };

/** `rollups/{villageId}.{quarter}`: totals recomputed from entries, never the truth. */
export type Rollup = {
  villageId: string;
  quarter: string;
  households: number;
  householdsWithPoints: number;
  pointsIssued: number;
  redeemed: number;
  /** How many posted deeds were found wrong and taken back; missing in totals of before. */
  reversed?: number;
  byField: { fieldId: string; points: number }[];
  standings: Standing[];
  /** What of it was done for households that came without a phone. */
  helped: Helped;
  /**
   * The newest seal: with its hash nobody can take it away unseen. Signed, so that who can write
   * the database alone cannot say that an older one is the newest.
   */
  seal: { day: string; root: string; hash: string; accounts: number; signature?: string };
  madeAtMs: number;
};
