import { points } from '../../../src/contracts';
import { yearOf } from '../../../src/domain/kernel/time';
import type { Household } from '../../../src/domain/people/types';
import type { DeedRecord } from '../../../src/domain/records/types';
import { allowanceId } from '../../../src/domain/scheme/allowance';
import type { Allowance } from '../../../src/domain/scheme/types';
import { defineQuery } from '../../runtime/define-action';
import { readByIds } from '../../runtime/store/read-by-ids';
import { mostPerQuery } from '../../runtime/store/store';
import { linesFor } from '../activities/activity-view';
import { loadActivity, placeOfActivity, refuseUnknownActivity } from '../activities/load-activity';
import { remembering } from '../activities/remembering';

export const readActivity = defineQuery({
  contract: points.readActivity,
  allow: [
    { who: 'cadre', at: 'own-village' },
    { who: 'panel', at: 'own-village' },
    { who: 'supervisor', at: 'own-village' },
    { who: 'town-admin' },
  ],
  place: placeOfActivity,
  async run({ input: { activityId }, read, caller, files, nowMs }) {
    const activity = await loadActivity(read, activityId);
    const of = { where: { activityId }, limit: mostPerQuery };
    const records = await read.query<DeedRecord>('records', of);
    const ids = records.map(({ householdId }) => householdId);
    const households = await readByIds<Household>(read, 'households', ids);
    const year = yearOf(activity.day);
    const allowanceIds = ids.map((householdId) => allowanceId(householdId, year));
    const allowances = await readByIds<Allowance>(read, 'allowances', allowanceIds);
    const usesOf = new Map(allowances.map(({ householdId, uses }) => [householdId, uses]));
    const byId = new Map(
      households.map((household) => {
        const { householdId } = household;
        return [householdId, { household, uses: usesOf.get(householdId) ?? [] }];
      }),
    );
    const { lines, offered, next } = await linesFor(
      caller,
      records,
      byId,
      remembering(read),
      nowMs,
    );
    // Of a panel only who was drawn for one of them learns what it is.
    const handles = lines.length > 0;
    if (!handles && records.length > 0) refuseUnknownActivity();
    // What is about somebody's health shows who it is: whoever may not know that sees neither.
    const isShown = lines.some(({ householdNumber }) => householdNumber !== null);
    const photos = isShown ? await files.temporaryAddresses(activity.photos) : [];
    const { villageId, itemName, day, standardText, recordedAtMs, left } = activity;
    return {
      ...{ activityId, villageId, itemName, day, standardText, recordedAtMs },
      note: isShown ? activity.note : null,
      evidenceHidden: !isShown && activity.evidenceHeld,
      photos: photos.filter((address) => address !== null),
      leftOut: left.length,
      ...{ lines, offered, next },
    };
  },
});
