import type { Reader, Stored } from './store';

/** The document somebody points to, or null where they point to none. */
export async function getKnown<T>(
  from: Pick<Reader, 'get'>,
  collection: string,
  id: string | null | undefined,
): Promise<Stored<T> | null> {
  return id ? from.get<T>(collection, id) : null;
}
