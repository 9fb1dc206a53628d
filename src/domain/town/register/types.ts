import type { Agreed, Household, Member, RegisterJob, Residence } from '../../people/types';

/** A cell as a spreadsheet reader gives it. */
export type Cell = string | number | boolean | Date | null;

/** A row that says something; numbered from 1 as the spreadsheet shows it. */
export type TableRow = {
  row: number;
  cells: readonly Cell[];
  /** By hand or by a filter. */
  isHidden?: boolean;
};

/** What stands in a file, before anybody knows which column is which. Merged cells are filled. */
export type Table = {
  rows: readonly TableRow[];
  /** Cells that calculate; columns count from 0. */
  formulas: readonly { row: number; column: number }[];
  hiddenColumns: readonly number[];
  /** Null where a file holds no more than one, as CSV does. */
  sheet: { name: string; others: readonly string[]; hidden: readonly string[] } | null;
};

/** What is wrong where, for a clerk: `column` is its heading, `at` its place if that is known. */
export type Problem = { row: number; column: string; message: string; at?: number };

/** A problem with its cell as the spreadsheet names it: `C5`. */
export type LocatedProblem = { row: number; column: string; cell: string; message: string };

/**
 * One row of the register: one person. What no column of the file says is undefined: then what
 * stands in the register stays.
 */
export type RegisterLine = {
  row: number;
  villageName: string;
  householdNumber: number;
  headName: string;
  name: string;
  relation: string;
  birthYear: number;
  phone: string | null | undefined;
  job: RegisterJob | undefined;
  relativeNumbers: number[] | undefined;
  residence: Residence | undefined;
};

/** A row of somebody under 18: that there is somebody is all that is read of it. */
export type MinorLine = Pick<RegisterLine, 'row' | 'villageName' | 'householdNumber'> & {
  isHead: boolean;
};

/** A row with a problem, as far as it can be read: what follows from it is no other problem. */
export type BrokenLine = Pick<RegisterLine, 'row' | 'villageName' | 'householdNumber' | 'name'> & {
  /** Says so, or has a name that nobody can read. */
  mayBeHead: boolean;
};

/** The people of a file and what is said of it; nothing is looked up yet. */
export type ReadRegister = {
  lines: readonly RegisterLine[];
  minors: readonly MinorLine[];
  broken: readonly BrokenLine[];
  problems: readonly Problem[];
  notes: readonly string[];
  /** Where each column stands, by its heading. */
  places: ReadonlyMap<string, number>;
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
  /** How many of its people are under 18; nothing else is kept of them. */
  minors: number;
};

/** What a register changes in whom a household names, beside what stood when it was read. */
export type KinChange = { added: number[]; gone: number[] };

/** What becomes of people, as far as somebody answered for it. */
export type HouseholdFates = {
  /** Rows that are somebody known, by another name or from another household. */
  knownAs: ReadonlyMap<number, string>;
  /** Whom it takes over, and from where. */
  comingFrom: readonly { memberId: string; householdId: string }[];
  /** Who is not of it any more. */
  gone: readonly string[];
  /** A wholly different family has its number now; the old one gets another. */
  replaces?: { householdId: string; number: number };
};

/** The lines of a household that come in. */
export type SortedHousehold = RegisterHousehold & { fates: HouseholdFates };

/** A household that is to be written, with what changes in its kinship. */
export type PlannedHousehold = SortedHousehold & { kin: KinChange };

/** What the database holds of a household. */
export type StoredHousehold = { household: Household; members: Member[] };

/** Ids for what is new, drawn before it is decided what is, and who brings it in. */
export type NewIds = {
  householdId: string;
  cardId: string;
  memberIds: readonly string[];
  by: Agreed;
};
