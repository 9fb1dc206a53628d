import { refuse } from '../kernel/refusal';
import { mustStand } from '../people/ended-household';
import type { AllowanceUse } from '../scheme/types';
import { activityRecordId } from './activity';
import { type DeclareFacts, decideDeclare, mustNotRecordInConflict } from './declare';
import type { Mover } from './record-needs';
import type { Activity, DeedRecord } from './types';

/** What was counted already; what came to nothing gave its count back. */
const isSameDeed =
  ({ itemId, day }: Activity) =>
  (use: AllowanceUse) =>
    use.itemId === itemId && use.day === day;

/**
 * The same item on the same day is one deed as long as nobody says why it is another: who does,
 * records it for that household alone.
 * @throws Refusal `same-deed`
 */
function mustBeAnotherDeed(activity: Activity, uses: readonly AllowanceUse[]): void {
  if (!uses.some(isSameDeed(activity))) return;
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
  const { household, used } = facts;
  mustStand(household);
  mustNotRecordInConflict(by.mover);
  mustBeAnotherDeed(activity, [...used.year, ...used.once]);
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
