import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/** Everybody the product serves lives at +08:00; the functions' own zone is UTC. */
const offsetHours = 8;
export const dayMs = 86_400_000;
const at = (instantMs: number) => dayjs.utc(instantMs).utcOffset(offsetHours);
const startOf = (day: string) => dayjs.utc(day).valueOf() - offsetHours * 3_600_000;

/** `YYYY-MM-DD` of an instant. */
export function dayOf(instantMs: number): string {
  return at(instantMs).format('YYYY-MM-DD');
}

/** First millisecond of a day. */
export function startOfDayMs(day: string): number {
  return startOf(day);
}

/** First millisecond after a day: "until and including" ends here. */
export function endOfDayMs(day: string): number {
  return startOf(day) + dayMs;
}

export function addDays(day: string, days: number): string {
  return dayOf(startOf(day) + days * dayMs);
}

/** Whole calendar days from `from` to `to`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((startOf(to) - startOf(from)) / dayMs);
}

/**
 * End of a limit counted in working days, first day not counted (Civil Code art. 201). Saturdays
 * and Sundays are skipped; moved public holidays are not known here, so none ends too early.
 */
export function addWorkingDays(day: string, workingDays: number): string {
  let current = day;
  for (let left = workingDays; left > 0; ) {
    current = addDays(current, 1);
    const weekday = at(startOf(current)).day();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return current;
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** `2026-Q4`. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** First day of a quarter `2026-Q4`. */
export function firstDayOfQuarter(quarter: string): string {
  const month = (Number(quarter.slice(6)) - 1) * 3 + 1;
  return `${quarter.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

/** `12月3日`; with the year where it is not this one. */
export function dayInWords(day: string, today?: string): string {
  const words = `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
  return today && yearOf(day) !== yearOf(today) ? `${yearOf(day)}年${words}` : words;
}

/** `14:35`, at +08:00. */
export function clockTime(instantMs: number): string {
  return at(instantMs).format('HH:mm');
}
