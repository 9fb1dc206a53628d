import { clockTime, dayInWords, dayOf, daysBetween, startOfDayMs } from '../domain/kernel/time';

/** `12月3日`, with the year where it is not this one. */
export function instantInWords(instantMs: number, nowMs = Date.now()): string {
  return dayInWords(dayOf(instantMs), dayOf(nowMs));
}

/** `今天`, `昨天`, `12月3日`. */
export function nearDayInWords(day: string, today: string): string {
  return ['今天', '昨天'][daysBetween(day, today)] ?? dayInWords(day, today);
}

/** `今天 14:20`, `昨天 22:05`, `12月3日 9:00`. */
export function momentInWords(instantMs: number, nowMs = Date.now()): string {
  return `${nearDayInWords(dayOf(instantMs), dayOf(nowMs))} ${clockTime(instantMs)}`;
}

/**
 * The last day that ends at `endsAtMs`: an end is the first millisecond after its day, so one
 * that reads `12月4日 0:00` is `12月3日` for people.
 */
export function lastDayBefore(endsAtMs: number): string {
  return dayOf(endsAtMs - 1);
}

/** `还剩 3 天`, `今天最后一天`; nothing once it is over. */
export function daysLeftInWords(endsAtMs: number, nowMs: number): string {
  const days = daysBetween(dayOf(nowMs), lastDayBefore(endsAtMs));
  if (days < 0) return '已到期';
  return days === 0 ? '今天最后一天' : `还剩 ${days} 天`;
}

/**
 * What time it is at least: a phone's clock may be slow, but what the cloud has dated already is
 * not in the future.
 */
export function atLeastNowMs(dated: readonly (number | string)[]): number {
  const instants = dated.map((at) => (typeof at === 'string' ? startOfDayMs(at) : at));
  return Math.max(Date.now(), ...instants);
}

/** `2026-Q4` → `2026年第4季度`; anything else as it is. */
export function quarterInWords(quarter: string): string {
  const [, year, number] = /^(\d{4})-?Q([1-4])$/.exec(quarter) ?? [];
  return year ? `${year}年第${number}季度` : quarter;
}
