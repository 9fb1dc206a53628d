import { addDays, dayOf, endOfDayMs } from '../kernel/time';
import type { DeedRecord } from './types';

/** What is public stays public so long (村组法 art. 35); the first day is not counted. */
export const answerShownDays = 15;

/** Whether the answer to an objection stands on the board. */
export function answerIsShown({ answeredAtMs }: Pick<DeedRecord, 'answeredAtMs'>, nowMs: number) {
  return (
    answeredAtMs !== undefined && nowMs < endOfDayMs(addDays(dayOf(answeredAtMs), answerShownDays))
  );
}

/** Whether its line stands on a notice that runs: only then others may know whose it is. */
export function standsOnNotice({ state, closesAtMs }: DeedRecord, nowMs: number): boolean {
  const stands = state === 'on-notice' || state === 'objected';
  return stands && closesAtMs !== null && nowMs < closesAtMs;
}

/** `监委会查过: 不成立,维持`; in words a line has room for. */
export const answerInWords = (upheld: boolean) =>
  upheld ? '查过了:异议成立,这一条不记分' : '查过了:异议不成立,维持';
