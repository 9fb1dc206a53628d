import { refuse } from '../kernel/refusal';
import { mustStand } from '../people/ended-household';
import { onlyOncePerDay, usesOfSameDeed } from '../scheme/same-deed';
import { activityRecordId } from './activity';
import { type DeclareFacts, decideDeclare, itemOf, mustNotRecordInConflict } from './declare';
import type { Mover } from './record-needs';
import type { Activity, DeedRecord } from './types';

/**
 * The same item on the same day is one deed as long as nobody says why it is another: who does,
 * records it for that household alone.
 * @throws Refusal `same-deed`
 */
function mustBeAnotherDeed({ scheme, used }: DeclareFacts, activity: Activity): void {
  if (usesOfSameDeed(used.year, activity).length === 0) return;
  const { name, oncePerDay } = itemOf(scheme, activity.itemId);
  if (oncePerDay) refuse('same-deed', onlyOncePerDay(name));
  refuse('same-deed', '这一户同一天的这件事已经有一条了。真是另一件事,请单独给这一户记。');
}

/**
 * The record of one household of an activity; what shows the deed lies with the activity.
 * @throws Refusal `household-ended`, `own-household`, `near-relative`, `same-deed`,
 *   and what `decideDeclare` refuses
 */
export function decideRecordOfActivity(
  activity: Activity,
  facts: DeclareFacts,
  by: { mover: Mover; nowMs: number } & Pick<DeedRecord, 'seedHash' | 'againOf'>,
): DeedRecord {
  const { household } = facts;
  mustStand(household);
  mustNotRecordInConflict(by.mover);
  mustBeAnotherDeed(facts, activity);
  const { activityId, itemId, day, units, levelId } = activity;
  return decideDeclare(facts, {
    recordId: activityRecordId(activityId, household.householdId),
    activityId,
    personId: activity.recorderId,
    byCadre: true,
    deed: {
      ...{ itemId, day, photos: [] },
      units: units ?? undefined,
      levelId: levelId ?? undefined,
    },
    ...{ seedHash: by.seedHash, againOf: by.againOf },
    involvedIds: by.mover.ownIds,
    nowMs: by.nowMs,
  });
}
