import { isPersonName, tidyName } from '../../../contracts/name-text';
import { readHouseholdNumber } from '../../people/household-number';
import type { RegisterJob, Residence } from '../../people/types';
import { ageGroup, readBirth } from './birth';
import {
  foldVillage,
  holdsInvisible,
  plainText,
  shownText,
  turnsAround,
  visibleText,
} from './cell-text';
import type { ColumnPlaces } from './columns';
import { type RegisterColumn, registerHeadings } from './headings';
import { readPhone } from './read-phone';
import type { BrokenLine, Cell, MinorLine, Problem, RegisterLine } from './types';

const inOrder = <Value extends string>(words: Record<Value, string>) =>
  new Map(
    Object.entries<string>(words).flatMap(([value, list]) =>
      list.split(' ').map((word) => [word, value as Value] as const),
    ),
  );

const jobs = inOrder<RegisterJob>({
  resident: '居民 村民 农牧民 牧民 农民 群众 普通村民',
  cadre: '嘎查村委员会成员 村委会成员 嘎查委员会成员 村民委员会成员',
  supervisor: '监督委员会成员 监委会成员 村务监督委员会成员 村监委会成员',
  panel: '评议小组成员 评议员 评议小组',
});
const residences = inOrder<Residence>({
  local: '本村 本地 常住 户籍 本村户籍 本嘎查',
  newcomer: '外来长住 外来 外来人口 外来常住',
});
const jobsInWords = '居民、嘎查村委员会成员、监督委员会成员、评议小组成员';

const headWords = /^(?:户主|本人|户主本人|本人\(户主\)|户主\(本人\))$/;

/** The registrar's word that somebody who turns 18 this year has done so. */
const saysGrownUp = /已?满\s*18|已成年/;

/** One row, and where each column of it stands. */
export type RowToRead = {
  cells: readonly Cell[];
  row: number;
  places: ColumnPlaces;
  /** As `2026-11-30`. */
  today: string;
};

export type ReadRow = {
  line?: RegisterLine;
  minor?: MinorLine;
  broken?: BrokenLine;
  /** Turns 18 this year, and nobody says whether that has been. */
  isUnsure?: true;
  problems: Problem[];
};

type Need = (column: RegisterColumn, message: string | null) => void;

function nameProblem(text: string, what: string): string | null {
  if (plainText(text) === '') return `没有写${what}的姓名。请补上。`;
  if (turnsAround(text)) return '有看不见的字符,会把字倒过来。请删掉这一格重新打字。';
  return isPersonName(tidyName(text)) ? null : `${what}的姓名里有不认得的字符。只写姓名,不加别的。`;
}

/** Words that are kept as they are: nothing unseen in them. */
function wordProblem(text: string, empty: string, most: number): string | null {
  if (text === '') return empty;
  if (holdsInvisible(text)) return '有看不见的字符。请删掉这一格重新打字。';
  if (Array.from(text).length > most) return `太长了,最多 ${most} 个字。`;
  return /^[\p{Script=Han}A-Za-z][\p{Script=Han}A-Za-z0-9(),、.·—-]*$/u.test(text)
    ? null
    : '有不认得的字符。只写汉字。';
}

/** What each word means; undefined where there is no such column, null where there is no word. */
function meaning<Value>(
  words: ReadonlyMap<string, Value>,
  text: string | undefined,
  empty: Value,
): Value | null | undefined {
  if (text === undefined) return undefined;
  return text === '' ? empty : (words.get(text) ?? null);
}

function numbersIn(text: string): number[] | null {
  const parts = text.split(/[,、;\s]+/).filter((part) => part !== '');
  const numbers = parts.map(readHouseholdNumber).filter((number) => number !== null);
  return numbers.length < parts.length ? null : [...new Set(numbers)].sort((a, b) => a - b);
}

function numberProblem(text: string): string | null {
  if (text === '') return '没有写户号。写 1 到 9999 的数字;同一户的人写一样的。';
  return readHouseholdNumber(text) === null
    ? '看不出是几号户。户号写 1 到 9999 的数字,比如 12。'
    : null;
}

