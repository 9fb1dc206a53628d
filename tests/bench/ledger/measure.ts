import type { Engine } from '../../../local-cloud/engine';
import { type Quartiles, quartilesOf } from '../first-call/quartiles';

/**
 * What one run of an operation cost. Documents are those the database looked at, or wrote. Time is
 * the processor time of this process, database in memory included: nothing in it waits, and what
 * else runs on the machine does not count.
 */
export type Cost = { requests: number; examined: number; written: number; ms: number };

export type Operation = {
  name: string;
  run: () => Promise<unknown>;
  /** What has to be there before so many runs; not measured. */
  prepare?: (runs: number) => Promise<unknown>;
  /** Reads a whole history, in its run or before it, so that it is measured a few times only. */
  long?: boolean;
  /** How often in a row in each round, where it differs from what others are. */
  runs?: number;
};

/** One way of keeping points, with its one long book on one engine. */
export type Book = {
  method: 'ours' | 'medici' | 'naive';
  operations: Operation[];
  /** Takes out what the runs added, so that a book of 1 000 entries stays one; not measured. */
  restore: () => Promise<void>;
};

/** @returns the cost of one of so many runs in a row */
export async function measureCost(
  engine: Engine,
  { prepare, run }: Operation,
  runs = 1,
): Promise<Cost> {
  await prepare?.(runs);
  const before = engine.counters();
  const started = process.cpuUsage();
  for (let done = 0; done < runs; done += 1) await run();
  const { user, system } = process.cpuUsage(started);
  const after = engine.counters();
  return {
    requests: (after.requests - before.requests) / runs,
    examined: (after.documentsExamined - before.documentsExamined) / runs,
    written: (after.documentsWritten - before.documentsWritten) / runs,
    ms: (user + system) / 1000 / runs,
  };
}

/** Counts as means; of times everything, since a noisy machine moves those and never the counts. */
export type Summary = Omit<Cost, 'ms'> & { ms: Quartiles; samplesMs: number[] };

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));
const mean = (values: number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;

export function summaryOf(costs: readonly Cost[]): Summary {
  const samplesMs = costs.map(({ ms }) => rounded(ms, 5));
  return {
    requests: rounded(mean(costs.map(({ requests }) => requests)), 2),
    examined: rounded(mean(costs.map(({ examined }) => examined)), 2),
    written: rounded(mean(costs.map(({ written }) => written)), 2),
    ms: quartilesOf(samplesMs),
    samplesMs,
  };
}
