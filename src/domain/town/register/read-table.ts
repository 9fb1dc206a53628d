import { plainText } from './cell-text';
import { type ColumnPlaces, findColumns, type Headings } from './columns';
import { columnOf, type RegisterColumn, registerColumns, registerHeadings } from './headings';
import { notesOf } from './notes';
import { readLine } from './read-line';
import type {
  BrokenLine,
  Cell,
  MinorLine,
  Problem,
  ReadRegister,
  RegisterLine,
  Table,
  TableRow,
} from './types';

const textsOf = (cells: readonly Cell[]) => cells.map(plainText).filter((text) => text !== '');

/** Long tables have their headings on each page; official forms number their columns. */
function isHeadings(cells: readonly Cell[], places: ColumnPlaces): boolean {
  const again = registerColumns.filter((column) => {
    const at = places[column];
    return at !== undefined && columnOf(plainText(cells[at])) === column;
  });
  const numbers = [...cells.keys()].filter((at) => plainText(cells[at]) !== '');
  const isNumbered = numbers.every((at, index) => plainText(cells[at]) === `${index + 1}`);
  return again.length > 2 || (numbers.length > 4 && isNumbered);
}

const sums = /^(?:合计|总计|小计|共计|总人数|总户数)/;
const signatures = /^(?:填表|填报|制表|审核|负责人|经办|说明|备注|注:|单位|日期)/;

/** Sums and signatures below the people, or one sentence over all columns. */
function isBelowThePeople(cells: readonly Cell[], places: ColumnPlaces): boolean {
  const texts = textsOf(cells);
  const [first = ''] = texts;
  const hasName = places.name !== undefined && plainText(cells[places.name]) !== '';
  const isOneSentence = new Set(texts).size === 1;
  return (
    sums.test(first) ||
    (signatures.test(first) && (!hasName || isOneSentence)) ||
    (isOneSentence && texts.length > 2)
  );
}

function formulaProblems({ formulas }: Table, words: readonly string[]): Problem[] {
  const message = '这一格是公式。请改成普通的文字或数字:复制这一格,再“选择性粘贴”成“数值”。';
  return formulas.map(({ row, column: at }) => {
    const known = columnOf(words[at] ?? '');
    const column = known && known !== 'serial' ? registerHeadings[known] : (words[at] ?? '');
    return { row, column, message, at };
  });
}

/** Where no column says whose the household is, it is whoever stands there as 户主. */
function withHeads(lines: readonly RegisterLine[]): RegisterLine[] {
  const keyOf = ({ villageName, householdNumber }: RegisterLine) =>
    `${householdNumber} ${villageName}`;
  const heads = lines.filter(({ relation }) => relation === '户主');
  const names = new Map([...heads].reverse().map((line) => [keyOf(line), line.name]));
  return lines.map((line) => {
    const headName = line.relation === '户主' ? line.name : (names.get(keyOf(line)) ?? '');
    return { ...line, headName };
  });
}

function placesByHeading({ places }: Headings): Map<string, number> {
  const entries = Object.entries(places) as [RegisterColumn, number][];
  return new Map(entries.map(([column, at]) => [registerHeadings[column], at]));
}

function readPeople(rows: readonly TableRow[], places: ColumnPlaces, today: string) {
  const lines: RegisterLine[] = [];
  const minors: MinorLine[] = [];
  const broken: BrokenLine[] = [];
  const problems: Problem[] = [];
  const unsure: number[] = [];
  for (const { row, cells } of rows) {
    const read = readLine({ cells, row, places, today });
    problems.push(...read.problems);
    if (read.line) lines.push(read.line);
    if (read.minor) minors.push(read.minor);
    if (read.broken) broken.push(read.broken);
    if (read.isUnsure) unsure.push(row);
  }
  return { lines, minors, broken, problems, unsure };
}

/**
 * Reads a sheet as the office keeps it.
 * @param today as `2026-11-30`
 */
export function readTable(table: Table, today: string): ReadRegister {
  const { headings, problems } = findColumns(table);
  const formulas = formulaProblems(table, headings?.words ?? []);
  const found = [...formulas, ...problems];
  if (!headings) {
    const nobody = { lines: [], minors: [], broken: [] };
    return { ...nobody, problems: found, notes: [], places: new Map() };
  }
  const { places, row } = headings;
  const known = placesByHeading(headings);
  const below = table.rows.filter((each) => each.row > row && textsOf(each.cells).length > 0);
  const isSkipped = ({ cells }: TableRow) =>
    isHeadings(cells, places) || isBelowThePeople(cells, places);
  const people = below.filter((each) => !isSkipped(each));
  const skipped = below.filter(isSkipped).map((each) => each.row);
  const read = readPeople(people, places, today);
  // Of a column that is missing it was said once.
  found.push(...read.problems.filter(({ column }) => known.has(column)));
  if (people.length === 0) {
    const message = '表里一个人也没有。请从表头下面一行起,一人一行填好。';
    found.push({ row: row + 1, column: '', message });
  }
  return {
    lines: places.head === undefined ? withHeads(read.lines) : read.lines,
    minors: read.minors,
    broken: read.broken,
    problems: found,
    notes: notesOf(table, headings, { people, skipped, ...read }),
    places: known,
  };
}
