import type { Household, Member, RegisterJob, Residence } from '../../people/types';

/** A cell as a spreadsheet reader gives it. */
export type Cell = string | number | boolean | Date | null;

/** What is wrong where, for a clerk; rows count from 1 as the spreadsheet shows them. */
export type Problem = { row: number; column: string; message: string };

/** One row of the register: one person. */
export type RegisterLine = {
  row: number;
  villageName: string;
  householdNumber: number;
  headName: string;
  name: string;
  relation: string;
  birthYear: number;
  phone: string | null;
  job: RegisterJob;
  relativeNumbers: number[];
  residence: Residence;
};

/** The rows of one household, with its relatives whichever side names them. */
export type RegisterHousehold = {
  /** `numberKey`: a register knows households by their numbers. */
  key: string;
  villageId: string;
  villageName: string;
  number: number;
  relativeNumbers: number[];
  lines: RegisterLine[];
};

/** What a register changes in whom a household names, beside what stood when it was read. */
export type KinChange = { added: number[]; gone: number[] };

/** A household that is to be written, with what changes in its kinship. */
export type PlannedHousehold = RegisterHousehold & { kin: KinChange };

/** What the database holds of a household. */
export type StoredHousehold = { household: Household; members: Member[] };

/** Ids for what is new, drawn before it is decided what is. */
export type NewIds = { householdId: string; cardId: string; memberIds: readonly string[] };
