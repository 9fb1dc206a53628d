/**
 * Everybody the product serves lives at +08:00, which has no summer time; the functions' own zone
 * is UTC. A library of dates would be 9 KB of the phone's main package for this one shift.
 */
const offsetMs = 8 * 3_600_000;
export const dayMs = 86_400_000;

/** The clock on the wall, to be read by its UTC hours. */
const wallClock = (instantMs: number) => new Date(instantMs + offsetMs);

/** A day that no month has goes on into the next one; a text that is no day is NaN. */
function startOf(day: string): number {
  const [year = Number.NaN, month = Number.NaN, date = Number.NaN] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date) - offsetMs;
}

/** `YYYY-MM-DD` of an instant. */
export function dayOf(instantMs: number): string {
  return wallClock(instantMs).toISOString().slice(0, 10);
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

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return wallClock(startOf(day)).getUTCDay();
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

/** `2027年12月31日`. */
export function wholeDayInWords(day: string): string {
  return `${yearOf(day)}年${dayInWords(day)}`;
}

/** `14:35`, at +08:00. */
export function clockTime(instantMs: number): string {
  return wallClock(instantMs).toISOString().slice(11, 16);
}
