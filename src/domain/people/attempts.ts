import { refuse } from '../kernel/refusal';
import { dayOf } from '../kernel/time';
import type { Attempts } from './types';

/** Guesses a person has in a day before they must wait for the next (domain default). */
export const triesPerDay = 5;

/** Refused commands of one person that leave a line in the command log, which keeps it for good. */
export const refusalsLoggedPerDay = 100;

/** So many more of today; those of earlier days count no more. */
export function oneMore(before: Attempts | null, nowMs: number, more = 1): Attempts {
  const day = dayOf(nowMs);
  return { townId: 'town', day, tries: (before?.day === day ? before.tries : 0) + more };
}

/**
 * Counts one more guess of a day.
 * @throws Refusal `too-many-tries` when today's are used up
 */
export function countTry(
  before: Attempts | null,
  nowMs: number,
  whatNext: string,
  most = triesPerDay,
): { attempts: Attempts; triesLeft: number } {
  const attempts = oneMore(before, nowMs);
  if (attempts.tries > most) {
    refuse('too-many-tries', `今天已经试了 ${most} 次。请明天再试,${whatNext}。`);
  }
  return { attempts, triesLeft: most - attempts.tries };
}
