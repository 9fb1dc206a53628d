import { keptSinceMs } from '../../../src/domain/people/retention';
import { expired } from '../../../src/domain/people/rolls/roll';
import type { Roll } from '../../../src/domain/people/rolls/types';
import { removePages } from '../../people/save-roll';
import type { Store } from '../../runtime/store/store';
import { writeTask } from '../../runtime/write-task';
import { type ErasePorts, eraseEach, type Part } from './part';

const rollsPerCall = 50;

/** Taken back for whoever entered it: who stood on it is forgotten. */
async function takeBack(store: Store, { rollId }: Roll): Promise<void> {
  await store.transact(async (tx) => {
    const roll = await tx.get<Roll>('rolls', rollId);
    if (roll?.state !== 'proposed') return;
    removePages(roll, tx);
    tx.set('rolls', rollId, expired(roll));
    writeTask(tx, 'roll', rollId, null);
  });
}

/** Rolls that nobody will confirm any more. */
export async function eraseRolls(ports: ErasePorts): Promise<Part> {
  const due = await ports.store.query<Roll>('rolls', {
    where: { state: 'proposed' },
    order: { field: 'proposed.atMs', direction: 'desc' },
    after: keptSinceMs('unansweredRoll', ports.nowMs),
    limit: rollsPerCall,
  });
  return eraseEach(ports, due, rollsPerCall, (roll) => takeBack(ports.store, roll));
}
