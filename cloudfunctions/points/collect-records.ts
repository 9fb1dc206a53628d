import { recordsPerPage } from '../../src/contracts/limits';
import type { DeedRecord } from '../../src/domain/records/types';
import type { Caller } from '../runtime/caller';
import { inOrderOf, readWaiting } from '../runtime/read-waiting';
import { readByIds } from '../runtime/store/read-by-ids';
import type { Plain, Reader } from '../runtime/store/store';
import type { View } from './record-views';

export type RecordPage = { records: DeedRecord[]; more: boolean; next: string | null };

/** What waits for the caller, the longest waiting first. */
async function collectWaiting(
  reader: Reader,
  { person }: Caller,
  queue: NonNullable<View['queue']>,
  after: string | undefined,
): Promise<RecordPage> {
  if (!person) return { records: [], more: false, next: null };
  const { steps, keysOf } = queue;
  const { tasks, more, next } = await readWaiting(reader, {
    ...{ keys: keysOf(person), steps, reader: person },
    ...{ after, perPage: recordsPerPage },
  });
  const ids = tasks.map(({ subjectId }) => subjectId);
  const found = await readByIds<DeedRecord>(reader, 'records', ids);
  return { records: inOrderOf(tasks, found), more, next };
}

/** Somebody's own, the newest first. */
async function collectOwn(
  reader: Reader,
  where: Record<string, Plain>,
  after: string | undefined,
): Promise<RecordPage> {
  const found = await reader.query<DeedRecord>('records', {
    where,
    order: { field: 'recordId', direction: 'desc' },
    limit: recordsPerPage + 1,
    ...(after !== undefined && { after }),
  });
  const records = found.slice(0, recordsPerPage);
  const more = found.length > recordsPerPage;
  return { records, more, next: more ? (records.at(-1)?.recordId ?? null) : null };
}

/** A page of a view; what the caller may not see of it is left out of the page. */
export async function collectRecords(
  reader: Reader,
  caller: Caller,
  view: View,
  after: string | undefined,
): Promise<RecordPage> {
  if (view.queue) return collectWaiting(reader, caller, view.queue, after);
  if (!view.where) return { records: [], more: false, next: null };
  const page = await collectOwn(reader, view.where, after);
  const { sinceMs = 0, keep } = view;
  const recent = page.records.filter(({ recordedAtMs }) => recordedAtMs >= sinceMs);
  const records = recent.filter(keep);
  // The newest come first: behind one that is too old there are none.
  const isOver = recent.length < page.records.length;
  return isOver ? { records, more: false, next: null } : { ...page, records };
}
