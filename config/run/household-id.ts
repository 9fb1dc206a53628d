import { people } from '../../src/contracts';
import type { Actor } from './cloud-client';

/** The id of a household, found by its number as a cadre of the village finds it. */
export async function householdIdOf(cadre: Actor, villageId: string, householdNumber: number) {
  const search = String(householdNumber);
  const { households } = await cadre.must(people.findHouseholds, { villageId, search });
  const [household] = households;
  if (!household) throw new Error(`no household ${householdNumber} in ${villageId}`);
  return household.householdId;
}