function wordsOf({ cells, places }: RowToRead) {
  const cell = (column: RegisterColumn) => {
    const at = places[column];
    return at === undefined ? undefined : (cells[at] ?? null);
  };
  const text = (column: RegisterColumn) => plainText(cell(column));
  /** Undefined where the file has no such column. */
  const given = (column: RegisterColumn) =>
    cell(column) === undefined ? undefined : visibleText(cell(column));
  return { cell, text, given };
}

/** What is said of a grown-up beside where they live and when they were born. */
function readAdult(read: RowToRead, need: Need) {
  const { cell, text, given } = wordsOf(read);
  const head = places(read, 'head') ? shownText(cell('head')) : '';
  const name = shownText(cell('name'));
  if (places(read, 'head')) need('head', nameProblem(head, '户主'));
  need('name', nameProblem(name, '这个人'));
  const relation = text('relation').replace(/\s/g, '');
  need('relation', wordProblem(relation, '没有写与户主关系;户主本人写“户主”。', 10));
  const phone = readPhone(given('phone'));
  if (phone?.problem) need('phone', phone.problem);
  const job = meaning(jobs, given('job'), 'resident');
  if (job === null) need('job', `身份只能写${jobsInWords}。`);
  const residence = meaning(residences, given('residence'), 'local');
  if (residence === null) need('residence', '常住类型写本村或外来长住。');
  const kin = given('relatives');
  const relatives = kin === undefined ? undefined : numbersIn(kin);
  if (relatives === null) need('relatives', '村内近亲写户号,用逗号隔开,比如 5,12。');
  return {
    headName: tidyName(head),
    name: tidyName(name),
    relation: headWords.test(relation) ? '户主' : relation,
    phone: phone?.value,
    job: job ?? undefined,
    residence: residence ?? undefined,
    relativeNumbers: relatives ?? undefined,
  };
}

const places = ({ places: all }: RowToRead, column: RegisterColumn) => all[column] !== undefined;

/**
 * Reads one row of the register. Of somebody under 18 nothing but the household is read. Neither
 * 性别 nor 备注 is kept: nothing in the product needs them (PIPL art. 6).
 * @returns the person, or what a clerk must put right
 */
export function readLine(read: RowToRead): ReadRow {
  const { row, today } = read;
  const problems: Problem[] = [];
  const need: Need = (column, message) => {
    if (message !== null) problems.push({ row, column: registerHeadings[column], message });
  };
  const { cell, text } = wordsOf(read);
  const villageName = foldVillage(cell('village'));
  need('village', wordProblem(villageName, '没有写嘎查村。请补上。', 30));
  need('number', numberProblem(visibleText(cell('number'))));
  const householdNumber = readHouseholdNumber(visibleText(cell('number'))) ?? 0;
  const birth = readBirth(cell('birthYear'), Number(today.slice(0, 4)));
  const relation = text('relation').replace(/\s/g, '');
  const place = { row, villageName, householdNumber };
  if (typeof birth === 'string') need('birthYear', birth);
  else {
    const group = ageGroup(birth, today);
    const isUnsure = group === 'unsure' && !saysGrownUp.test(text('note'));
    if (group === 'minor' || isUnsure) {
      if (problems.length > 0)
        return { problems, broken: { ...place, name: '', mayBeHead: false } };
      const minor = { ...place, isHead: headWords.test(relation) };
      return { minor, problems, ...(isUnsure && { isUnsure }) };
    }
  }
  const adult = readAdult(read, need);
  if (problems.length > 0 || typeof birth === 'string') {
    const mayBeHead = adult.relation === '户主' || !isPersonName(adult.name);
    return { problems, broken: { ...place, name: adult.name, mayBeHead } };
  }
  const { relativeNumbers } = adult;
  return {
    line: {
      ...place,
      birthYear: birth.year,
      ...adult,
      relativeNumbers: relativeNumbers?.filter((each) => each !== householdNumber),
    },
    problems,
  };
}
