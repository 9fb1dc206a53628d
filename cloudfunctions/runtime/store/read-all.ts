import type { Query, Reader, Stored } from './store';

const pageSize = 1000;

/**
 * Every document of an index range, page by page.
 * @param field unique within the range, so that no document is lost between two pages
 */
export async function readAll<T>(
  reader: Reader,
  collection: string,
  where: Query['where'],
  field: keyof T & string,
): Promise<Stored<T>[]> {
  const all: Stored<T>[] = [];
  for (;;) {
    const last = all.at(-1)?.[field] as string | number | undefined;
    const page = await reader.query<T>(collection, {
      where,
      order: { field, direction: 'asc' },
      limit: pageSize,
      ...(last !== undefined && { after: last }),
    });
    all.push(...page);
    if (page.length < pageSize) return all;
  }
}
