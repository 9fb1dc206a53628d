import { addDays, dayInWords, dayOf, yearOf } from './time';
import type { Due } from './workflow';
import { addWorkingDays, isPublished, workingDayFrom } from './working-days';

/** The last day of a limit. */
export type Limit = {
  day: string;
  /** The days off of that year are not published yet, so only weekends are left out. */
  byWeekends: boolean;
};

/** A limit that a row of a workflow sets, counted from the instant since which it is waited for. */
export function limitOf(due: Exclude<Due, 'own'>, sinceMs: number): Limit {
  const from = dayOf(sinceMs);
  const day =
    'workingDays' in due
      ? addWorkingDays(from, due.workingDays)
      : workingDayFrom(addDays(from, due.days));
  return { day, byWeekends: !isPublished(yearOf(day)) };
}

/** `最晚 11月27日`, and that it may still move where it may. */
export function limitInWords({ day, byWeekends }: Limit, today: string): string {
  const words = `最晚 ${dayInWords(day, today)}`;
  return byWeekends ? `${words}(${yearOf(day)}年的放假安排还没公布,先按周末算)` : words;
}
