import { expired } from '../../../src/domain/people/life/life-event';
import { needsSignatures } from '../../../src/domain/people/life/signing';
import type { LifeEvent } from '../../../src/domain/people/life/types';
import { keptSinceMs } from '../../../src/domain/people/retention';
import type { Store } from '../../runtime/store/store';
import { writeTask } from '../../runtime/write-task';
import { type ErasePorts, eraseEach, type Part } from './part';

const eventsPerCall = 200;

/** Taken back for whoever entered it: who was to be entered is forgotten. */
async function takeBack(store: Store, { lifeEventId }: LifeEvent): Promise<void> {
  await store.transact(async (tx) => {
    const event = await tx.get<LifeEvent>('life-events', lifeEventId);
    if (event?.state !== 'proposed') return;
    const over = expired(event);
    tx.set('life-events', lifeEventId, over);
    writeTask(tx, 'life', lifeEventId, null);
    if (needsSignatures(over)) writeTask(tx, 'signing', lifeEventId, null);
  });
}

/** Life events that nobody will answer any more. */
export async function eraseEvents(ports: ErasePorts): Promise<Part> {
  const due = await ports.store.query<LifeEvent>('life-events', {
    where: { state: 'proposed' },
    order: { field: 'proposed.atMs', direction: 'desc' },
    after: keptSinceMs('unansweredEvent', ports.nowMs),
    limit: eventsPerCall,
  });
  return eraseEach(ports, due, eventsPerCall, (event) => takeBack(ports.store, event));
}
