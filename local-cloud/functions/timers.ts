import type { Clock } from '../clock';
import { theTimer } from './context';
import type { Cron } from './cron';
import { lastDueMs, startOfDayMs } from './cron';
import type { FunctionHost } from './host';

export type Timers = {
  /**
   * Moves the clock on by the given milliseconds. Day by day (+08:00) each trigger that is due in
   * that day fires once, at its last due instant of the day, in the order of those instants; the
   * clock stands at that instant while it runs, and the next waits for its end. A timer that runs
   * every five minutes thus fires once per skipped day, not 288 times.
   */
  advance(milliseconds: number): Promise<void>;
  stop(): Promise<void>;
};

export type TimersOptions = {
  clock: Clock;
  host: FunctionHost;
  log: (event: Record<string, unknown>) => void;
};

type Due = { functionName: string; triggerName: string; dueMs: number };

const TICK_MS = 1000;
const DAY_MS = 86_400_000;
const MAXIMUM_ADVANCE_MS = 3660 * DAY_MS;

function listTriggers(host: FunctionHost, log: TimersOptions['log']) {
  const found: { functionName: string; triggerName: string; cron: Cron }[] = [];
  for (const functionName of host.functionNames()) {
    try {
      for (const trigger of host.definition(functionName)?.triggers ?? []) {
        found.push({ functionName, triggerName: trigger.name, cron: trigger.cron });
      }
    } catch (error) {
      log({ event: 'bad-function', function: functionName, message: (error as Error).message });
    }
  }
  return found;
}

/** Runs one trigger's function; its failure is logged, as nobody waits for it. */
async function fire(host: FunctionHost, log: TimersOptions['log'], due: Due): Promise<void> {
  const { functionName, triggerName, dueMs } = due;
  const time = new Date(dueMs).toISOString();
  const event = { Type: 'Timer', TriggerName: triggerName, Time: time, Message: '' };
  const told = { event: 'timer', function: functionName, trigger: triggerName, time };
  try {
    await host.invoke(functionName, JSON.stringify(event), theTimer);
    log({ ...told, ok: true });
  } catch (error) {
    log({ ...told, ok: false, message: (error as Error).message });
  }
}

/** Fires the functions' timer triggers by the cloud's clock. */
export function startTimers({ clock, host, log }: TimersOptions): Timers {
  let checkedMs = clock.nowMs();
  let chain = Promise.resolve();
  let stopped = false;

  const dueWithinDay = (afterMs: number, untilMs: number): Due[] =>
    listTriggers(host, log)
      .flatMap(({ functionName, triggerName, cron }) => {
        const dueMs = lastDueMs(cron, afterMs, untilMs);
        return dueMs === null ? [] : [{ functionName, triggerName, dueMs }];
      })
      .sort((a, b) => a.dueMs - b.dueMs);
  const catchUp = async (targetMs: number) => {
    while (checkedMs < targetMs && !stopped) {
      const endOfDayMs = startOfDayMs(checkedMs + 1) + DAY_MS - 1;
      const untilMs = Math.min(endOfDayMs, targetMs);
      for (const due of dueWithinDay(checkedMs, untilMs)) {
        clock.moveTo(due.dueMs);
        await fire(host, log, due);
      }
      checkedMs = untilMs;
    }
    clock.moveTo(targetMs);
  };
  const enqueue = (work: () => Promise<void>): Promise<void> => {
    const done = chain.then(work);
    chain = done.catch(() => {});
    return done;
  };
  let ticking = false;
  const tick = () => {
    if (ticking) return;
    ticking = true;
    void enqueue(() => catchUp(clock.nowMs())).finally(() => {
      ticking = false;
    });
  };
  const timer = setInterval(tick, TICK_MS).unref();

  return {
    advance(milliseconds) {
      if (!Number.isSafeInteger(milliseconds) || milliseconds < 0) {
        return Promise.reject(new RangeError('the clock only moves forward'));
      }
      if (milliseconds > MAXIMUM_ADVANCE_MS) {
        return Promise.reject(new RangeError('the clock moves at most ten years at once'));
      }
      return enqueue(() => catchUp(clock.nowMs() + milliseconds));
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await chain;
    },
  };
}
