import type { Sample } from './samples';
import { laterHalf, slopePerHour, type WorkerGrowth, workerGrowth } from './worker-growth';

const megabyte = 1024 * 1024;

/** The stated bounds. */
export const bounds = {
  /** A worker keeps no data: what it holds must not grow. */
  workerMegabytesPerHour: 40,
  /**
   * And at least so much in all: where three minutes are measured, the rate above is two megabytes,
   * which a garbage collection more or less also makes. A leak that matters gets there in time.
   */
  workerMegabytes: 8,
  /**
   * The database lives in the cloud's memory and grows with its documents, so what counts is what
   * the cloud holds beyond a fresh one on the same data: share of that, and in MB.
   */
  heldBeyondFreshShare: 0.1,
  heldBeyondFreshMegabytes: 16,
  /** More open handles at the end than in the second quarter. */
  handles: 16,
};

export type Measured = {
  samples: readonly Sample[];
  /** After a garbage collection, when the traffic was over. */
  heldBytes: number;
  /** A fresh cloud on the same data folder, after a garbage collection. */
  freshHeldBytes: number;
  failures: number;
};

export type Verdict = {
  flat: boolean;
  problems: string[];
  serverMegabytesPerHour: number;
  /** Of each function whose workers lived long enough. */
  workers: WorkerGrowth[];
  heldMegabytes: number;
  freshHeldMegabytes: number;
};

function slopeOf(samples: readonly Sample[], pick: (sample: Sample) => number): number {
  const half = laterHalf(samples);
  return slopePerHour(
    half.map((sample) => ({ atMs: sample.atMs, value: pick(sample) / megabyte })),
  );
}

function workersProblems(workers: readonly WorkerGrowth[]): string[] {
  // What was not measured is not called flat.
  if (workers.length === 0) return ['no worker lived long enough to be measured'];
  return workers
    .filter(({ megabytesPerHour }) => megabytesPerHour > bounds.workerMegabytesPerHour)
    .filter(({ megabytes }) => megabytes >= bounds.workerMegabytes)
    .map(({ functionName, megabytesPerHour, megabytes }) => {
      const [rate, all] = [megabytesPerHour.toFixed(1), megabytes.toFixed(1)];
      return `workers of ${functionName} grow by ${rate} MB an hour, ${all} MB in all`;
    });
}

function handlesProblem(
  samples: readonly Sample[],
  pick: (sample: Sample) => number | null,
  whose: string,
): string[] {
  const quarter = Math.floor(samples.length / 4);
  const most = (part: readonly Sample[]) => Math.max(0, ...part.map((sample) => pick(sample) ?? 0));
  const early = most(samples.slice(quarter, quarter * 2));
  const late = most(samples.slice(quarter * 3));
  const fine = late <= early + bounds.handles;
  return fine ? [] : [`${whose} handles rose from ${early} to ${late}`];
}

/** Whether memory and handles stayed flat, in figures and words. */
export function judge({ samples, heldBytes, freshHeldBytes, failures }: Measured): Verdict {
  const workers = workerGrowth(samples);
  const serverMegabytesPerHour = slopeOf(samples, (sample) => sample.residentBytes);
  const [held, fresh] = [heldBytes / megabyte, freshHeldBytes / megabyte];
  const allowed = Math.max(bounds.heldBeyondFreshMegabytes, fresh * bounds.heldBeyondFreshShare);
  const problems = [
    ...handlesProblem(samples, (sample) => sample.handles, 'server'),
    ...handlesProblem(samples, (sample) => sample.workerHandlesMaximum, 'worker'),
    ...workersProblems(workers),
  ];
  if (held - fresh > allowed) {
    const [now, then] = [held.toFixed(1), fresh.toFixed(1)];
    problems.push(`the cloud holds ${now} MB, a fresh one ${then} MB for the same data`);
  }
  if (failures > 0) problems.push(`${failures} calls came back without a proper answer`);
  return {
    flat: problems.length === 0,
    problems,
    ...{ serverMegabytesPerHour, workers },
    ...{ heldMegabytes: held, freshHeldMegabytes: fresh },
  };
}
