import { readChineseMobile } from '../../people/phone-number';
import type { RegisterJob, Residence } from '../../people/types';
import { type ColumnPlaces, type RegisterColumn, registerHeadings } from './columns';
import type { Cell, Problem, RegisterLine } from './types';

const jobs: Record<string, RegisterJob> = {
  '': 'resident',
  居民: 'resident',
  嘎查村委员会成员: 'cadre',
  监督委员会成员: 'supervisor',
  评议小组成员: 'panel',
};
const residences: Record<string, Residence> = {
  '': 'local',
  本村: 'local',
  外来长住: 'newcomer',
};

/** Older than anybody living: a wrong digit. */
const oldestYears = 130;

/** Control and invisible characters: they come from pasted text and hide what is compared. */
const invisibleCharacter = /[\p{Cc}\p{Cf}]/u;

type Need = (column: RegisterColumn, holds: boolean, message: string) => void;

function textOf(cell: Cell | undefined): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell ?? '')
    .replace(/[\n\r\t]/g, ' ')
    .trim();
}

/** Persons are asked for, so: Chinese or Latin letters and the dot of Mongolian names. */
function isPersonName(text: string): boolean {
  return /^[\p{Script=Han}A-Za-z·. ]{1,30}$/u.test(text);
}

function numbersIn(text: string): number[] | null {
  if (text === '') return [];
  const parts = text.split(/[,,、;;\s]+/).filter((part) => part !== '');
  if (!parts.every((part) => /^\d{1,4}$/.test(part) && Number(part) > 0)) return null;
  return [...new Set(parts.map(Number))].sort((a, b) => a - b);
}

/** Neither 性别 nor 备注 is kept: nothing in the product needs them (PIPL art. 6). */
function checkUnkept(text: (column: RegisterColumn) => string, need: Need): void {
  need('gender', ['男', '女'].includes(text('gender')), '性别写男或女。');
  need('note', text('note').length <= 100, '备注太长了,最多 100 个字。');
}

function checkNames(text: (column: RegisterColumn) => string, need: Need): void {
  need('village', text('village') !== '', '没有写嘎查村。');
  need('head', isPersonName(text('head')), '户主的姓名没有写,或者有不认得的字符。');
  need('name', isPersonName(text('name')), '姓名没有写,或者有不认得的字符。');
  need('relation', /^.{1,10}$/u.test(text('relation')), '与户主关系没有写;户主本人写“户主”。');
}

/** A blank row between households is no problem. */
export function isBlankRow(cells: readonly Cell[]): boolean {
  return cells.every((cell) => textOf(cell) === '');
}

/**
 * Reads one row of the register.
 * @param row as the spreadsheet counts, from 1
 * @returns the line, or null with what a clerk must put right
 */
export function readLine(
  cells: readonly Cell[],
  row: number,
  places: ColumnPlaces,
  thisYear: number,
): { line: RegisterLine | null; problems: Problem[] } {
  const problems: Problem[] = [];
  const need: Need = (column, holds, message) => {
    if (!holds) problems.push({ row, column: registerHeadings[column], message });
  };
  const text = (column: RegisterColumn) => textOf(cells[places[column]]);
  for (const column of Object.keys(registerHeadings) as RegisterColumn[]) {
    need(column, !invisibleCharacter.test(text(column)), '有看不见的字符。请删掉这一格重新打字。');
  }
  checkNames(text, need);
  checkUnkept(text, need);
  const number = /^0*([1-9]\d{0,3})$/.exec(text('number'))?.[1];
  need('number', number !== undefined, '户号写 1 到 9999 的数字。');
  const birthYear = /^\d{4}$/.test(text('birthYear')) ? Number(text('birthYear')) : 0;
  const yearFits = birthYear > thisYear - oldestYears && birthYear <= thisYear;
  need('birthYear', yearFits, `出生年份写四位数字,${thisYear} 年以前,比如 1980。`);
  const phone = readChineseMobile(text('phone'));
  need(
    'phone',
    phone !== null || text('phone') === '',
    '手机号写中国的(+86),1 开头的 11 位数字;没有,或者是外国的号,就空着。',
  );
  const job = jobs[text('job')];
  need('job', job !== undefined, `身份只能写${Object.keys(jobs).filter(Boolean).join('、')}。`);
  const residence = residences[text('residence')];
  need('residence', residence !== undefined, '常住类型写本村或外来长住。');
  const relatives = numbersIn(text('relatives'));
  need('relatives', relatives !== null, '村内近亲写户号,用逗号隔开,比如 5,12。');
  if (problems.length > 0 || !job || !residence || !relatives) return { line: null, problems };
  const line: RegisterLine = {
    row,
    villageName: text('village'),
    householdNumber: Number(number),
    headName: text('head'),
    name: text('name'),
    relation: text('relation'),
    birthYear,
    phone,
    job,
    relativeNumbers: relatives.filter((each) => each !== Number(number)),
    residence,
  };
  return { line, problems };
}
