import type { LifeChange, LifeKind, Relation } from '../../../contracts/life';
import type { Agreed } from '../types';

export type { LifeChange, LifeKind, Relation };
export type LifeEventState = 'proposed' | 'done' | 'refused' | 'withdrawn';

type Kept<Change> = Change extends { line: infer Line }
  ? Omit<Change, 'line'> & { line: Line | null }
  : Change;
/** As it is stored: who was to be entered is forgotten once that is decided. */
export type KeptChange = Kept<LifeChange>;

/** Of who had joined as the member then: whoever is found to be somebody else signed nothing. */
export type Signature = { memberId: string; personId: string; atMs: number };

/** `life-events/{lifeEventId}`: what happened to a household, by two people; kept for good. */
export type LifeEvent = {
  /** The command that entered it. */
  lifeEventId: string;
  villageId: string;
  /** Whose it is; the households it touches, whose people decide nothing of it, its own first. */
  householdId: string;
  householdIds: string[];
  /** As people called it then. */
  householdNumber: number;
  /** Whom it is about, if anybody: of a new line once it stands. */
  memberId: string | null;
  change: KeptChange;
  state: LifeEventState;
  proposed: Agreed;
  settled: Agreed | null;
  /** Who agreed to how points are divided, each on their own phone; missing before the first. */
  signed?: Signature[];
  /** What the second had to say; a no says why. */
  reason: string | null;
};
