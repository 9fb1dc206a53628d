import type { Sample } from './samples';

const megabyte = 1024 * 1024;
const hourMs = 3_600_000;
/** Fewer are not measured: between two samples a collection alone moves ten megabytes. */
const pointsAtLeast = 4;

type Point = { atMs: number; value: number };

/** How the workers of one function grew. */
export type WorkerGrowth = {
  functionName: string;
  megabytesPerHour: number;
  /** Over the time that was measured, along the same line. */
  megabytes: number;
  processes: number;
  /** False: none lived throughout, so it is the one that lived longest, over its own later half. */
  throughout: boolean;
};

/** Least squares: how much `value` rises in an hour, per sample. */
export function slopePerHour(points: readonly Point[]): number {
  const count = points.length;
  if (count < 2) return 0;
  const mean = (pick: (point: Point) => number) =>
    points.reduce((sum, point) => sum + pick(point), 0) / count;
  const [atMean, valueMean] = [mean(({ atMs }) => atMs), mean(({ value }) => value)];
  let [above, below] = [0, 0];
  for (const { atMs, value } of points) {
    above += (atMs - atMean) * (value - valueMean);
    below += (atMs - atMean) ** 2;
  }
  return below === 0 ? 0 : (above / below) * hourMs;
}

export function laterHalf<T>(list: readonly T[]): T[] {
  return list.slice(Math.floor(list.length / 2));
}

/** The lower of the two in the middle, so that it is one that was measured. */
function medianBy<T>(list: readonly T[], value: (item: T) => number): T | undefined {
  return [...list].sort((left, right) => value(left) - value(right))[(list.length - 1) >> 1];
}

function growthOf(points: readonly Point[]) {
  const megabytesPerHour = slopePerHour(points);
  const passedMs = (points.at(-1)?.atMs ?? 0) - (points[0]?.atMs ?? 0);
  return { megabytesPerHour, megabytes: (megabytesPerHour * passedMs) / hourMs };
}

/** The life of each process of one function, in megabytes. */
function livesOf(samples: readonly Sample[], functionName: string): Point[][] {
  const lives = new Map<number, Point[]>();
  for (const { atMs, workerProcesses } of samples) {
    for (const { pid, bytes } of workerProcesses.filter((w) => w.functionName === functionName)) {
      const life = lives.get(pid) ?? [];
      lives.set(pid, [...life, { atMs, value: bytes / megabyte }]);
    }
  }
  return [...lives.values()];
}

function growthOfFunction(samples: readonly Sample[], functionName: string): WorkerGrowth[] {
  const half = laterHalf(samples);
  // A process that began just before the half would still be filling up in it.
  const quarterAtMs = samples[Math.floor(samples.length / 4)]?.atMs ?? 0;
  const lives = livesOf(samples, functionName);
  const lasting = lives
    .filter((life) => life[0] && life[0].atMs <= quarterAtMs)
    .map((life) => life.filter(({ atMs }) => atMs >= (half[0]?.atMs ?? 0)))
    .filter((life) => life.length === half.length && life.length >= pointsAtLeast);
  const longest = lives.reduce<Point[]>(
    (most, life) => (life.length > most.length ? life : most),
    [],
  );
  const throughout = lasting.length > 0;
  const measured = throughout
    ? lasting
    : [laterHalf(longest)].filter((life) => life.length >= pointsAtLeast);
  const middle = medianBy(measured.map(growthOf), ({ megabytesPerHour }) => megabytesPerHour);
  return middle ? [{ functionName, ...middle, processes: measured.length, throughout }] : [];
}

/**
 * The mean over whatever workers live says how the pool turns over: a small new one pulls it
 * down, and an end of small ones up. So each process is held against itself alone, and of each
 * function the median counts: a leak is in its code, so all of its workers have it.
 */
export function workerGrowth(samples: readonly Sample[]): WorkerGrowth[] {
  const workers = samples.flatMap(({ workerProcesses }) => workerProcesses);
  const names = [...new Set(workers.map(({ functionName }) => functionName))].sort();
  return names.flatMap((name) => growthOfFunction(samples, name));
}
