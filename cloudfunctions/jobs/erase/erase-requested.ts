import { saysTheSame } from '../../../src/domain/kernel/same';
import { erasureDone } from '../../../src/domain/people/erase';
import type { Erasure } from '../../../src/domain/people/types';
import { gaveItsEvidence, withoutTraces } from '../../../src/domain/records/blank-record';
import type { DeedRecord } from '../../../src/domain/records/types';
import { readAll } from '../../runtime/store/read-all';
import { mostPerQuery } from '../../runtime/store/store';
import { forgetName, type Reading } from './forget-name';
import { type ErasePorts, eraseEach, type Part } from './part';

const erasuresPerCall = 10;
/** Twenty thousand records and orders a call; at a tenth of a second a page it is done in time. */
const readingPerCall = { pagesLeft: 100, documentsPerPage: mostPerQuery };

/** Files first: as long as one is there, the record knows it and the next night tries again. */
async function blankRecord(record: DeedRecord, erasure: Erasure, ports: ErasePorts) {
  if (saysTheSame(withoutTraces(record, erasure), record)) return;
  if (gaveItsEvidence(record, erasure)) await ports.files.remove(record.photos);
  await ports.store.transact(async (tx) => {
    const now = await tx.get<DeedRecord>('records', record.recordId);
    if (now) tx.set('records', record.recordId, withoutTraces(now, erasure));
  });
}

/**
 * What they recorded themselves, also before they came to this village.
 * @returns false where the call's time went by: a later one passes over what is done
 */
async function eraseWhatTheyGave(erasure: Erasure, ports: ErasePorts): Promise<boolean> {
  const { personId: recorderId } = erasure;
  if (recorderId === null) return true;
  const given = await readAll<DeedRecord>(ports.store, 'records', { recorderId }, 'recordId');
  for (const record of given) {
    if (!ports.hasTime()) return false;
    await blankRecord(record, erasure, ports);
  }
  return true;
}

/** Texts first: a file that cannot be deleted keeps no name standing. */
async function erase(erasure: Erasure, reading: Reading, ports: ErasePorts): Promise<boolean> {
  if (!(await forgetName(erasure, reading, ports.store))) return false;
  if (!(await eraseWhatTheyGave(erasure, ports))) return false;
  await ports.store.transact(async (tx) => {
    tx.set('erasures', erasure.erasureId, erasureDone(erasure, ports.nowMs));
  });
  return true;
}

/** Free text, photos and places of those who asked to be erased. */
export async function eraseRequested(
  ports: ErasePorts,
  most: Omit<Reading, 'hasTime'> = readingPerCall,
): Promise<Part> {
  const waiting = await ports.store.query<Erasure>('erasures', {
    where: { state: 'waiting' },
    order: { field: 'erasureId', direction: 'asc' },
    limit: erasuresPerCall * 10,
  });
  const reading = { ...most, hasTime: ports.hasTime };
  let halfway = 0;
  const { done, left, errors } = await eraseEach(ports, waiting, erasuresPerCall, async (each) => {
    if (!(await erase(each, reading, ports))) halfway += 1;
  });
  return { done: done - halfway, left: left + halfway, errors };
}
