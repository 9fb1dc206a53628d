import type { Sample } from './samples';

const megabyte = 1024 * 1024;
const hourMs = 3_600_000;

/** The stated bounds. */
export const bounds = {
  /** A worker keeps no data: what it holds must not grow. */
  workerMegabytesPerHour: 40,
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
  workerMegabytesPerHour: number;
  heldMegabytes: number;
  freshHeldMegabytes: number;
};

/** Least squares: how much `value` rises in an hour, per sample. */
export function slopePerHour(points: readonly { atMs: number; value: number }[]): number {
  const count = points.length;
  if (count < 2) return 0;
  const mean = (pick: (point: { atMs: number; value: number }) => number) =>
    points.reduce((sum, point) => sum + pick(point), 0) / count;
  const [atMean, valueMean] = [mean(({ atMs }) => atMs), mean(({ value }) => value)];
  let [above, below] = [0, 0];
  for (const { atMs, value } of points) {
    above += (atMs - atMean) * (value - valueMean);
    below += (atMs - atMean) ** 2;
  }
  return below === 0 ? 0 : (above / below) * hourMs;
}

function slopeOf(samples: readonly Sample[], pick: (sample: Sample) => number): number {
  const half = samples.slice(Math.floor(samples.length / 2));
  return slopePerHour(
    half.map((sample) => ({ atMs: sample.atMs, value: pick(sample) / megabyte })),
  );
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
  const workerMegabytesPerHour = slopeOf(samples, (sample) => sample.workerBytesMean);
  const serverMegabytesPerHour = slopeOf(samples, (sample) => sample.residentBytes);
  const [held, fresh] = [heldBytes / megabyte, freshHeldBytes / megabyte];
  const allowed = Math.max(bounds.heldBeyondFreshMegabytes, fresh * bounds.heldBeyondFreshShare);
  const problems = [
    ...handlesProblem(samples, (sample) => sample.handles, 'server'),
    ...handlesProblem(samples, (sample) => sample.workerHandlesMaximum, 'worker'),
  ];
  if (workerMegabytesPerHour > bounds.workerMegabytesPerHour) {
    problems.push(`workers grow by ${workerMegabytesPerHour.toFixed(1)} MB an hour`);
  }
  if (held - fresh > allowed) {
    const [now, then] = [held.toFixed(1), fresh.toFixed(1)];
    problems.push(`the cloud holds ${now} MB, a fresh one ${then} MB for the same data`);
  }
  if (failures > 0) problems.push(`${failures} calls came back without a proper answer`);
  return {
    flat: problems.length === 0,
    problems,
    ...{ serverMegabytesPerHour, workerMegabytesPerHour },
    ...{ heldMegabytes: held, freshHeldMegabytes: fresh },
  };
}
