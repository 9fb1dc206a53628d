import type { PublicStage } from '../security/public-stage';
import type { Move } from '../simulation/histories/moves/move';
import type { Call } from './call';
import type { May } from './may';
import type { ProofTown } from './town';

/** Fields of an answer, those below one path on one line: `records[]: points day`. */
export type FieldLines = readonly string[];

/** Whose things the answer holds, and what of it others than those it is for may see. */
export type Answers =
  /** The caller's own; each field they see of themselves. */
  | { apart: 'about-the-caller'; caller: FieldLines }
  /**
   * The same for everybody, or those of one place only. Outsiders live elsewhere or are unknown;
   * insiders live in the village, in another household, and see what outsiders see as well.
   */
  | { apart: 'same-for-all' | 'by-place'; outsiders: FieldLines; insiders: FieldLines };

export type Publishes = Answers & {
  /** Texts of the input that everybody will read; of commands always said, mostly none. */
  texts?: readonly string[];
  /** What strangers ask of it: wherever anybody, or any WeChat user, may call. */
  asked?: (stage: PublicStage) => unknown[];
};

/** Answered to those whom the card lets do it, and to nobody else. */
export const onlyThoseWhoMay = { apart: 'by-place', outsiders: [], insiders: [] } as const;

/** What people do with it in random histories. */
export type CardMove = {
  /** Picks a plausible wish, now and then a wrong one. */
  wish: Move;
  /** How often, beside the others; 1 unless told. */
  weight?: number;
  /** Answers that need what no history does: another proof makes them. */
  elsewhere?: readonly string[];
};

/**
 * All that the proofs must be told of one action. One file each, called as the action is, below
 * `actions/`; the index finds it. Written from the plan, never copied from what the action does.
 */
export type Card = {
  /** Brings a town of the proof to where the action can be done, and says the call that does it. */
  call: (town: ProofTown) => Promise<Call> | Call;
  /** In words, for whoever reads the table. */
  who: string;
  /** Who may and who may not; what is not said is denied. */
  may: May;
  publishes: Publishes;
  /** Of commands and runs: the move, or in words why no history needs one. */
  move?: CardMove | { none: string };
  /** What the call may cost in a village with a past: 10 % above what is reached. */
  costs: { requests: number; documents: number };
  /** Why it costs more when more has happened, where it does. */
  growsWithHistory?: string;
  /** Cut off, it holds its village or its job for so long: the next comes after it. */
  heldMs?: number;
  /**
   * Why its parts may come in another order once it was cut off. What they come to is then compared
   * a day later, when everything that goes by the day has been done after all of them.
   */
  inAnyOrder?: string;
};
