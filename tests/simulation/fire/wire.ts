import tcb from '@cloudbase/node-sdk';

export type Database = ReturnType<ReturnType<typeof tcb.init>['database']>;
export type WireTransaction = Awaited<ReturnType<Database['startTransaction']>>;
type Row = Record<string, unknown> & { _id: string };

const pageSize = 1000;

/** The unmodified server SDK, led to a cloud by environment variables alone. */
export function databaseAt(environment: Record<string, string>): Database {
  // The SDK reads them at every request, so one database follows a cloud over its restarts.
  Object.assign(process.env, environment, { SILENCE: 'true' });
  return tcb.init({ env: environment.TCB_ENV }).database();
}

/** Every document of a collection, over the wire, page by page. */
export async function readWhole<T>(db: Database, collection: string): Promise<(T & Row)[]> {
  const all: Row[] = [];
  for (let after = ''; ; after = all.at(-1)?._id ?? '') {
    const { data } = await db
      .collection(collection)
      .where({ _id: db.command.gt(after) })
      .orderBy('_id', 'asc')
      .limit(pageSize)
      .get();
    all.push(...(data as Row[]));
    if (data.length < pageSize) return all as (T & Row)[];
  }
}

/** What a command line or a test wants to see after a failure. */
export function holds(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
