import type { Reader, Stored } from './store';

/** As many as a list can well carry. */
const idsPerRequest = 100;

/**
 * Documents by their ids, a hundred with each request; in no order, those that are not there left
 * out. Not for a transaction: it gets its documents one by one.
 */
export async function readByIds<T>(
  reader: Reader,
  collection: string,
  ids: readonly string[],
): Promise<Stored<T>[]> {
  const parts: string[][] = [];
  for (let at = 0; at < ids.length; at += idsPerRequest) {
    parts.push(ids.slice(at, at + idsPerRequest));
  }
  const found = await Promise.all(
    parts.map((_id) => reader.query<T>(collection, { where: { _id }, limit: _id.length })),
  );
  return found.flat();
}
