import { keptSinceMs } from '../../../src/domain/people/retention';
import { withoutEvidence } from '../../../src/domain/records/blank-record';
import type { DeedRecord } from '../../../src/domain/records/types';
import { type ErasePorts, eraseEach, type Part } from './part';

const recordsPerCall = 100;

/** The latest first: one that cannot be erased and only grows older is not in the others' way. */
function dueThat(isOpen: boolean, { store, nowMs }: ErasePorts): Promise<DeedRecord[]> {
  return store.query<DeedRecord>('records', {
    where: { evidenceHeld: true, open: isOpen },
    order: { field: 'recordedAtMs', direction: 'desc' },
    after: keptSinceMs('evidence', nowMs),
    limit: recordsPerCall * 2,
  });
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
