import { numberKey } from '../../people/household-number';
import type { Household } from '../../people/types';
import { relativesAreInTheRegister, supervisorsAreNoRelativesOfTheCommittee } from './check-kin';
import { groupHouseholds } from './group';
import { kinChange } from './kinship';
import { locate } from './locate';
import { mergeHousehold } from './merge';
import type {
  LocatedProblem,
  NewIds,
  PlannedHousehold,
  ReadRegister,
  RegisterHousehold,
  StoredHousehold,
} from './types';

/** A clerk puts right a screenful at a time; more would only frighten. */
export const mostProblemsShown = 100;

export type RegisterCounts = {
  households: number;
  members: number;
  /** Under 18: counted with their households, not kept. */
  minors: number;
  newHouseholds: number;
  changedHouseholds: number;
};

export type RegisterPlan = {
  counts: RegisterCounts;
  problems: LocatedProblem[];
  /** What a clerk should know before the people come in. */
  notes: readonly string[];
  /** Numbers that no household has yet. */
  newHouseholds: { villageId: string; number: number }[];
  /** Households of the file that are new or differ from what is stored. */
  toWrite: PlannedHousehold[];
};

/** By `numberKey`. */
type Stored = ReadonlyMap<string, StoredHousehold>;

/** Says the numbers of a stored household's relatives, as a register names them. */
function kinNumbers(stored: Stored): (household: Household | undefined) => number[] {
  const all = [...stored.values()].map(({ household }) => household);
  const numbers = new Map(all.map(({ householdId, number }) => [householdId, number]));
  return (household) =>
    (household?.relativeIds ?? []).flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b);
}

/** A plan writes nothing: what is new goes by its row until it has an id. */
function idsForNow({ key, lines }: RegisterHousehold): NewIds {
  return { householdId: key, cardId: key, memberIds: lines.map(({ row }) => `${key}.${row}`) };
}

/**
 * A relative outside the file who names a household within it stays its relative; where the file
 * says nothing of relatives, all stay.
 */
function withKinFromOutside(
  households: readonly RegisterHousehold[],
  stored: Stored,
): RegisterHousehold[] {
  const inFile = new Set(households.map(({ key }) => key));
  const numbersOf = kinNumbers(stored);
  const naming = new Map<string, number[]>();
  for (const [key, { household }] of stored) {
    if (inFile.has(key)) continue;
    for (const relative of numbersOf(household)) {
      const named = numberKey(household.villageId, relative);
      naming.set(named, [...(naming.get(named) ?? []), household.number]);
    }
  }
  return households.map((household) => {
    const saysKin = household.lines.some(({ relativeNumbers }) => relativeNumbers !== undefined);
    const numbers = [
      ...household.relativeNumbers,
      ...(naming.get(household.key) ?? []),
      ...(saysKin ? [] : numbersOf(stored.get(household.key)?.household)),
    ];
    const relativeNumbers = [...new Set(numbers)].sort((a, b) => a - b);
    return { ...household, relativeNumbers };
  });
}

/**
 * Says what importing would do; decides nothing by itself and writes nothing.
 * @param villages ids by name of the villages that are open
 * @param stored what the database holds of these villages, by `numberKey`
 */
export function planRegister(
  read: ReadRegister,
  villages: ReadonlyMap<string, string>,
  stored: Stored,
): RegisterPlan {
  const grouped = groupHouseholds(read, villages);
  const households = withKinFromOutside(grouped.households, stored);
  const numbersOf = kinNumbers(stored);
  const merged = households.map((household) => {
    const before = stored.get(household.key) ?? null;
    const kin = kinChange(numbersOf(before?.household), household.relativeNumbers);
    const kinNow = before?.household.relativeIds ?? [];
    const made = mergeHousehold(household, before, kinNow, idsForNow(household));
    const changed = made.changed || kin.added.length + kin.gone.length > 0;
    return { household: { ...household, kin }, merged: { ...made, changed } };
  });
  const after = new Map<string, Household>();
  for (const [key, { household }] of stored) after.set(key, household);
  for (const each of merged) after.set(each.household.key, each.merged.household);
  const problems = [
    ...read.problems,
    ...grouped.problems,
    ...relativesAreInTheRegister(households, after, grouped.brokenKeys),
    ...supervisorsAreNoRelativesOfTheCommittee(households, after),
  ];
  const changed = merged.filter((each) => each.merged.changed);
  const isNew = (each: (typeof merged)[number]) => each.merged.isNew;
  return {
    counts: {
      households: households.length,
      members: read.lines.length,
      minors: read.minors.length,
      newHouseholds: changed.filter(isNew).length,
      changedHouseholds: changed.filter((each) => !isNew(each)).length,
    },
    problems: locate(problems, read.places),
    notes: read.notes,
    newHouseholds: changed
      .filter(isNew)
      .map(({ household: { villageId, number } }) => ({ villageId, number })),
    toWrite: changed.map(({ household }) => household),
  };
}
