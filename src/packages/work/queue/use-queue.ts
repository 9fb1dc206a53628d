import { type Pages, usePages } from '../../../client/use-pages';
import type { RecordLineOf } from '../../../components/record-line';
import type { ValueOf } from '../../../contracts/contract';
import { listRecords } from '../../../contracts/records';
import type { WorkView } from './work-tabs';

export type Queue = Pages<ValueOf<typeof listRecords>, RecordLineOf>;

/** What waits in one view, page by page; asks nothing where the person has no such job. */
export function useQueue(view: WorkView, mine: boolean): Queue {
  return usePages({
    contract: listRecords,
    first: mine ? { view } : null,
    rowsOf: (value) => value.records,
    keyOf: (record) => record.recordId,
    after: (_, { next }) => ({ view, ...(next !== null && { after: next }) }),
    moving: true,
  });
}

/** `3`, `20+` where there is more; null while it is not known. */
export function queueCount({ first, rows, more }: Queue): string | null {
  if (first.value === null) return null;
  return more ? `${rows.length}+` : String(rows.length);
}
