import type { Files } from '../../runtime/files';
import { inParallel } from '../../runtime/in-parallel';
import type { Store } from '../../runtime/store/store';

export type ErasePorts = { store: Store; files: Files; nowMs: number };

/** What one part of the night's work did, what it left for the next call, what went wrong. */
export type Part = { done: number; left: number; errors: unknown[] };

const atOnce = 4;

/**
 * Works through what is due, up to `most`. One that fails stays due and keeps nobody waiting.
 * @param due found with a limit beyond `most`, so that what is left is seen
 */
export async function eraseEach<Item>(
  due: readonly Item[],
  most: number,
  erase: (item: Item) => Promise<void>,
): Promise<Part> {
  const now = due.slice(0, most);
  const errors: unknown[] = [];
  await inParallel(now, atOnce, (item) => erase(item).catch((error) => void errors.push(error)));
  return { done: now.length - errors.length, left: due.length - now.length, errors };
}
