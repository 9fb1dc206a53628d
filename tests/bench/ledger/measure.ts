import type { Engine } from '../../../local-cloud/engine';

/** What one operation cost. Documents are those the database looked at, wherever it looked. */
export type Cost = { requests: number; examined: number; written: number; ms: number };

export type Operation = {
  name: string;
  run: () => Promise<unknown>;
  /** What has to be there before; not measured. */
  prepare?: () => Promise<unknown>;
  /** Reads a whole history, so that it is measured a few times only. */
  long?: boolean;
};

/** One way of keeping points, with its one long book on one engine. */
export type Book = { method: 'ours' | 'medici' | 'naive'; operations: Operation[] };

export async function costOf(engine: Engine, { prepare, run }: Operation): Promise<Cost> {
  await prepare?.();
  const before = engine.counters();
  const startedMs = performance.now();
  await run();
  const ms = performance.now() - startedMs;
  const after = engine.counters();
  return {
    requests: after.requests - before.requests,
    examined: after.documentsExamined - before.documentsExamined,
    written: after.documentsWritten - before.documentsWritten,
    ms,
  };
}

const round = (value: number, digits: number) => Number(value.toFixed(digits));
const mean = (values: number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Counts as means, time as the median: a noisy machine moves the time, never the counts. */
export function summaryOf(costs: readonly Cost[]): Cost & { runs: number } {
  return {
    requests: round(mean(costs.map(({ requests }) => requests)), 2),
    examined: round(mean(costs.map(({ examined }) => examined)), 2),
    written: round(mean(costs.map(({ written }) => written)), 2),
    ms: round(median(costs.map(({ ms }) => ms)), 4),
    runs: costs.length,
  };
}
