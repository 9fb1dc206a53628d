import published from '../../../config/work/holidays.json';
import { addDays, weekdayOf, yearOf } from './time';

/** A year as the State Council has published it; both ends of a holiday are in it. */
type PublishedYear = {
  source: string;
  holidays: readonly { name: string; from: string; to: string }[];
  /** Saturdays and Sundays that are worked. */
  workdays: readonly string[];
};

export type Calendar = Readonly<Record<string, PublishedYear>>;

const china: Calendar = published;

/** Whether the days off of a year are known; until then Saturdays and Sundays stand for them. */
export function isPublished(year: number, calendar: Calendar = china): boolean {
  return calendar[year] !== undefined;
}

export function isWorkingDay(day: string, calendar: Calendar = china): boolean {
  const year = calendar[yearOf(day)];
  if (year?.workdays.includes(day)) return true;
  if (year?.holidays.some(({ from, to }) => from <= day && day <= to)) return false;
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6;
}

/** End of a limit counted in working days, first day not counted (Civil Code art. 201). */
export function addWorkingDays(day: string, workingDays: number, calendar?: Calendar): string {
  let current = day;
  for (let left = workingDays; left > 0; ) {
    current = addDays(current, 1);
    if (isWorkingDay(current, calendar)) left -= 1;
  }
  return current;
}

/** A limit in days that would end on a day off ends on the next day at work (art. 203). */
export function workingDayFrom(day: string, calendar?: Calendar): string {
  let current = day;
  while (!isWorkingDay(current, calendar)) current = addDays(current, 1);
  return current;
}
