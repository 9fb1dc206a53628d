import { people, points } from '../../../src/contracts';
import { addDays, dayOf } from '../../../src/domain/kernel/time';
import { seedCommandId } from '../seed/ids';
import { drawnPhoto } from '../seed/photo';
import type { SampleCloud } from './sample-cloud';

const households = 12;

/** A clean-up of twelve households, recorded by one cadre and waiting for another. */
export async function prepareActivity({ client, cast, villageId }: SampleCloud): Promise<string> {
  const nowMs = await client.nowMs();
  const cadre = client.as(cast.cadre.openid);
  const known = await cadre.must(people.listHouseholdNames, { villageId });
  const others = known.households.filter(
    ({ householdNumber }) => householdNumber !== cast.cadre.householdNumber,
  );
  const path = `evidence/${seedCommandId('picture of many', nowMs)}.png`;
  const photos = [await cadre.upload(path, drawnPhoto('picture of many'))];
  const deed = { villageId, itemId: 'village-clean-up', day: addDays(dayOf(nowMs), -1), photos };
  const all = others.map(({ householdId }) => householdId);
  // Near relatives are for another cadre: whoever is refused for them is told which they are.
  const first = { ...deed, householdIds: all.slice(0, households) };
  const asked = await cadre.call(points.recordActivity, first);
  if (asked.ok) return asked.value.activityId;
  const near = (asked.error.details?.householdIds ?? []) as string[];
  const free = all.filter((householdId) => !near.includes(householdId)).slice(0, households);
  return (await cadre.must(points.recordActivity, { ...deed, householdIds: free })).activityId;
}
