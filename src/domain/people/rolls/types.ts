import type { RollBase, RollKind } from '../../../contracts/rolls';
import type { Agreed } from '../types';

export type { RollBase, RollKind };

export type RollState = 'proposed' | 'confirmed' | 'refused' | 'withdrawn';

/** All that everybody may know of who stands on a roll. */
export type RollCounts = {
  people: number;
  /** Of them whom the register does not know. */
  named: number;
  /** Of the representatives' roll: who is there by an office of the committee. */
  committee: number;
  /** Of the representatives' roll: women among the representatives. */
  women: number;
  /** Of the delegates' roll: households that the village had when it was entered. */
  households: number | null;
};

/** `rolls/{rollId}`: whom the law counts by from a day on; the id is that of its command. */
export type Roll = RollCounts & {
  rollId: string;
  villageId: string;
  kind: RollKind;
  state: RollState;
  /** The first day it is counted by; nothing of it changes once it is confirmed. */
  fromDay: string;
  cites: string;
  /** How many documents its lines lie in; none of one that came to nothing. */
  pages: number;
  proposed: Agreed;
  settled: Agreed | null;
  /** What the second had to say; a no says why. */
  reason: string | null;
  /** The order of a list, by the server's clock: when it was settled, else entered. */
  turn: string;
};

/** Somebody on a roll; of who stands in the register its line says the name. */
export type RollLine = {
  memberId: string | null;
  /** Of who stands in no register. */
  name: string | null;
  /** As of the day it was entered. */
  householdNumber: number | null;
  woman?: true;
  /** There by an office of the village committee. */
  committee?: true;
};

/** `roll-pages/{rollId}.{page}`: lines of a roll, written once; a part of them a document. */
export type RollPage = {
  pageId: string;
  rollId: string;
  villageId: string;
  page: number;
  lines: RollLine[];
  atMs: number;
};
