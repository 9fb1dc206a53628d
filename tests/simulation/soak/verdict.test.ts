import { percentile } from './latency';
import type { Sample } from './samples';
import { judge, slopePerHour } from './verdict';

const megabyte = 1024 * 1024;
const everyMs = 10_000;

/** Half an hour of samples; each figure may rise by so much per sample. */
function samplesRising(rise: { workerMegabytes?: number; handles?: number }): Sample[] {
  return Array.from({ length: 180 }, (_, index) => ({
    ...{ atMs: index * everyMs, workers: 4, calls: index * 100 },
    ...{ residentBytes: 150 * megabyte, heldBytes: 50 * megabyte },
    ...{ delayP50Ms: 10, delayP99Ms: 20, delayMaximumMs: 30 },
    workerBytesMean: (80 + (index % 3) + (rise.workerMegabytes ?? 0) * index) * megabyte,
    workerBytesMaximum: 90 * megabyte,
    handles: Math.floor(90 + (rise.handles ?? 0) * index),
    workerHandlesMaximum: 25,
  }));
}

const level = { heldBytes: 52 * megabyte, freshHeldBytes: 50 * megabyte, failures: 0 };

test('what stays level is flat, though it wavers', () => {
  expect(judge({ samples: samplesRising({}), ...level })).toMatchObject({
    flat: true,
    problems: [],
  });
});

test.each([
  ['a worker that leaks', { workerMegabytes: 0.2 }, {}, /workers grow/],
  ['a handle left open now and then', { handles: 0.3 }, {}, /server handles rose/],
  ['memory beyond the data', {}, { heldBytes: 80 * megabyte }, /a fresh one 50.0 MB/],
  ['a call without an answer', {}, { failures: 1 }, /without a proper answer/],
])('%s is not flat', (_name, rise, measured, problem) => {
  const verdict = judge({ samples: samplesRising(rise), ...level, ...measured });
  expect(verdict.flat).toBe(false);
  expect(verdict.problems).toEqual([expect.stringMatching(problem)]);
});

test('a slope is per hour, a percentile is a value that was measured', () => {
  const points = [0, 1, 2, 3].map((index) => ({ atMs: index * 1_800_000, value: index * 5 }));
  expect(slopePerHour(points)).toBeCloseTo(10);
  expect(slopePerHour(points.slice(0, 1))).toBe(0);
  expect([0.5, 0.95, 0.99, 1].map((share) => percentile([1, 2, 3, 4], share))).toEqual([
    2, 4, 4, 4,
  ]);
});
