import { partsOf } from '../parts-of';
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
  const found = await Promise.all(
    partsOf(ids, idsPerRequest).map((_id) =>
      reader.query<T>(collection, { where: { _id }, limit: _id.length }),
    ),
  );
  return found.flat();
}
