import type { Person } from '../../src/domain/people/types';
import { notKeysOf } from '../../src/domain/tasks/keys';
import type { Queue } from '../../src/domain/tasks/queues';
import type { Task } from '../../src/domain/tasks/types';
import type { Reader, Stored } from './store/store';

export type WaitingPage = { tasks: Stored<Task>[]; more: boolean; next: string | null };

type Asked = {
  /** Whose keys; of a shop or village, its own. */
  keys: readonly string[];
  steps: Queue['steps'];
  /** Who reads: what names them in its `not` is left out. Null leaves nothing out. */
  reader: Person | null;
  after?: string | undefined;
  perPage: number;
};

/**
 * A page of a queue, what waits longest first. The database leaves out what is not the reader's, so
 * that nothing older can hide what is.
 */
export async function readWaiting(
  read: Reader,
  { keys, steps, reader, after, perPage }: Asked,
): Promise<WaitingPage> {
  if (keys.length === 0) return { tasks: [], more: false, next: null };
  const found = await read.query<Task>('tasks', {
    where: { shownTo: keys, step: steps },
    ...(reader && { without: { field: 'not', anyOf: notKeysOf(reader) } }),
    order: { field: 'turn', direction: 'asc' },
    ...(after !== undefined && { after }),
    limit: perPage + 1,
  });
  const tasks = found.slice(0, perPage);
  const more = found.length > perPage;
  return { tasks, more, next: more ? (tasks.at(-1)?.turn ?? null) : null };
}

/** The documents that tasks are of, in their order. */
export function inOrderOf<T>(tasks: readonly Task[], documents: readonly Stored<T>[]): Stored<T>[] {
  const byId = new Map(documents.map((each) => [each._id, each]));
  return tasks.flatMap(({ subjectId }) => byId.get(subjectId) ?? []);
}
