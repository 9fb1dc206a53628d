import { fateOf } from './failures';
import { StoreBusy } from './store';

export type Retrying = {
  attempts: number;
  firstPauseMs: number;
  longestPauseMs: number;
  /** What is left of the call's time: nothing is begun again that could not end within it. */
  timeLeftMs?: () => number;
  random: () => number;
  sleep: (pauseMs: number) => Promise<void>;
};

/**
 * The SDK retries three times at once, which loses about 40 % of transfers on one hot document;
 * full jitter with a growing pause loses none in the same trial. With 50 writers of one document
 * the unluckiest needed 13 attempts; 20 take about 7 s, well within a function's 20 s.
 */
export const jitteredRetrying: Retrying = {
  attempts: 20,
  firstPauseMs: 15,
  longestPauseMs: 900,
  random: Math.random,
  sleep: (pauseMs) => new Promise((resolve) => setTimeout(resolve, pauseMs)),
};

/** Turned away, nothing was tried: six at once at the gate of a small package need many goes. */
const boundByTimeAlone = (error: unknown, { timeLeftMs }: Retrying): boolean =>
  timeLeftMs !== undefined && Number.isFinite(timeLeftMs()) && fateOf(error) === 'turned-away';

/**
 * Works, again after a jittered pause as long as `mayRepeat` says so of what went wrong.
 * @throws StoreBusy when attempts or time are used up; anything else as it came
 */
export async function repeat<R>(
  work: () => Promise<R>,
  mayRepeat: (error: unknown) => boolean,
  retrying: Retrying,
): Promise<R> {
  let [mayStand, timeIsUp] = [false, false];
  let failed = 0;
  for (let tried = 0; failed < retrying.attempts; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (!mayRepeat(error)) throw error;
      if (!boundByTimeAlone(error, retrying)) failed += 1;
      mayStand ||= error instanceof StoreBusy && error.mayStand;
      const ceilingMs = Math.min(retrying.longestPauseMs, retrying.firstPauseMs * 2 ** tried);
      const pauseMs = retrying.random() * ceilingMs;
      timeIsUp = retrying.timeLeftMs !== undefined && pauseMs >= retrying.timeLeftMs();
      if (timeIsUp) break;
      await retrying.sleep(pauseMs);
    }
  }
  throw new StoreBusy('the database did not take it in time', mayStand, timeIsUp);
}
