import { numberKey } from '../../people/household-number';
import { bareName, isSameName } from '../../people/names';
import { registerHeadings } from './headings';
import type {
  BrokenLine,
  MinorLine,
  Problem,
  ReadRegister,
  RegisterHousehold,
  RegisterLine,
} from './types';

type VillageIds = ReadonlyMap<string, string>;

/** Sentences name rows, not people: they are kept in the command log. */
const problem = (row: number, column: keyof typeof registerHeadings, message: string): Problem => ({
  row,
  column: registerHeadings[column],
  message,
});

function checkVillages(
  lines: readonly (RegisterLine | MinorLine)[],
  villages: VillageIds,
): Problem[] {
  return lines
    .filter((line) => !villages.has(line.villageName))
    .map(({ row }) =>
      problem(row, 'village', '还没有开通这个嘎查村。请先开通,或改成开通时的名字。'),
    );
}

/** Far more than any family. */
const mostInAHousehold = 100;

/** Rows that are counted or wrong, which may be what a household seems to lack. */
type Beside = {
  brokenKeys: ReadonlySet<string>;
  brokenHeads: ReadonlySet<string>;
  brokenNames: ReadonlySet<string>;
  minorHeads: ReadonlySet<string>;
};

function checkHead({ key, lines, number }: RegisterHousehold, beside: Beside): Problem[] {
  const [first] = lines;
  const headName = first?.headName ?? '';
  const isHead = ({ name }: RegisterLine) => name === headName || isSameName(name, headName);
  if (!first || lines.some(isHead)) return [];
  if (beside.minorHeads.has(key)) {
    const message = `${number}号户的户主不满 18 岁,不能收。请把户主写成家里的一位成年人。`;
    return [problem(first.row, 'head', message)];
  }
  // Where the head's own row is wrong, that has been said.
  const isBroken = beside.brokenHeads.has(key) || beside.brokenNames.has(bareName(headName));
  const message = `${number}号户没有户主本人的一行。请补上。`;
  return isBroken ? [] : [problem(first.row, 'head', message)];
}

/** Rows of a household must agree: two different heads are two households under one number. */
function checkHousehold(household: RegisterHousehold, beside: Beside): Problem[] {
  const { lines, number } = household;
  const problems: Problem[] = [];
  const [first] = lines;
  if (!first) return problems;
  if (lines.length > mostInAHousehold) {
    const message = `${number}号户超过 ${mostInAHousehold} 人。户号多半写错了,请核对。`;
    return [problem(first.row, 'number', message)];
  }
  const earlier = new Map<string, RegisterLine>();
  for (const line of lines) {
    if (line.headName !== first.headName && !isSameName(line.headName, first.headName)) {
      const message = `${number}号户有两个户主:这里和第 ${first.row} 行写的不一样。户号重了,请改。`;
      problems.push(problem(line.row, 'number', message));
    }
    const name = bareName(line.name);
    const twin = earlier.get(name);
    if (!twin) earlier.set(name, line);
    else {
      const message = `这个人在${number}号户里写了两次(还有第 ${twin.row} 行)。请删掉一行。`;
      problems.push(problem(line.row, 'name', message));
    }
  }
  return [...problems, ...checkHead(household, beside)];
}

/** The account is a household's, and somebody grown up answers for it. */
function checkMinors(
  households: readonly RegisterHousehold[],
  minors: readonly MinorLine[],
  villages: VillageIds,
  { brokenKeys }: Beside,
): Problem[] {
  const withAdults = new Set([...households.map(({ key }) => key), ...brokenKeys]);
  const alone = new Map<string, MinorLine>();
  for (const minor of minors) {
    const key = keyOf(minor, villages);
    if (key && !withAdults.has(key) && !alone.has(key)) alone.set(key, minor);
  }
  return [...alone.values()].map(({ row, householdNumber }) =>
    problem(row, 'birthYear', `${householdNumber}号户没有成年人。请写上一位成年的户主。`),
  );
}

function keyOf(
  { villageName, householdNumber }: MinorLine | RegisterLine | BrokenLine,
  villages: VillageIds,
): string | null {
  const villageId = villages.get(villageName);
  return villageId ? numberKey(villageId, householdNumber) : null;
}

function collect(
  lines: readonly RegisterLine[],
  minors: readonly MinorLine[],
  villages: VillageIds,
): RegisterHousehold[] {
  const households = new Map<string, RegisterHousehold>();
  for (const line of lines) {
    const villageId = villages.get(line.villageName);
    const key = keyOf(line, villages);
    if (!villageId || !key) continue;
    const known = households.get(key) ?? {
      key,
      villageId,
      villageName: line.villageName,
      number: line.householdNumber,
      relativeNumbers: [],
      lines: [],
      minors: 0,
    };
    known.lines.push(line);
    const named = [...known.relativeNumbers, ...(line.relativeNumbers ?? [])];
    known.relativeNumbers = [...new Set(named)];
    households.set(key, known);
  }
  for (const minor of minors) {
    const household = households.get(keyOf(minor, villages) ?? '');
    if (household) household.minors += 1;
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
  { lines, minors, broken }: ReadRegister,
  villages: VillageIds,
): { households: RegisterHousehold[]; problems: Problem[]; brokenKeys: ReadonlySet<string> } {
  const households = namedFromBothSides(collect(lines, minors, villages));
  const keysOf = (rows: readonly (MinorLine | BrokenLine)[]) =>
    new Set(rows.flatMap((each) => keyOf(each, villages) ?? []));
  const beside: Beside = {
    brokenKeys: keysOf(broken),
    brokenHeads: keysOf(broken.filter(({ mayBeHead }) => mayBeHead)),
    brokenNames: new Set(broken.map(({ name }) => bareName(name))),
    minorHeads: keysOf(minors.filter(({ isHead }) => isHead)),
  };
  const problems = [
    ...checkVillages([...lines, ...minors], villages),
    ...households.flatMap((household) => checkHousehold(household, beside)),
    ...checkMinors(households, minors, villages, beside),
  ];
  return { households, problems, brokenKeys: beside.brokenKeys };
}
