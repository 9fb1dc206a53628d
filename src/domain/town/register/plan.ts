import type { Household } from '../../people/types';
import { relativesAreInTheRegister, supervisorsAreNoRelativesOfTheCommittee } from './check-kin';
import { findColumns } from './columns';
import { groupHouseholds } from './group';
import { kinChange } from './kinship';
import { mergeHousehold } from './merge';
import { isBlankRow, readLine } from './read-line';
import type {
  Cell,
  PlannedHousehold,
  Problem,
  RegisterHousehold,
  RegisterLine,
  StoredHousehold,
} from './types';

/** A clerk puts right a screenful at a time; more would only frighten. */
export const mostProblemsShown = 100;

export type RegisterCounts = {
  households: number;
  members: number;
  newHouseholds: number;
  changedHouseholds: number;
};

export type RegisterPlan = {
  counts: RegisterCounts;
  problems: Problem[];
  /** Households of the file that are new or differ from what is stored. */
  toWrite: PlannedHousehold[];
};

/**
 * Reads the sheet's rows; nothing is looked up yet.
 * @param rows the first holds the headings
 */
export function readLines(
  rows: readonly (readonly Cell[])[],
  thisYear: number,
): { lines: RegisterLine[]; problems: Problem[] } {
  const { places, problems } = findColumns(rows[0] ?? []);
  if (problems.length > 0) return { lines: [], problems };
  const lines: RegisterLine[] = [];
  for (const [index, cells] of rows.entries()) {
    if (index === 0 || isBlankRow(cells)) continue;
    const read = readLine(cells, index + 1, places, thisYear);
    problems.push(...read.problems);
    if (read.line) lines.push(read.line);
  }
  if (lines.length === 0 && problems.length === 0) {
    problems.push({ row: 2, column: '', message: '表里一个人也没有。请从第二行起一人一行填好。' });
  }
  return { lines, problems };
}

/** A relative outside the file who names a household within it stays its relative. */
function withKinFromOutside(
  households: readonly RegisterHousehold[],
  stored: ReadonlyMap<string, StoredHousehold>,
): RegisterHousehold[] {
  const inFile = new Set(households.map((household) => household.householdId));
  const outside = [...stored.values()]
    .map(({ household }) => household)
    .filter((household) => !inFile.has(household.householdId));
  const naming = new Map<string, number[]>();
  for (const { villageId, number, relativeNumbers } of outside) {
    for (const relative of relativeNumbers) {
      const id = `${villageId}-${relative}`;
      naming.set(id, [...(naming.get(id) ?? []), number]);
    }
  }
  return households.map((household) => {
    const numbers = [...household.relativeNumbers, ...(naming.get(household.householdId) ?? [])];
    const relativeNumbers = [...new Set(numbers)].sort((a, b) => a - b);
    return { ...household, relativeNumbers };
  });
}

/**
 * Says what importing would do; decides nothing by itself and writes nothing.
 * @param villages ids by name of the villages that are open
 * @param stored what the database holds of these villages, by household id
 */
export function planRegister(
  { lines, problems: found }: { lines: readonly RegisterLine[]; problems: readonly Problem[] },
  villages: ReadonlyMap<string, string>,
  stored: ReadonlyMap<string, StoredHousehold>,
): RegisterPlan {
  const grouped = groupHouseholds(lines, villages);
  const households = withKinFromOutside(grouped.households, stored);
  const merged = households.map((household) => ({
    household,
    merged: mergeHousehold(household, stored.get(household.householdId) ?? null),
  }));
  const after = new Map<string, Household>();
  for (const [id, { household }] of stored) after.set(id, household);
  for (const each of merged) after.set(each.household.householdId, each.merged.household);
  const problems = [
    ...found,
    ...grouped.problems,
    ...relativesAreInTheRegister(households, after),
    ...supervisorsAreNoRelativesOfTheCommittee(households, after),
  ].sort((a, b) => a.row - b.row);
  const changed = merged.filter((each) => each.merged.changed);
  const isNew = (each: (typeof merged)[number]) => each.merged.isNew;
  return {
    counts: {
      households: households.length,
      members: lines.length,
      newHouseholds: changed.filter(isNew).length,
      changedHouseholds: changed.filter((each) => !isNew(each)).length,
    },
    problems,
    toWrite: changed.map(({ household }) => {
      const before = stored.get(household.householdId)?.household.relativeNumbers ?? [];
      return { ...household, kin: kinChange(before, household.relativeNumbers) };
    }),
  };
}
