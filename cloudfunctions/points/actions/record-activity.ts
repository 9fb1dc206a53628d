import { points } from '../../../src/contracts';
import { defineRun } from '../../runtime/define-action';
import { beginActivity } from '../activities/begin-activity';
import { recordAtOnce } from '../activities/record-at-once';
import { recordHouseholds } from '../activities/record-households';

export const recordActivity = defineRun({
  contract: points.recordActivity,
  allow: [{ who: 'cadre', at: 'own-village' }],
  place: ({ input }) => ({ villageId: input.villageId }),
  async run(context) {
    const begun = await beginActivity(context);
    const { activity } = begun;
    const left = await recordHouseholds(context, begun);
    const recorded = activity.householdIds.length - left.length;
    return { activityId: activity.activityId, recorded, points: activity.points, left };
  },
  atOnce: recordAtOnce,
});
