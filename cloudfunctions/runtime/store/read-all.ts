import { mostPerQuery, type Query, type Reader, type Stored } from './store';

/** Behind anything else nothing can be read; whoever finds it there has found enough. */
function isKey(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/**
 * A full page without its last key: others may have the same one, which going on behind it would
 * skip. It is read again with the next page; a page of one key alone is kept.
 */
function withoutLastKey<T>(page: readonly T[], field: keyof T): readonly T[] {
  const last = page.at(-1)?.[field];
  const before = page.filter((each) => each[field] !== last);
  return before.length > 0 ? before : page;
}

/**
 * Every document of an index range, page by page; also those that share a key, which only somebody
 * who wrote behind the product's back can have made.
 * @param field unique within the range
 */
export async function readAll<T>(
  reader: Reader,
  collection: string,
  where: Query['where'],
  field: keyof T & string,
  pageSize = mostPerQuery,
): Promise<Stored<T>[]> {
  const all: Stored<T>[] = [];
  for (;;) {
    const last = all.at(-1)?.[field];
    const page = await reader.query<T>(collection, {
      where,
      order: { field, direction: 'asc' },
      limit: pageSize,
      ...(isKey(last) && { after: last }),
    });
    const full = page.length === pageSize;
    all.push(...(full ? withoutLastKey(page, field) : page));
    if (!full || !isKey(all.at(-1)?.[field])) return all;
  }
}
