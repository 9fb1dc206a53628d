import { plainText } from './cell-text';
import type { Headings } from './columns';
import { columnOf, isRenamed, registerHeadings } from './headings';
import { columnLetters } from './locate';
import type { MinorLine, Table, TableRow } from './types';

const mostRowsNamed = 30;

/** `3、5–9`, and `等` where they are too many. */
export function inRuns(rows: readonly number[]): string {
  const runs: [from: number, to: number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else runs.push([row, row]);
  }
  const named = runs.slice(0, mostRowsNamed).map(([from, to]) => {
    if (from === to) return `${from}`;
    return to === from + 1 ? `${from}、${to}` : `${from}–${to}`;
  });
  return `${named.join('、')}${runs.length > mostRowsNamed ? ' 等' : ''}`;
}

/** `第 3、5–9 行`: rows by the numbers that the spreadsheet shows. */
export const inRows = (rows: readonly number[]) => `第 ${inRuns(rows)} 行`;

const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join('、');
const when = (holds: boolean, note: () => string) => (holds ? [note()] : []);

function ofSheets({ sheet }: Table): string[] {
  if (!sheet) return [];
  const { name, others, hidden } = sheet;
  return [
    ...when(hidden.length > 0, () => `隐藏的表没有读:${quoted(hidden)}。`),
    ...when(others.length > 0, () => `只读了最前面的“${name}”,没有读:${quoted(others)}。`),
  ];
}

function columnsWithoutName({ words, row }: Headings, { rows }: Table): number[] {
  const found = new Set<number>();
  for (const { row: at, cells } of rows) {
    if (at <= row) continue;
    for (const [column, cell] of cells.entries()) {
      if ((words[column] ?? '') === '' && plainText(cell) !== '') found.add(column);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Columns that are missing, worded otherwise, hidden or without a name. */
function ofColumns(headings: Headings, table: Table): string[] {
  const { places, words } = headings;
  const meant = words.flatMap((word) => {
    const column = columnOf(word);
    if (column === null || column === 'serial') return [];
    return isRenamed(word, column) ? [`“${word}”当作${registerHeadings[column]}`] : [];
  });
  const missing = (['phone', 'job', 'relatives', 'residence'] as const)
    .filter((column) => places[column] === undefined)
    .map((column) => registerHeadings[column]);
  const nameless = columnsWithoutName(headings, table).map(columnLetters);
  const hidden = table.hiddenColumns.filter((at) => (words[at] ?? '') !== '');
  const hiddenNames = hidden.map((at) => `${columnLetters(at)} 列“${words[at]}”`);
  return [
    ...when(meant.length > 0, () => `${meant.join(',')}。`),
    ...when(places.head === undefined, () => '没有“户主”这一列:与户主关系写“户主”的人就是户主。'),
    ...when(
      missing.length > 0,
      () => `没有${quoted(missing)}:登记过的人照原来的;新来的人没有手机号和近亲,算居民、本村。`,
    ),
    ...when(nameless.length > 0, () => `${nameless.join('、')} 列没有列名,没有读。`),
    ...when(hidden.length > 0, () => `${hiddenNames.join('、')}在表里是隐藏的,也读了。`),
  ];
}

/** What happened to the rows below the headings. */
export type RowsRead = {
  people: readonly TableRow[];
  /** Headings again, sums and signatures. */
  skipped: readonly number[];
  minors: readonly MinorLine[];
  unsure: readonly number[];
};

function ofRows({ people, skipped, minors, unsure }: RowsRead): string[] {
  const hidden = people.filter(({ isHidden }) => isHidden).map(({ row }) => row);
  const under = minors.map(({ row }) => row).filter((row) => !unsure.includes(row));
  return [
    ...when(
      hidden.length > 0,
      () =>
        `${inRows(hidden)}是隐藏的或者被筛选掉的,一共 ${hidden.length} 行,里面的人也会收进来。` +
        '不要的请先删掉这些行。',
    ),
    ...when(skipped.length > 0, () => `${inRows(skipped)}不是人(表头、合计、签名这些),没有读。`),
    ...when(
      under.length > 0,
      () => `${inRows(under)}的 ${under.length} 个人不满 18 岁:只记每户有几个,姓名和别的都不收。`,
    ),
    ...when(
      unsure.length > 0,
      () =>
        `${inRows(unsure)}的 ${unsure.length} 个人今年满 18 岁,看不出满了没有,这次也没有收。` +
        '已经满了的,在备注里写“已满18岁”再交。',
    ),
  ];
}

/** What a clerk should know before the people come in, beside what is wrong. */
export function notesOf(table: Table, headings: Headings, rows: RowsRead): string[] {
  return [...ofSheets(table), ...ofColumns(headings, table), ...ofRows(rows)];
}
