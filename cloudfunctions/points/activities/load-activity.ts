import { refuse } from '../../../src/domain/kernel/refusal';
import type { Activity, DeedRecord } from '../../../src/domain/records/types';
import type { Place, QueryContext } from '../../runtime/define-action';
import type { Stored } from '../../runtime/store/store';
import type { Getter } from '../load';

export function refuseUnknownActivity(): never {
  refuse('activity-not-found', '没有找到这件事。请刷新后再看。');
}

/** @throws Refusal `activity-not-found` */
export async function loadActivity(from: Getter, activityId: string): Promise<Stored<Activity>> {
  const activity = await from.get<Activity>('activities', activityId);
  if (!activity) refuseUnknownActivity();
  return activity;
}

/** Where an activity belongs, for the check of who may act on it. */
export async function placeOfActivity(
  context: Pick<QueryContext<{ activityId: string }>, 'read' | 'input'>,
): Promise<Place> {
  const { villageId } = await loadActivity(context.read, context.input.activityId);
  return { villageId };
}

/** Note and photos of a record: its own, or those of the activity it belongs to. */
export async function evidenceOf(
  record: DeedRecord,
  from: Getter,
): Promise<Pick<DeedRecord, 'note' | 'photos'>> {
  const { activityId } = record;
  return activityId === undefined ? record : loadActivity(from, activityId);
}
