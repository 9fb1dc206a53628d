import { numberKey } from '../../people/household-number';
import { isSameName } from '../../people/names';
import { registerHeadings } from './columns';
import type { Problem, RegisterHousehold, RegisterLine } from './types';

type VillageIds = ReadonlyMap<string, string>;

/** Sentences name rows, not people: they are kept in the command log. */
const problem = (row: number, column: keyof typeof registerHeadings, message: string): Problem => ({
  row,
  column: registerHeadings[column],
  message,
});

function checkVillages(lines: readonly RegisterLine[], villages: VillageIds): Problem[] {
  return lines
    .filter((line) => !villages.has(line.villageName))
    .map(({ row }) =>
      problem(row, 'village', '还没有开通这个嘎查村。请先开通,或改成开通时的名字。'),
    );
}

/** Far more than any family; each row is compared with those above it. */
const mostInAHousehold = 100;

/** Rows of a household must agree: two different heads are two households under one number. */
function checkHousehold({ lines, number }: RegisterHousehold): Problem[] {
  const problems: Problem[] = [];
  const [first] = lines;
  if (!first) return problems;
  if (lines.length > mostInAHousehold) {
    const message = `${number}号户超过 ${mostInAHousehold} 人。户号多半写错了,请核对。`;
    return [problem(first.row, 'number', message)];
  }
  for (const [index, line] of lines.entries()) {
    if (line.headName !== first.headName) {
      const message = `${number}号户有两个户主:这里和第 ${first.row} 行写的不一样。户号重了,请改。`;
      problems.push(problem(line.row, 'number', message));
    }
    const twin = lines.slice(0, index).find((earlier) => isSameName(earlier.name, line.name));
    if (twin) {
      const message = `这个人在${number}号户里写了两次(还有第 ${twin.row} 行)。请删掉一行。`;
      problems.push(problem(line.row, 'name', message));
    }
  }
  if (!lines.some((line) => isSameName(line.name, first.headName))) {
    const message = `${number}号户没有户主本人的一行。请补上。`;
    problems.push(problem(first.row, 'head', message));
  }
  return problems;
}

function collect(lines: readonly RegisterLine[], villages: VillageIds): RegisterHousehold[] {
  const households = new Map<string, RegisterHousehold>();
  for (const line of lines) {
    const villageId = villages.get(line.villageName);
    if (!villageId) continue;
    const key = numberKey(villageId, line.householdNumber);
    const known = households.get(key) ?? {
      key,
      villageId,
      villageName: line.villageName,
      number: line.householdNumber,
      relativeNumbers: [],
      lines: [],
    };
    known.lines.push(line);
    known.relativeNumbers = [...new Set([...known.relativeNumbers, ...line.relativeNumbers])];
    households.set(key, known);
  }
  return [...households.values()];
}

/** Kinship holds both ways, although clerks often write it on one side only. */
function namedFromBothSides(households: readonly RegisterHousehold[]): RegisterHousehold[] {
  const named = new Map<string, Set<number>>();
  const add = (key: string, number: number) => {
    named.set(key, (named.get(key) ?? new Set()).add(number));
  };
  for (const { key, villageId, number, relativeNumbers } of households) {
    for (const relative of relativeNumbers) {
      add(key, relative);
      add(numberKey(villageId, relative), number);
    }
  }
  return households.map((household) => ({
    ...household,
    relativeNumbers: [...(named.get(household.key) ?? [])].sort((a, b) => a - b),
  }));
}

/**
 * Puts the rows of each household together.
 * @param villages ids by the names of the villages that are open
 */
export function groupHouseholds(
  lines: readonly RegisterLine[],
  villages: VillageIds,
): { households: RegisterHousehold[]; problems: Problem[] } {
  const households = namedFromBothSides(collect(lines, villages));
  const problems = [...checkVillages(lines, villages), ...households.flatMap(checkHousehold)];
  // Left out of the plan: a problem stops the import, and looking through them takes too long.
  const fitting = households.filter((each) => each.lines.length <= mostInAHousehold);
  return { households: fitting, problems };
}
