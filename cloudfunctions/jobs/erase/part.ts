import type { Files } from '../../runtime/files';
import { eachForItself } from '../../runtime/in-parallel';
import type { Store } from '../../runtime/store/store';

export type ErasePorts = {
  store: Store;
  files: Files;
  nowMs: number;
  /** False when the call is near its end: then nothing more is begun. */
  hasTime(): boolean;
};

/** What one part of the night's work did, what it left for the next call, what went wrong. */
export type Part = { done: number; left: number; errors: unknown[] };

const atOnce = 4;

/**
 * Works through what is due until `most` are done. One that fails stays due, is not counted, and
 * keeps nobody behind it waiting.
 * @param due found with a limit beyond `most`, so that what is left is seen
 */
export async function eraseEach<Item>(
  { hasTime }: Pick<ErasePorts, 'hasTime'>,
  due: readonly Item[],
  most: number,
  erase: (item: Item) => Promise<void>,
): Promise<Part> {
  const errors: unknown[] = [];
  let [done, tried] = [0, 0];
  while (done < most && tried < due.length && hasTime()) {
    const now = due.slice(tried, tried + most - done);
    const { errors: failed, left } = await eachForItself(now, atOnce, erase, hasTime);
    tried += now.length - left;
    errors.push(...failed);
    done += now.length - left - failed.length;
  }
  return { done, left: due.length - tried, errors };
}
