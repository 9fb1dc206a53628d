import type { Plain, Reader, Stored } from '../runtime/store/store';

const pageSize = 1000;

/**
 * Everything of a village, page by page.
 * @param field unique within the village and ordered by a declared index
 */
export async function queryAll<T extends object>(
  read: Reader,
  collection: string,
  where: Record<string, Plain>,
  field: keyof T & string,
): Promise<Stored<T>[]> {
  const all: Stored<T>[] = [];
  let after: string | number | undefined;
  for (;;) {
    const order = { field, direction: 'asc' } as const;
    const page = await read.query<T>(collection, {
      where,
      order,
      limit: pageSize,
      ...(after !== undefined && { after }),
    });
    all.push(...page);
    const last = page.at(-1);
    if (page.length < pageSize || !last) return all;
    after = last[field] as string | number;
  }
}
