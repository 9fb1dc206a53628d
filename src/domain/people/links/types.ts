import type { Agreed } from '../types';

/**
 * `objected`: an adult of the household says that they are not who they say; `proposed`: one of two
 * said what is to become of it; `cut`: the town took them out at once, and a second person looks
 * whether that was right. `stays` and `ended` are settled.
 */
export type LinkState = 'linked' | 'objected' | 'proposed' | 'cut' | 'stays' | 'ended';

/** By a number of the register, let in by two, or entered in the register by two. */
export type LinkedBy = 'number' | 'let-in' | 'entered';

/** How somebody came in; `two` is nobody where the number of the register did. */
export type CameIn = { how: LinkedBy; two: Agreed[] };

/** What one of two said is to become of it. */
export type LinkOpinion = { out: boolean; reason: string; by: Agreed };

/**
 * `links/{linkId}`: somebody joined as a line of the register. Kept for good, so that who let whom
 * in stays readable; the name is the line's.
 */
export type Link = {
  linkId: string;
  villageId: string;
  householdId: string;
  memberId: string;
  /** Null once they were erased. */
  personId: string | null;
  how: LinkedBy;
  /** The two who let them in; nobody where the number did. */
  two: Agreed[];
  linkedAtMs: number;
  state: LinkState;
  /** Since when it stands as it does. */
  movedAtMs: number;
  objection: { byPersonId: string; reason: string; atMs: number } | null;
  opinion: LinkOpinion | null;
  /** Who of the town took them out alone. */
  cutBy: Agreed | null;
  /** The number that stood on the line until then; gone once a second person has looked. */
  cutPhone: string | null;
  /** As whom the second settled it, and when. */
  settledBy: Agreed | null;
};
