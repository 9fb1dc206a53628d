import type { Activity, DeedRecord } from '../../../src/domain/records/types';
import { compare, type Data } from './data';

/** What is the same of an activity and of each of its records. */
const sharedBy = (of: Activity | DeedRecord) => {
  const { villageId, recorderId, itemId, day, points, schemeVersion, householdHidden } = of;
  return { villageId, recorderId, itemId, day, points, schemeVersion, householdHidden };
};

function checkRecord(record: DeedRecord, activity: Activity | undefined): string[] {
  const name = `record ${record.recordId} of an activity`;
  if (!activity) return [`${name} that is not there`];
  const isChosen = activity.householdIds.includes(record.householdId);
  return [
    ...(isChosen ? [] : [`${name} is of a household that was not chosen`]),
    ...compare(name, sharedBy(record), sharedBy(activity)),
    // What shows the deed lies with the activity alone.
    ...compare(`photos of ${name}`, record.photos, []),
  ];
}

/** Each chosen household has its one record, or stands among those left out. */
function checkActivity(activity: Activity, records: readonly DeedRecord[], data: Data): string[] {
  const { activityId, householdIds, state, left, photos } = activity;
  const name = `activity ${activityId}`;
  const held = [...records, ...left].map(({ householdId }) => householdId).sort();
  const chosen = [...householdIds].sort();
  const claims = data.photos.filter(
    (claim) => 'activityId' in claim && claim.activityId === activityId,
  );
  const gaveBack = records.every((each) => /^(withdrawn|refused-at-.*)$/.test(each.state));
  return [
    ...compare(`${name}: each household once`, new Set(held).size, held.length),
    ...(state === 'recorded' ? compare(`households of ${name}`, held, chosen) : []),
    // Of one of which nothing is left others may have the photos.
    ...(gaveBack || photos.length === 0
      ? []
      : compare(`photos of ${name}`, claims.length, photos.length)),
  ];
}

/** Every record of an activity stands in it, and every household of it has one or is left out. */
export function activityViolations(data: Data): string[] {
  const byId = new Map(data.activities.map((each) => [each.activityId, each]));
  const of = new Map<string, DeedRecord[]>();
  for (const record of data.records) {
    const { activityId } = record;
    if (activityId !== undefined) of.set(activityId, [...(of.get(activityId) ?? []), record]);
  }
  return [
    ...[...of].flatMap(([activityId, records]) =>
      records.flatMap((record) => checkRecord(record, byId.get(activityId))),
    ),
    ...data.activities.flatMap((each) => checkActivity(each, of.get(each.activityId) ?? [], data)),
  ];
}
