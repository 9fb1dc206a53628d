import { recordsPerPage } from '../../src/contracts/limits';
import type { DeedRecord } from '../../src/domain/records/types';
import type { Plain, Reader } from '../runtime/store/store';
import type { View } from './record-views';

/** Somebody whose queue is full of what they may not decide still gets an answer in time. */
const mostLookedAt = 600;

async function collectFrom(
  reader: Reader,
  where: Record<string, Plain>,
  view: View,
  after: string | undefined,
): Promise<DeedRecord[]> {
  const found: DeedRecord[] = [];
  const limit = recordsPerPage + 1;
  let behind = after;
  for (let lookedAt = 0; lookedAt < mostLookedAt; lookedAt += limit) {
    const page = await reader.query<DeedRecord>('records', {
      where,
      order: { field: 'recordId', direction: view.newestFirst ? 'desc' : 'asc' },
      limit,
      ...(behind !== undefined && { after: behind }),
    });
    found.push(...page.filter(view.keep));
    behind = page.at(-1)?.recordId;
    if (page.length < limit || found.length >= limit) break;
  }
  return found;
}

/** A page of a view; several villages of one person run together in the order of the ids. */
export async function collectRecords(
  reader: Reader,
  view: View,
  after: string | undefined,
): Promise<{ records: DeedRecord[]; more: boolean }> {
  const lists = await Promise.all(
    view.ranges.map((where) => collectFrom(reader, where, view, after)),
  );
  const sign = view.newestFirst ? -1 : 1;
  const all = lists.flat().sort((l, r) => (l.recordId < r.recordId ? -sign : sign));
  return { records: all.slice(0, recordsPerPage), more: all.length > recordsPerPage };
}
