import type { Query, Reader } from './store';

/**
 * Whether there are so many of them already. In a transaction that then adds one, something is
 * written that another one adding also writes: so the last place is not given twice.
 */
export async function isFull(
  read: Reader,
  collection: string,
  where: Query['where'],
  most: number,
): Promise<boolean> {
  return (await read.query(collection, { where, limit: most })).length >= most;
}
