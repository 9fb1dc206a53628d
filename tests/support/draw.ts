import { addDays, dayOf, startOfDayMs } from '../../src/domain/kernel/time';
import type { TestTown } from './town';

const noonMs = 12 * 60 * 60_000;

/**
 * The next day at noon, when a draw waits for no village's seal any more: what was checked goes to
 * its panel.
 */
export async function letTheDrawFall({ clock, timer }: Pick<TestTown, 'clock' | 'timer'>) {
  const nextNoonMs = startOfDayMs(addDays(dayOf(clock.nowMs()), 1)) + noonMs;
  clock.advanceMs(nextNoonMs - clock.nowMs());
  const answer = await timer('jobs', 'draw-panels');
  if (!answer.ok) throw new Error(answer.error.message);
}
