import { keptSinceMs } from '../../../src/domain/people/retention';
import { withoutSharedEvidence } from '../../../src/domain/records/blank-record';
import type { Activity } from '../../../src/domain/records/types';
import { type ErasePorts, eraseEach, type Part } from './part';

const activitiesPerCall = 50;

/** Photos and notes of what was recorded of many households long ago; the latest first. */
export async function eraseActivities(ports: ErasePorts): Promise<Part> {
  const { store, files, nowMs } = ports;
  const due = await store.query<Activity>('activities', {
    where: { evidenceHeld: true },
    order: { field: 'recordedAtMs', direction: 'desc' },
    after: keptSinceMs('evidence', nowMs),
    limit: activitiesPerCall * 2,
  });
  return eraseEach(ports, due, activitiesPerCall, async ({ activityId, photos }) => {
    await files.remove(photos);
    await store.transact(async (tx) => {
      const activity = await tx.get<Activity>('activities', activityId);
      if (activity) tx.set('activities', activityId, withoutSharedEvidence(activity));
    });
  });
}
