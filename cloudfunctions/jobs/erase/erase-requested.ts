import { saysTheSame } from '../../../src/domain/kernel/same';
import { erasureDone } from '../../../src/domain/people/erase';
import type { Erasure } from '../../../src/domain/people/types';
import {
  gaveItsEvidence,
  type Traced,
  withoutTraces,
} from '../../../src/domain/records/blank-record';
import type { DeedRecord } from '../../../src/domain/records/types';
import { readAll } from '../../runtime/store/read-all';
import { mostPerQuery } from '../../runtime/store/store';
import { forgetName, longerNamesOf, type Reading } from './forget-name';
import { type ErasePorts, eraseEach, type Part } from './part';

const erasuresPerCall = 10;
/** Twenty thousand records and orders a call; at a tenth of a second a page it is done in time. */
const readingPerCall = { pagesLeft: 100, documentsPerPage: mostPerQuery };

/** Files first: as long as one is there, the record knows it and the next night tries again. */
async function blankRecord(record: DeedRecord, traced: Traced, ports: ErasePorts) {
  if (saysTheSame(withoutTraces(record, traced), record)) return;
  if (gaveItsEvidence(record, traced)) await ports.files.remove(record.photos);
  await ports.store.transact(async (tx) => {
    const now = await tx.get<DeedRecord>('records', record.recordId);
    if (now) tx.set('records', record.recordId, withoutTraces(now, traced));
  });
}

/**
 * What they recorded themselves, also before they came to this village.
 * @returns false where the call's time went by: a later one passes over what is done
 */
async function eraseWhatTheyGave(
  { personId, name, askedAtMs }: Erasure,
  reading: Reading,
  ports: ErasePorts,
): Promise<boolean> {
  if (personId === null) return true;
  const { store } = ports;
  const given = await readAll<DeedRecord>(store, 'records', { recorderId: personId }, 'recordId');
  const longerIn = new Map<string, string[]>();
  for (const { villageId } of given) {
    if (name === null || longerIn.has(villageId)) continue;
    longerIn.set(villageId, await longerNamesOf(villageId, name, reading, store));
  }
  for (const record of given) {
    if (!ports.hasTime()) return false;
    const longer = longerIn.get(record.villageId) ?? [];
    await blankRecord(record, { personId, name, longerNames: longer, askedAtMs }, ports);
  }
  return true;
}

/** Texts first: a file that cannot be deleted keeps no name standing. */
async function erase(erasure: Erasure, reading: Reading, ports: ErasePorts): Promise<boolean> {
  if (!(await forgetName(erasure, reading, ports.store))) return false;
  if (!(await eraseWhatTheyGave(erasure, reading, ports))) return false;
  await ports.store.transact(async (tx) => {
    tx.set('erasures', erasure.erasureId, erasureDone(erasure, ports.nowMs));
  });
  return true;
}

/** Free text, photos and places of those who asked to be erased. */
export async function eraseRequested(
  ports: ErasePorts,
  most: Pick<Reading, 'pagesLeft' | 'documentsPerPage'> = readingPerCall,
): Promise<Part> {
  const waiting = await ports.store.query<Erasure>('erasures', {
    where: { state: 'waiting' },
    order: { field: 'erasureId', direction: 'asc' },
    limit: erasuresPerCall * 10,
  });
  const namesAsked = waiting.flatMap(({ name }) => name ?? []);
  const reading = { ...most, namesAsked, hasTime: ports.hasTime };
  let halfway = 0;
  const { done, left, errors } = await eraseEach(ports, waiting, erasuresPerCall, async (each) => {
    if (!(await erase(each, reading, ports))) halfway += 1;
  });
  return { done: done - halfway, left: left + halfway, errors };
}
