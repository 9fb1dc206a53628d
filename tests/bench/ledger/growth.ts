import indexes from '../../../config/database/indexes.json';
import { type Engine, type IndexFile, openEngine } from '../../../local-cloud/engine';
import { randomOf } from '../history';
import { link, mediciIndexes } from '../medici/driver';
import {
  type Book,
  type Cost,
  measureCost,
  type Operation,
  type Summary,
  summaryOf,
} from './measure';
import { openMediciBook } from './medici';
import { naiveIndexes, openNaive } from './naive';
import { benchNowMs, openOurs } from './ours';

/** Every other operation is measured in every round, long ones in the first few. */
const roundsOfLong = 3;
/** In a row, so that what is timed is not how cold the last sum of a million rows left things. */
export const runsInARow = 20;

export type Measured = {
  entries: number;
  method: Book['method'];
  operation: string;
  /** In a row in each sample. */
  runs: number;
  cost: Summary;
};

type Task = { engine: Engine; entries: number; book: Book; operation: Operation; runs: number };

/** @param now a clock that stands still lets no transaction run out of its 30 seconds */
export async function openLedgerEngine(now: () => number = Date.now): Promise<Engine> {
  const all = { ...(indexes as IndexFile), ...(await mediciIndexes()), ...naiveIndexes };
  return openEngine({ directory: null, indexes: all, now });
}

async function tasksAt(entries: number, seed: number): Promise<Task[]> {
  // Summing a million rows within a transaction can take longer; it is to be measured, not ended.
  const engine = await openLedgerEngine(() => benchNowMs);
  const randomFor = (method: string) => randomOf(seed, `${method} ${entries}`);
  const books = [
    await openOurs(engine, entries, randomFor('ours')),
    await openMediciBook(engine, entries, randomFor('medici')),
    await openNaive(engine, entries, randomFor('naive')),
  ];
  return books.flatMap((book) =>
    book.operations.map((operation) => {
      const runs = operation.runs ?? (operation.long ? 1 : runsInARow);
      return { engine, entries, book, operation, runs };
    }),
  );
}

/**
 * All sizes and methods in one run, in a new order each round, so that whatever disturbs the
 * machine disturbs all of them alike. Each size has an engine of its own: a long book also lies in
 * a big collection.
 */
export async function measureGrowth(
  sizes: readonly number[],
  seed: number,
  rounds: number,
): Promise<Measured[]> {
  const tasks: Task[] = [];
  for (const entries of sizes) tasks.push(...(await tasksAt(entries, seed)));
  const random = randomOf(seed, 'order');
  const costs = new Map<Task, Cost[]>(tasks.map((task) => [task, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const task of random.shuffle(tasks)) {
      if (task.operation.long && round >= roundsOfLong) continue;
      link.current = task.engine;
      const cost = await measureCost(task.engine, task.operation, task.runs);
      await task.book.restore();
      // The first round warms the machine up.
      if (round > 0) costs.get(task)?.push(cost);
    }
  }
  return tasks.map((task) => {
    const { entries, book, operation, runs } = task;
    const cost = summaryOf(costs.get(task) ?? []);
    return { entries, method: book.method, operation: operation.name, runs, cost };
  });
}
