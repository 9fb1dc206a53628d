import { keptSinceMs } from '../../../src/domain/people/retention';
import { withoutEvidence } from '../../../src/domain/points/blank-record';
import type { DeedRecord } from '../../../src/domain/points/types';
import { type ErasePorts, eraseEach, type Part } from './part';

const recordsPerCall = 200;

async function dueThat(isOpen: boolean, { store, nowMs }: ErasePorts): Promise<DeedRecord[]> {
  const records = await store.query<DeedRecord>('records', {
    where: { evidenceHeld: true, open: isOpen },
    order: { field: 'recordedAtMs', direction: 'asc' },
    limit: recordsPerCall * 2,
  });
  const since = keptSinceMs('evidence', nowMs);
  return records.filter(({ recordedAtMs }) => recordedAtMs < since);
}

/**
 * Photos, notes and places of long ago. Also of records nobody has decided on: that they wait is no
 * reason to keep them for ever; who checks such a record later sees that they are gone.
 */
export async function eraseEvidence(ports: ErasePorts): Promise<Part> {
  const { store, files } = ports;
  const due = [...(await dueThat(false, ports)), ...(await dueThat(true, ports))];
  return eraseEach(ports, due, recordsPerCall, async ({ recordId, photos }) => {
    await files.remove(photos);
    await store.transact(async (tx) => {
      const record = await tx.get<DeedRecord>('records', recordId);
      if (record) tx.set('records', recordId, withoutEvidence(record));
    });
  });
}
