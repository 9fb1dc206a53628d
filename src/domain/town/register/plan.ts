import { sha256Hex } from '../../kernel/hash';
import { endedInWords } from '../../people/ended-household';
import { numberKey } from '../../people/household-number';
import type { Household, Member } from '../../people/types';
import { type ChangeAnswers, inOrderOfReading, type RegisterChange } from './changes';
import { relativesAreInTheRegister, supervisorsAreNoRelativesOfTheCommittee } from './check-kin';
import { groupHouseholds } from './group';
import { registerHeadings } from './headings';
import { kinChange } from './kinship';
import { locate } from './locate';
import { mergeHousehold } from './merge';
import type {
  HouseholdFates,
  LocatedProblem,
  NewIds,
  PlannedHousehold,
  Problem,
  ReadRegister,
  RegisterHousehold,
  SortedHousehold,
  StoredHousehold,
} from './types';
import { sortOut } from './who-is-who';

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

/** A number that no household has yet, or that a wholly different family has now. */
export type NewNumber = {
  villageId: string;
  number: number;
  replaces?: HouseholdFates['replaces'];
};

export type RegisterPlan = {
  counts: RegisterCounts;
  problems: LocatedProblem[];
  /** What a clerk should know before the people come in. */
  notes: readonly string[];
  /** What it changes, by name; what asks for an answer first. */
  changes: RegisterChange[];
  /** Stands for the changes: whoever says yes to them has seen these. */
  seen: string;
  /** The villages it is of, whether it changes anything there or not. */
  villageIds: string[];
  /** Numbers that no household has yet. */
  newHouseholds: NewNumber[];
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

function membersOf(stored: Stored, wanted: SortedHousehold['fates']['comingFrom']): Member[] {
  if (wanted.length === 0) return [];
  const ids = new Set(wanted.map(({ memberId }) => memberId));
  return [...stored.values()].flatMap(({ members }) =>
    members.filter(({ memberId }) => ids.has(memberId)),
  );
}

/** Those that are there, and apart from them those that have ended and only keep their number. */
function apart(stored: Stored) {
  const there = [...stored].filter(([, { household }]) => !household.ended);
  const over = [...stored].filter(([, { household }]) => household.ended);
  return { there: new Map(there), over: new Map(over) };
}

/** Nobody comes to live in a household that has ended, and its number names nobody else. */
function numbersOfThoseWhoEnded(households: readonly RegisterHousehold[], over: Stored): Problem[] {
  return households.flatMap(({ key, number, lines }) => {
    const ended = over.get(key)?.household.ended;
    if (!ended) return [];
    const next = ended.into === null ? '请另给一个号' : `请写到 ${ended.into}号户`;
    const message = `${endedInWords(number, ended)},这个号不再用。${next}。`;
    return [{ row: lines[0]?.row ?? 1, column: registerHeadings.number, message }];
  });
}

/** A plan writes nothing: what is new goes by its row until it has an id. */
function idsForNow({ key, lines }: RegisterHousehold): NewIds {
  const by = { personId: '', as: 'town-admin', atMs: 0 } as const;
  const memberIds = lines.map(({ row }) => `${key}.${row}`);
  return { householdId: key, cardId: key, memberIds, by };
}

const unsorted = (household: RegisterHousehold): SortedHousehold => {
  return { ...household, fates: { knownAs: new Map(), comingFrom: [], gone: [] } };
};

/** Nobody is a relative of a household that does not come in. */
function withoutKinLeftOut(
  households: readonly SortedHousehold[],
  all: readonly RegisterHousehold[],
  stored: Stored,
): SortedHousehold[] {
  const comesIn = new Set(households.map(({ key }) => key));
  const leftOut = new Set(
    all.flatMap(({ key }) => (comesIn.has(key) || stored.has(key) ? [] : [key])),
  );
  return households.map((household) => {
    const stays = (number: number) => !leftOut.has(numberKey(household.villageId, number));
    return { ...household, relativeNumbers: household.relativeNumbers.filter(stays) };
  });
}

/**
 * A relative outside the file who names a household within it stays its relative; where the file
 * says nothing of relatives, all stay.
 */
function withKinFromOutside(
  households: readonly SortedHousehold[],
  stored: Stored,
): SortedHousehold[] {
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
    // Those who name the number mean the family that had it.
    if (household.fates.replaces) return household;
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
 * @param known what the database holds of these villages, by `numberKey`
 * @param answers what a person said of changes that the file cannot tell
 */
export function planRegister(
  read: ReadRegister,
  villages: ReadonlyMap<string, string>,
  known: Stored,
  answers: ChangeAnswers = new Map(),
): RegisterPlan {
  const { there: stored, over } = apart(known);
  const grouped = groupHouseholds(read, villages);
  // What is wrong is put right first: until then nobody asks what it would change.
  const isReadable = read.problems.length + grouped.problems.length === 0;
  const sorted = isReadable
    ? sortOut(grouped.households, stored, answers)
    : { households: grouped.households.map(unsorted), changes: [], notes: [] };
  const comingIn = withoutKinLeftOut(sorted.households, grouped.households, stored);
  const households = withKinFromOutside(comingIn, stored);
  const numbersOf = kinNumbers(stored);
  const merged = households.map((household) => {
    const { replaces, comingFrom } = household.fates;
    const before = replaces ? null : (stored.get(household.key) ?? null);
    const kin = kinChange(numbersOf(before?.household), household.relativeNumbers);
    const kinNow = before?.household.relativeIds ?? [];
    const coming = membersOf(stored, comingFrom);
    const made = mergeHousehold(household, before, kinNow, idsForNow(household), coming);
    const changed = made.changed || kin.added.length + kin.gone.length > 0;
    return { household: { ...household, kin }, merged: { ...made, changed } };
  });
  const after = new Map<string, Household>();
  for (const [key, { household }] of stored) after.set(key, household);
  for (const each of merged) after.set(each.household.key, each.merged.household);
  const problems = [
    ...read.problems,
    ...grouped.problems,
    ...numbersOfThoseWhoEnded(grouped.households, over),
    ...relativesAreInTheRegister(households, after, grouped.brokenKeys),
    ...supervisorsAreNoRelativesOfTheCommittee(households, after),
  ];
  const changed = merged.filter((each) => each.merged.changed);
  const changes = inOrderOfReading(sorted.changes);
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
    notes: [...read.notes, ...sorted.notes],
    villageIds: [...new Set(grouped.households.map(({ villageId }) => villageId))],
    changes,
    seen: sha256Hex(JSON.stringify(changes)),
    newHouseholds: changed.filter(isNew).map(({ household: { villageId, number, fates } }) => ({
      ...{ villageId, number },
      ...(fates.replaces && { replaces: fates.replaces }),
    })),
    toWrite: changed.map(({ household }) => household),
  };
}
