import { keptSinceMs } from '../../../src/domain/people/retention';
import { withoutEvidence } from '../../../src/domain/points/blank-record';
import type { DeedRecord } from '../../../src/domain/points/types';
import { type ErasePorts, eraseEach, type Part } from './part';

const recordsPerCall = 200;

/** Photos, notes and places of records that ended long ago. */
export async function eraseEvidence(ports: ErasePorts): Promise<Part> {
  const { store, files, nowMs } = ports;
  const ended = await store.query<DeedRecord>('records', {
    where: { evidenceHeld: true, open: false },
    order: { field: 'recordedAtMs', direction: 'asc' },
    limit: recordsPerCall * 2,
  });
  const since = keptSinceMs('evidence', nowMs);
  const due = ended.filter(({ recordedAtMs }) => recordedAtMs < since);
  return eraseEach(due, recordsPerCall, async ({ recordId, photos }) => {
    await files.remove(photos);
    await store.transact(async (tx) => {
      const record = await tx.get<DeedRecord>('records', recordId);
      if (record) tx.set('records', recordId, withoutEvidence(record));
    });
  });
}
