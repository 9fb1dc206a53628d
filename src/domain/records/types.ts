import type { RecordState } from '../../contracts/records';
import type { ByProxy } from '../people/types';
import type { Deed } from '../scheme/types';

export type { RecordState };

/** In which capacity somebody moves a record; from it come the timeline and the buttons. */
export type Actor =
  | 'declarer'
  | 'cadre'
  | 'supervisor'
  | 'town-admin'
  | 'panel'
  | 'villager'
  | 'timer';

/** One line of a record's history; the person stays in the document and is never shown. */
export type RecordStep = {
  action: string;
  by: Actor;
  personId: string | null;
  atMs: number;
  state: RecordState;
  reason: string | null;
};

/** Somebody who may be drawn: the public sees the mark, made by a key, never the person. */
export type Lot = {
  personId: string;
  mark: string;
  /** Of the household or near it: keeps their place in the order and has no vote on it. */
  near: boolean;
};

/** Somebody of the panel who may not be drawn for this record. */
export type LeftOut = {
  mark: string;
  /** Recorded or decided on it, lives with or near who did, or was drawn and did not vote. */
  why: 'involved' | 'kin-of-involved' | 'away';
};

/**
 * Who may be drawn the next morning: public, and not to be changed, before the night whose seals
 * are mixed in. The hash of the seed stands on the record since it was recorded.
 */
export type FrozenPool = {
  pool: Lot[];
  leftOut: LeftOut[];
  frozenAtMs: number;
  /** The draw of a panel that did not decide in time and is replaced. */
  previous: Draw | null;
};

/** The panel's draw, which anyone can redo from what is published. */
export type Draw = FrozenPool & {
  seed: string;
  /** The day whose seals were mixed in: `nights/{day}`. */
  night: string;
  nightHash: string;
  panel: string[];
  /** Who stepped aside since, in their order. */
  aside?: string[];
  drawnAtMs: number;
};

export type Vote = { personId: string; agree: boolean; reason: string | null; atMs: number };

/** What the supervisory committee found when it looked again. */
export type RecheckOutcome = 'holds' | 'wrong' | 'unclear';
export type RecheckResult = RecheckOutcome | 'waiting';

/** Who looked, and what they wrote, stands with the steps. */
export type RecheckAsked = { month: string; askedAtMs: number; outcome: RecheckOutcome | null };

/** `records/{recordId}`: a deed on its way to the account; the id is the command's. */
export type DeedRecord = {
  recordId: string;
  /** Where it was recorded with others as one deed; its note and photos then lie there. */
  activityId?: string;
  villageId: string;
  householdId: string;
  householdNumber: number;
  /** Masked: `张*`. */
  householdName: string;
  recorderId: string;
  /** Where somebody declared it for the household; they are then the recorder. */
  byProxy?: ByProxy;
  byCadre: boolean;
  itemId: string;
  itemName: string;
  fieldId: string;
  householdHidden: boolean;
  schemeVersion: number;
  /** How the points came about, a sentence. */
  standardText: string;
  /** How the points fall and what the caps leave, a sentence. */
  capText: string;
  /** The item has a cap for all years; then its use stands in `allowances/{household}.once`. */
  onceOnly: boolean;
  /** Outside the quarter's cap. */
  onceInALife?: true;
  purse: 'both' | 'honour';
  day: string;
  units: number | null;
  levelName: string | null;
  /** What the deed is worth: all of it is honour. */
  points: number;
  /** Of it so many can be spent too: what the caps left when it was recorded. */
  spendable: number;
  note: string | null;
  photos: string[];
  location: NonNullable<Deed['location']> | null;
  /** Holds a photo, a note or a place that is still to be erased when its time is over. */
  evidenceHeld: boolean;
  state: RecordState;
  /** Not ended yet. */
  open: boolean;
  recordedAtMs: number;
  /** Households of who recorded and who decided on it, and their near relatives'. */
  involvedIds: string[];
  seedHash: string;
  /** The same deed was drawn for before: those judge it again. */
  againOf?: string;
  /** While it waits for its draw, and the day on whose morning that falls. */
  frozen: FrozenPool | null;
  drawDay: string | null;
  draw: Draw | null;
  votes: Vote[];
  noticeId: string | null;
  noticeOpenedAtMs: number | null;
  closesAtMs: number | null;
  objectorId: string | null;
  /** Where somebody objected for a household; they are then the objector. */
  objectedByProxy?: ByProxy & { householdId: string };
  objectedAtMs: number | null;
  /** To the last objection: for the board to show, as long as it does; never who objected. */
  answer?: { upheld: boolean; reason: string };
  answeredAtMs?: number;
  postedAtMs: number | null;
  /** `2026-11`: missing where it posted before this was kept; then it is not looked at again. */
  postedMonth?: string;
  /** It was drawn to be looked at again. */
  recheck?: RecheckAsked;
  /** `waiting`: posted as honour only until funds and stock can back the spendable points. */
  spendableState: 'none' | 'waiting' | 'posted';
  /** When they posted; missing in what posted before this was kept. */
  spendablePostedAtMs?: number;
  steps: RecordStep[];
};

/**
 * `activities/{activityId}`: one deed of many households, told once. Each household has its record,
 * with its own caps, objection and posting; what shows the deed lies here alone. The id is the
 * command's.
 */
export type Activity = {
  activityId: string;
  villageId: string;
  recorderId: string;
  itemId: string;
  itemName: string;
  householdHidden: boolean;
  schemeVersion: number;
  day: string;
  units: number | null;
  levelId: string | null;
  /** Of each household. */
  points: number;
  /** How the points came about, a sentence. */
  standardText: string;
  note: string | null;
  photos: string[];
  /** Holds a photo or a note that is still to be erased when its time is over. */
  evidenceHeld: boolean;
  /** As they were chosen. */
  householdIds: string[];
  /** `recording`: cut off, or under way; the same command takes it up again. */
  state: 'recording' | 'recorded';
  /** Which of the chosen have no record, and why; once all are through. */
  left: { householdId: string; code: string }[];
  recordedAtMs: number;
};

/**
 * `photos/{sha256 of the picture without its metadata}`: one photo, one record, or one activity.
 */
export type PhotoClaim = { recordId: string } | { activityId: string };

export type NoticeOutcome = 'standing' | 'objected' | 'upheld' | 'posted';

export type NoticeLine = {
  recordId: string;
  itemName: string;
  points: number;
  spendable: number;
  day: string;
  householdId: string;
  householdNumber: number;
  householdHidden: boolean;
  outcome: NoticeOutcome;
};

/** `notices/{noticeId}`: `open` until every line has ended, also after its last day. */
export type Notice = {
  noticeId: string;
  villageId: string;
  state: 'open' | 'closed';
  /**
   * Some line stands: something posts when the notice has ended. The job finds its work by this, so
   * that no number of unanswered objections can hide what is due from it.
   */
  toPost: boolean;
  openedAtMs: number;
  closesAtMs: number;
  openedBy: string;
  lines: NoticeLine[];
};
