import type { RecordLineOf } from '../../../components/record-line';
import type { WorkView } from './work-tabs';

/** What is done with all of one deed at once; the others are a household's own. */
const together: ReadonlySet<WorkView> = new Set(['to-check', 'to-review', 'to-notice']);

/** Whether it is done with others of its deed, on a page of their own. */
export const isDoneTogether = ({ activityId }: RecordLineOf, view: WorkView): boolean =>
  activityId !== null && together.has(view);

/** One after the other, those of one deed of many together where the first of them stands. */
export function byDeed(rows: readonly RecordLineOf[], view: WorkView): RecordLineOf[][] {
  const deeds = new Map<string, RecordLineOf[]>();
  for (const row of rows) {
    const key = isDoneTogether(row, view) ? (row.activityId ?? '') : row.recordId;
    deeds.set(key, [...(deeds.get(key) ?? []), row]);
  }
  return [...deeds.values()];
}

/** What a group is called: by its first record, which stays while others join it. */
export const keyOfDeed = ([first]: readonly RecordLineOf[]): string => first?.recordId ?? '';
