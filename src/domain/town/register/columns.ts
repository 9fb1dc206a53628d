import type { Cell, Problem } from './types';

/** The headings of the register, in the words clerks know. */
export const registerHeadings = {
  village: '嘎查村',
  number: '户号',
  head: '户主',
  name: '姓名',
  relation: '与户主关系',
  gender: '性别',
  birthYear: '出生年份',
  phone: '手机号',
  job: '身份',
  relatives: '村内近亲',
  residence: '常住类型',
  note: '备注',
} as const;

export type RegisterColumn = keyof typeof registerHeadings;
export type ColumnPlaces = Record<RegisterColumn, number>;

const columns = Object.keys(registerHeadings) as RegisterColumn[];

function headingOf(cell: Cell | undefined): string {
  return String(cell ?? '').replace(/\s/g, '');
}

/**
 * Without headings the first row is a person: then nothing of it is repeated, because problems are
 * kept in the command log.
 */
function looksLikeHeadings(given: readonly string[]): boolean {
  return columns.filter((column) => given.includes(registerHeadings[column])).length > 2;
}

function headingsAreMissing(): Problem {
  const headings = Object.values(registerHeadings).join('、');
  return { row: 1, column: '表头', message: `第一行要写:${headings}。人从第二行写起。` };
}

/**
 * Finds each column by its heading. A column nobody asked for is a problem, not ignored: it may
 * hold id numbers or illnesses, which must not even be uploaded.
 */
export function findColumns(headings: readonly Cell[]): {
  places: ColumnPlaces;
  problems: Problem[];
} {
  const given = headings.map(headingOf);
  const problems: Problem[] = [];
  const places = {} as ColumnPlaces;
  if (!looksLikeHeadings(given)) return { places, problems: [headingsAreMissing()] };
  for (const column of columns) {
    const heading = registerHeadings[column];
    places[column] = given.indexOf(heading);
    const count = given.filter((each) => each === heading).length;
    if (count === 0) {
      problems.push({ row: 1, column: heading, message: `第一行少了“${heading}”这一列。请补上。` });
    }
    if (count > 1) {
      problems.push({ row: 1, column: heading, message: `“${heading}”有 ${count} 列。只留一列。` });
    }
  }
  const known = new Set<string>(Object.values(registerHeadings));
  for (const heading of given) {
    if (heading === '' || known.has(heading)) continue;
    const column = heading.slice(0, 20);
    const message = `用不着“${column}”这一列。请删掉,身份证号、病情、收入都不要写。`;
    problems.push({ row: 1, column, message });
  }
  return { places, problems };
}
