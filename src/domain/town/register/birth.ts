import { visibleText } from './cell-text';
import type { Cell } from './types';

/** As far as it is written; only the year is kept. */
export type Birth = { year: number; month?: number; day?: number };

/** Older than anybody living: a wrong digit. */
const oldestYears = 130;
const adultYears = 18;

const shapes = [
  /^(?<year>\d{4})年?$/,
  /^(?<year>\d{4})(?<month>\d\d)$/,
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/,
  /^(?<year>\d{4})[-/.年](?<month>\d{1,2})月?$/,
  /^(?<year>\d{4})[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?(?:T?00:00.*)?$/,
];

function birthOf(text: string): Birth | null {
  const found = shapes.map((shape) => shape.exec(text)).find((match) => match !== null);
  if (!found?.groups) return null;
  const [year = 0, month = 1, day = 1] = ['year', 'month', 'day'].map((part) => {
    const digits = found.groups?.[part];
    return digits === undefined ? undefined : Number(digits);
  });
  const written = new Date(Date.UTC(year, month - 1, day));
  // The 31st of February is no day.
  if (written.getUTCMonth() !== month - 1 || written.getUTCDate() !== day) return null;
  const { month: hasMonth, day: hasDay } = found.groups;
  return { year, ...(hasMonth && { month }), ...(hasDay && { day }) };
}

const example = '出生年份写四位数字,比如 1980。';

/** A year in a cell that was made for dates becomes a day of 1905, to the clerk's surprise. */
function isYearShownAsDay(cell: Cell | undefined): cell is Date {
  return cell instanceof Date && cell.getUTCFullYear() === 1905;
}

/**
 * The birth in a cell: a year, or a date of which the year is kept.
 * @returns a sentence where there is none
 */
export function readBirth(cell: Cell | undefined, thisYear: number): Birth | string {
  const text = visibleText(cell);
  if (text === '') return `没有写出生年份。${example}`;
  if (isYearShownAsDay(cell)) {
    return `这一格是日期 ${text},多半是把年份写进了日期格式的格子。请把格子改成常规,${example}`;
  }
  if (/^\d{15}$|^\d{17}[\dXx]$/.test(text)) return `这里像是身份证号,不要写。${example}`;
  const birth = birthOf(text.replace(/\s/g, ''));
  if (birth === null && /^\d{5}(\.\d+)?$/.test(text)) {
    return `这里的日期变成了数字 ${text}。请把这一列的格式改成日期,或者${example}`;
  }
  if (birth === null) return `看不出是哪一年。${example}`;
  if (birth.year > thisYear) return `${birth.year} 年还没有到。${example}`;
  if (birth.year <= thisYear - oldestYears) return `${birth.year} 年太早了。${example}`;
  return birth;
}

/**
 * Whether somebody is grown up on a day, as `2026-11-30`; unsure where the birthday is this year
 * and not written.
 */
export function ageGroup({ year, month, day }: Birth, today: string): 'adult' | 'minor' | 'unsure' {
  const [thisYear = 0, thisMonth = 0, thisDay = 0] = today.split('-').map(Number);
  const years = thisYear - year;
  if (years !== adultYears) return years > adultYears ? 'adult' : 'minor';
  if (month === undefined) return 'unsure';
  if (month !== thisMonth) return month < thisMonth ? 'adult' : 'minor';
  if (day === undefined) return 'unsure';
  return day <= thisDay ? 'adult' : 'minor';
}
