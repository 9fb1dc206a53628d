import {
  beginRun,
  dueJobs,
  endRun,
  type JobName,
  type JobRun,
  jobStates,
} from '../../../src/domain/town/job-schedule';

const at = (text: string) => Date.parse(`2026-11-23T${text}+08:00`);
const all: JobName[] = [
  ...(['close-notices', 'expire-orders', 'lapse-points'] as const),
  ...(['seal-day', 'verify-books', 'draw-panels', 'draw-rechecks'] as const),
  ...(['erase-expired', 'escalate-tasks', 'move-persons'] as const),
];

/** All complete as of an instant. */
const completeSince = (startedAtMs: number): JobRun[] =>
  all.map((job) => ({
    ...{ townId: 'town', job, startedAtMs, running: false, failed: false },
    completeAtMs: startedAtMs,
  }));

const changed = (runs: JobRun[], job: JobName, change: Partial<JobRun>) =>
  runs.map((run) => (run.job === job ? { ...run, ...change } : run));

describe('what is due', () => {
  test('is everything, where nothing ever ran', () => {
    expect(dueJobs([], at('12:00:00')).sort()).toEqual([...all].sort());
  });

  test('goes by the clock, not by when it was done last', () => {
    const runs = completeSince(at('12:01:00'));
    expect(dueJobs(runs, at('12:09:59'))).toEqual([]);
    expect(dueJobs(runs, at('12:10:00'))).toEqual(['close-notices', 'expire-orders']);
    const lateEvening = completeSince(at('23:59:00'));
    const nextDay = (minutes: number) => at('00:00:00') + 86_400_000 + minutes * 60_000;
    expect(dueJobs(lateEvening, nextDay(4))).toHaveLength(2);
    expect(dueJobs(lateEvening, nextDay(5))).toContain('escalate-tasks');
    expect(dueJobs(lateEvening, nextDay(10))).toContain('lapse-points');
    expect(dueJobs(lateEvening, nextDay(20))).toContain('seal-day');
    expect(dueJobs(lateEvening, nextDay(124))).not.toContain('erase-expired');
    expect(dueJobs(lateEvening, nextDay(125))).toContain('erase-expired');
    expect(dueJobs(lateEvening, nextDay(359))).not.toContain('draw-panels');
    expect(dueJobs(lateEvening, nextDay(360))).toContain('draw-panels');
  });

  test('late, a day’s job is done once, however many days were missed', () => {
    const weekLaterMs = at('12:00:00') + 7 * 86_400_000;
    const due = dueJobs(completeSince(at('12:00:00')), weekLaterMs);
    expect(due.filter((job) => job === 'seal-day')).toHaveLength(1);
  });

  test('begins with what was not begun for longest', () => {
    const runs = changed(completeSince(at('12:00:00')), 'expire-orders', {
      startedAtMs: at('11:00:00'),
    });
    expect(dueJobs(runs, at('12:20:00'))).toEqual(['expire-orders', 'close-notices']);
  });

  test('lets the night be sealed before panels are drawn by it', () => {
    const runs = changed(completeSince(at('05:00:00')), 'draw-panels', {
      startedAtMs: at('04:00:00'),
    });
    const due = dueJobs(runs, at('06:10:00') + 86_400_000);
    expect(due.indexOf('draw-panels')).toBe(due.indexOf('seal-day') + 1);
  });

  test('is nothing while another tick is at it, for a minute', () => {
    const runs = changed(completeSince(at('12:00:00')), 'seal-day', {
      ...{ running: true, startedAtMs: at('12:10:00') },
    });
    expect(dueJobs(runs, at('12:10:59'))).toEqual([]);
    expect(dueJobs(runs, at('12:11:00'))).toContain('seal-day');
  });

  test('what was left is due at once, what failed after ten minutes', () => {
    const [run] = completeSince(0) as [JobRun];
    const begun = beginRun(run.job, run, at('12:10:00')) as JobRun;
    expect(dueJobs([endRun(begun, 'left')], at('12:15:00'))).toContain(run.job);
    expect(dueJobs([endRun(begun, 'failed')], at('12:15:00'))).not.toContain(run.job);
    expect(dueJobs([endRun(begun, 'failed')], at('12:20:00'))).toContain(run.job);
    expect(dueJobs([endRun(begun, 'complete')], at('12:15:00'))).not.toContain(run.job);
  });

  test('is taken once', () => {
    const run = beginRun('seal-day', null, at('12:00:00'));
    expect(run).toMatchObject({ running: true, completeAtMs: 0 });
    expect(beginRun('seal-day', run, at('12:00:30'))).toBeNull();
  });
});

describe('what the town is told', () => {
  const stateOf = (job: JobName, runs: JobRun[], nowMs: number) =>
    jobStates(runs, at('08:00:00'), nowMs).find((state) => state.job === job);

  test('nothing is late where all was complete in time', () => {
    const states = jobStates(completeSince(at('12:00:00')), 0, at('12:30:00'));
    expect(states.map(({ overdue }) => overdue)).toEqual(all.map(() => false));
  });

  test('what ought to run every ten minutes is late after an hour', () => {
    const runs = completeSince(at('12:00:00'));
    expect(stateOf('close-notices', runs, at('13:10:00'))?.overdue).toBe(false);
    expect(stateOf('close-notices', runs, at('13:10:01'))?.overdue).toBe(true);
  });

  test('a day’s job is late six hours after its time', () => {
    const runs = completeSince(at('12:00:00'));
    const dueAtMs = at('00:20:00') + 86_400_000;
    expect(stateOf('seal-day', runs, dueAtMs + 6 * 3_600_000)?.overdue).toBe(false);
    expect(stateOf('seal-day', runs, dueAtMs + 6 * 3_600_000 + 1)?.overdue).toBe(true);
  });

  test('that a timer was never made shows, but not before anything was due', () => {
    expect(stateOf('close-notices', [], at('08:30:00'))).toMatchObject({
      ...{ completeAtMs: null, overdue: false },
    });
    expect(stateOf('close-notices', [], at('09:30:00'))?.overdue).toBe(true);
  });

  test('what runs and always fails is late too', () => {
    const runs = changed(completeSince(at('12:00:00')), 'seal-day', {
      ...{ startedAtMs: at('12:00:00') + 86_400_000, failed: true },
    });
    expect(stateOf('seal-day', runs, at('12:00:00') + 86_400_000)?.overdue).toBe(true);
  });
});
