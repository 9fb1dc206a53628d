import { percentile } from './latency';
import type { Sample } from './samples';
import { judge } from './verdict';
import { slopePerHour } from './worker-growth';

const megabyte = 1024 * 1024;
const everyMs = 10_000;

type Worker = { name?: string; from?: number; until?: number; rise?: number; warmUp?: number };

/** What a worker weighs at a sample; it wavers by two megabytes as collections come. */
function weightOf({ from = 0, rise = 0, warmUp = 3 }: Worker, index: number): number {
  const age = index - from;
  return (60 + 20 * Math.min(1, age / warmUp) + (index % 3) + rise * age) * megabyte;
}

const fourOf = (worker: Worker): Worker[] => Array.from({ length: 4 }, () => worker);

/** Samples of a run; each worker lives from one to another, handles may rise per sample. */
function samplesOf({ count = 180, handles = 0, workers = fourOf({}) }): Sample[] {
  return Array.from({ length: count }, (_, index) => ({
    ...{ atMs: index * everyMs, workers: 4, calls: index * 100 },
    ...{ residentBytes: 150 * megabyte, heldBytes: 50 * megabyte },
    ...{ delayP50Ms: 10, delayP99Ms: 20, delayMaximumMs: 30, workerBytesMean: 0 },
    workerProcesses: workers.flatMap((worker, pid) => {
      const { name = 'points', from = 0, until = count } = worker;
      const lives = from <= index && index < until;
      return lives ? [{ pid, functionName: name, bytes: weightOf(worker, index) }] : [];
    }),
    handles: Math.floor(90 + handles * index),
    workerHandlesMaximum: 25,
  }));
}

const level = { heldBytes: 52 * megabyte, freshHeldBytes: 50 * megabyte, failures: 0 };

test('what stays level is flat, though it wavers', () => {
  expect(judge({ samples: samplesOf({}), ...level })).toMatchObject({
    flat: true,
    problems: [],
  });
});

const leaking = { rise: 0.2 };
/** None lives for half of the run, though there is always one. */
const passing = (worker: Worker) =>
  Array.from({ length: 6 }, (_, index) => ({
    ...worker,
    from: index * 30,
    until: index * 30 + 32,
  }));

test.each([
  ['workers that leak', { workers: fourOf(leaking) }, {}, /of points grow by 7\d\.\d MB/],
  [
    'a leak in one function among many workers of others',
    { workers: [...fourOf({}), { name: 'jobs', ...leaking }] },
    {},
    /workers of jobs grow/,
  ],
  [
    'a leak in a run of four minutes',
    { count: 24, workers: fourOf({ rise: 1 }) },
    {},
    /workers of points grow/,
  ],
  [
    'a leak where no worker lives throughout',
    { workers: passing({ rise: 1 }) },
    {},
    /workers of points grow/,
  ],
  ['a run without workers', { workers: [] }, {}, /no worker lived long enough/],
  ['a handle left open now and then', { handles: 0.3 }, {}, /server handles rose/],
  ['memory beyond the data', {}, { heldBytes: 80 * megabyte }, /a fresh one 50.0 MB/],
  ['a call without an answer', {}, { failures: 1 }, /without a proper answer/],
])('%s is not flat', (_name, run, measured, problem) => {
  const verdict = judge({ samples: samplesOf(run), ...level, ...measured });
  expect(verdict.flat).toBe(false);
  expect(verdict.problems).toEqual([expect.stringMatching(problem)]);
});

test.each([
  ['small workers that end one after another', 180, [90, 110, 130, 150]],
  ['the same in a short run', 42, [21, 26, 31, 36]],
])('%s leave what stays level flat', (_name, count, ends) => {
  // Each is much smaller than those that stay, so the mean rises whenever one of them ends.
  const small = ends.map((until) => ({ until, warmUp: 10_000 }));
  const verdict = judge({
    samples: samplesOf({ count, workers: [...fourOf({}), ...small] }),
    ...level,
  });
  expect(verdict).toMatchObject({ flat: true, problems: [] });
  expect(verdict.workers).toMatchObject([{ processes: 4, throughout: true }]);
});

test('a worker that began just before the second half is not taken for one that leaks', () => {
  const late = { name: 'exchange', from: 80, warmUp: 20 };
  expect(judge({ samples: samplesOf({ workers: [...fourOf({}), late] }), ...level })).toMatchObject(
    { flat: true, workers: [{ functionName: 'exchange', throughout: false }, {}] },
  );
});

test('a short run in which workers take on a little is flat', () => {
  // 90 MB an hour for three and a half minutes: five megabytes.
  const workers = fourOf({ rise: 0.25 });
  expect(judge({ samples: samplesOf({ count: 42, workers }), ...level }).problems).toEqual([]);
});

test('where no worker lives throughout, the report says so', () => {
  const { flat, workers } = judge({ samples: samplesOf({ workers: passing({}) }), ...level });
  expect({ flat, workers }).toMatchObject({ flat: true, workers: [{ throughout: false }] });
});

test('a slope is per hour, a percentile is a value that was measured', () => {
  const points = [0, 1, 2, 3].map((index) => ({ atMs: index * 1_800_000, value: index * 5 }));
  expect(slopePerHour(points)).toBeCloseTo(10);
  expect(slopePerHour(points.slice(0, 1))).toBe(0);
  expect([0.5, 0.95, 0.99, 1].map((share) => percentile([1, 2, 3, 4], share))).toEqual([
    2, 4, 4, 4,
  ]);
});
