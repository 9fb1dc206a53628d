import { shownText } from './cell-text';
import {
  columnOf,
  neededColumns,
  type RegisterColumn,
  registerColumns,
  registerHeadings,
} from './headings';
import type { Problem, Table, TableRow } from './types';

export type ColumnPlaces = Partial<Record<RegisterColumn, number>>;

/** The row or two rows of headings, and what they say of each column. */
export type Headings = {
  /** The last of them; people stand below. */
  row: number;
  places: ColumnPlaces;
  /** What each column is called here, `''` for one without a heading. */
  words: readonly string[];
};

/** Titles, dates and the like stand above the headings. */
const mostRowsAbove = 15;
/** Fewer words of a register are chance: a person's row may hold 户主. */
const fewestColumns = 3;

/** A heading over several columns belongs to each: 户主 over 姓名 is the head's name. */
function wordOf(upper: string, lower: string): string {
  if (upper === lower || upper === '') return lower;
  if (lower === '') return upper;
  const both = `${upper}${lower}`;
  const column = columnOf(both);
  return column !== null && column !== columnOf(lower) ? both : lower;
}

function wordsOf(upper: TableRow | undefined, lower: TableRow): string[] {
  const length = Math.max(upper?.cells.length ?? 0, lower.cells.length);
  return Array.from({ length }, (_, at) =>
    wordOf(shownText(upper?.cells[at]), shownText(lower.cells[at])),
  );
}

function knownIn(words: readonly string[]): number {
  const known = words.map(columnOf).filter((column) => column !== null && column !== 'serial');
  return new Set(known).size;
}

/** Where the most columns are known; one row is taken before two that know no more. */
function headingRows(rows: readonly TableRow[]): { row: number; words: string[] } | null {
  let best: { row: number; words: string[]; known: number } | null = null;
  for (const [index, lower] of rows.slice(0, mostRowsAbove).entries()) {
    const above = rows[index - 1];
    const upper = above?.row === lower.row - 1 ? above : undefined;
    for (const words of [wordsOf(undefined, lower), wordsOf(upper, lower)]) {
      const known = knownIn(words);
      if (known >= fewestColumns && known > (best?.known ?? 0)) {
        best = { row: lower.row, words, known };
      }
    }
  }
  return best;
}

/**
 * Without headings the first row is a person: then nothing of it is repeated, because problems are
 * kept in the command log.
 */
function headingsAreMissing({ rows, sheet }: Table): Problem {
  const headings = Object.values(registerHeadings).join('、');
  const isOneOfMany = sheet !== null && sheet.others.length > 0;
  const where = isOneOfMany ? `最前面的表“${sheet.name}”里` : '';
  const move = isOneOfMany ? '请把户册那张表拖到最前面;' : '';
  const message = `${where}没有找到表头。${move}人的上面要有一行:${headings}。`;
  return { row: rows[0]?.row ?? 1, column: '表头', message, at: 0 };
}

function checkColumns({ row, places, words }: Headings): Problem[] {
  const problems: Problem[] = [];
  for (const column of registerColumns) {
    const heading = registerHeadings[column];
    const same = [...words.keys()].filter((at) => columnOf(words[at] ?? '') === column);
    if (same.length === 0 && neededColumns.includes(column)) {
      problems.push({ row, column: heading, message: `表头少了“${heading}”这一列。请补上。` });
    }
    const [first = 0, second] = same;
    if (second === undefined) continue;
    const named = same.map((at) => `“${words[at]}”`).join('、');
    const message = `“${heading}”有 ${same.length} 列:${named}。只留一列。`;
    problems.push({ row, column: heading, message, at: places[column] ?? first });
  }
  for (const [at, word] of words.entries()) {
    if (word === '' || columnOf(word) !== null) continue;
    const column = word.slice(0, 20);
    const message = `用不着“${column}”这一列。请删掉,身份证号、病情、收入都不要写。`;
    problems.push({ row, column, message, at });
  }
  return problems;
}

/**
 * Finds each column by its heading, under whatever titles, in one row or two. A column nobody asked
 * for is a problem, not ignored: it may hold id numbers or illnesses, which must not even be
 * uploaded.
 */
export function findColumns(table: Table): {
  headings: Headings | null;
  problems: Problem[];
} {
  const found = headingRows(table.rows);
  if (!found) return { headings: null, problems: [headingsAreMissing(table)] };
  const { row, words } = found;
  const places: ColumnPlaces = {};
  for (const [at, word] of words.entries()) {
    const column = columnOf(word);
    if (column !== null && column !== 'serial') places[column] ??= at;
  }
  const headings = { row, places, words };
  return { headings, problems: checkColumns(headings) };
}
