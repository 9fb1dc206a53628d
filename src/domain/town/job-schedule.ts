import { dayMs, dayOf, startOfDayMs } from '../kernel/time';

export type JobName =
  | 'close-notices'
  | 'expire-orders'
  | 'lapse-points'
  | 'seal-day'
  | 'verify-books'
  | 'draw-panels'
  | 'draw-rechecks'
  | 'erase-expired'
  | 'escalate-tasks'
  | 'move-persons';

/** `job-runs/{job}`: when a job last ran and whether it came to its end. */
export type JobRun = {
  townId: 'town';
  job: JobName;
  startedAtMs: number;
  /** Also after a run that was cut off. */
  running: boolean;
  failed: boolean;
  /** When the last run began that left nothing to do; 0 before the first. */
  completeAtMs: number;
};

type Rhythm = { everyMinutes: number } | { dailyAtMinute: number };

const minuteMs = 60_000;

/** Due by the clock of +08:00; a seal ends wherever the books stand when it is made. */
const rhythms: Readonly<Record<JobName, Rhythm>> = {
  'close-notices': { everyMinutes: 10 },
  'expire-orders': { everyMinutes: 10 },
  'lapse-points': { dailyAtMinute: 10 },
  'seal-day': { dailyAtMinute: 20 },
  // Every book is read whole: when nobody else is about.
  'verify-books': { dailyAtMinute: 3 * 60 },
  // When every village has been sealed, before people are up.
  'draw-panels': { dailyAtMinute: 6 * 60 },
  'draw-rechecks': { dailyAtMinute: 6 * 60 },
  'erase-expired': { dailyAtMinute: 2 * 60 + 5 },
  // Limits end with a day; what moves meanwhile says for itself how late it is.
  'escalate-tasks': { dailyAtMinute: 5 },
  'move-persons': { dailyAtMinute: 60 },
};

/** Longer than a function may run: what began before that is over, however it ended. */
const longestRunMs = 60_000;
/** What failed is tried again after a while, not at every tick. */
const failedPauseMs = 10 * minuteMs;
/** From when on the town is told that a job is late. */
const lateAfterMs = { often: 60 * minuteMs, daily: 6 * 60 * minuteMs };

/** The last instant at or before `nowMs` at which a job was due. */
function dueSlotMs(rhythm: Rhythm, nowMs: number): number {
  if ('everyMinutes' in rhythm) {
    const everyMs = rhythm.everyMinutes * minuteMs;
    return Math.floor(nowMs / everyMs) * everyMs;
  }
  const todayMs = startOfDayMs(dayOf(nowMs)) + rhythm.dailyAtMinute * minuteMs;
  return todayMs <= nowMs ? todayMs : todayMs - dayMs;
}

function isUnderWay(run: JobRun, nowMs: number): boolean {
  return run.running && nowMs - run.startedAtMs < longestRunMs;
}

function isDue(job: JobName, run: JobRun | null, nowMs: number): boolean {
  if (!run || (run.running && !isUnderWay(run, nowMs))) return true;
  if (run.running) return false;
  if (run.failed && nowMs - run.startedAtMs < failedPauseMs) return false;
  return run.completeAtMs < dueSlotMs(rhythms[job], nowMs);
}

/**
 * The jobs that are due, those not begun for longest first: none starves behind a long one. None
 * while another tick is at one: a day's jobs go one after the other.
 */
export function dueJobs(runs: readonly JobRun[], nowMs: number): JobName[] {
  if (runs.some((run) => isUnderWay(run, nowMs))) return [];
  const runOf = new Map(runs.map((run) => [run.job, run]));
  const startedAtMs = (job: JobName) => runOf.get(job)?.startedAtMs ?? 0;
  const due = (Object.keys(rhythms) as JobName[])
    .filter((job) => isDue(job, runOf.get(job) ?? null, nowMs))
    .sort((left, right) => startedAtMs(left) - startedAtMs(right));
  return sealedFirst(due);
}

/** A draw mixes in the seals of its night: where both are due, it comes behind them. */
function sealedFirst(due: readonly JobName[]): JobName[] {
  if (!due.includes('seal-day')) return [...due];
  const isDraw = (job: JobName) => job === 'draw-panels' || job === 'draw-rechecks';
  const others = due.filter((job) => !isDraw(job));
  const behind = others.indexOf('seal-day') + 1;
  return [...others.slice(0, behind), ...due.filter(isDraw), ...others.slice(behind)];
}

/** Takes a job for this tick; null where it is not due any more, or another tick is at it. */
export function beginRun(job: JobName, run: JobRun | null, nowMs: number): JobRun | null {
  if (!isDue(job, run, nowMs)) return null;
  const { completeAtMs = 0 } = run ?? {};
  return { townId: 'town', job, startedAtMs: nowMs, running: true, failed: false, completeAtMs };
}

/** @param how `complete` where nothing was left to do */
export function endRun(run: JobRun, how: 'complete' | 'left' | 'failed'): JobRun {
  const completeAtMs = how === 'complete' ? run.startedAtMs : run.completeAtMs;
  return { ...run, running: false, failed: how === 'failed', completeAtMs };
}

export type JobState = { job: JobName; completeAtMs: number | null; overdue: boolean };

/**
 * What the town sees of each job: when it last left nothing undone, and whether that is too long
 * ago.
 * @param foundedAtMs before that nothing was due
 */
export function jobStates(runs: readonly JobRun[], foundedAtMs: number, nowMs: number): JobState[] {
  const runOf = new Map(runs.map((run) => [run.job, run]));
  return (Object.entries(rhythms) as [JobName, Rhythm][]).map(([job, rhythm]) => {
    const completeAtMs = runOf.get(job)?.completeAtMs || null;
    const often = 'everyMinutes' in rhythm;
    const everyMs = often ? rhythm.everyMinutes * minuteMs : dayMs;
    const nextMs = dueSlotMs(rhythm, completeAtMs ?? foundedAtMs) + everyMs;
    const graceMs = often ? lateAfterMs.often : lateAfterMs.daily;
    return { job, completeAtMs, overdue: nowMs > nextMs + graceMs };
  });
}
