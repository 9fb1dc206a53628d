import type { Any, Options } from 'mingo/types';
import { invalidParameter } from './errors';
import { argumentsOf } from './expressions';

const dayMs = 86_400_000;
const shanghaiOffsetMs = 8 * 3_600_000;

function offsetMs(timezone: unknown): number {
  if (timezone === undefined || timezone === null) return 0;
  const parts = /^([+-])(\d{2}):?(\d{2})?$/.exec(String(timezone));
  if (parts !== null) {
    const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0);
    return (parts[1] === '-' ? -1 : 1) * minutes * 60_000;
  }
  if (timezone === 'UTC' || timezone === 'GMT') return 0;
  // The one zone of this country; it has had no summer time since 1991.
  if (timezone === 'Asia/Shanghai') return shanghaiOffsetMs;
  throw invalidParameter(`Weeks do not know the timezone ${timezone}`);
}

/** A date or `{date, timezone}`, moved so that its UTC fields are the local ones. */
function localDate(name: string, document: Any, expression: Any, options: Options): Date | null {
  const [value] = argumentsOf(document, expression, options);
  if (value === null || value === undefined) return null;
  const parts = value as { date?: unknown; timezone?: unknown };
  const given = value instanceof Date ? value : parts.date;
  if (given === null || given === undefined) return null;
  if (!(given instanceof Date)) throw invalidParameter(`${name} needs a date`);
  return new Date(given.getTime() + (value instanceof Date ? 0 : offsetMs(parts.timezone)));
}

function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / dayMs);
}

/** The Thursday of a date's week decides its ISO 8601 week and year. */
function thursdayOf(date: Date): Date {
  const weekday = (date.getUTCDay() + 6) % 7;
  return new Date(date.getTime() + (3 - weekday) * dayMs);
}

/** Week of the year as MongoDB counts: 0 to 53, weeks begin on Sunday (mingo is one off). */
export function $week(document: Any, expression: Any, options: Options): Any {
  const date = localDate('$week', document, expression, options);
  return date && Math.floor((dayOfYear(date) + 7 - date.getUTCDay()) / 7);
}

/** Week by ISO 8601: 1 to 53 (mingo goes wrong around new year). */
export function $isoWeek(document: Any, expression: Any, options: Options): Any {
  const date = localDate('$isoWeek', document, expression, options);
  return date && Math.floor(dayOfYear(thursdayOf(date)) / 7) + 1;
}

/** The year an ISO 8601 week belongs to. */
export function $isoWeekYear(document: Any, expression: Any, options: Options): Any {
  const date = localDate('$isoWeekYear', document, expression, options);
  return date && thursdayOf(date).getUTCFullYear();
}
