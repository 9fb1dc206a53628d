import { points } from '../../../src/contracts';
import { activityRecordId } from '../../../src/domain/records/activity';
import { householdId } from '../../support/household-ids';
import type { Call } from '../call';
import type { ProofTown } from '../town';
import { deedOf } from './points';

/** What some households of village 1 did together today. */
export const sharedDeedOf = (town: ProofTown, ...numbers: number[]) => ({
  ...deedOf(town),
  villageId: 'v01',
  householdIds: numbers.map((number) => householdId(town, `v01-${number}`)),
});

/** Recorded by the cadre of household 3, who is nobody's relative. */
export async function recordedTogether(town: ProofTown, ...numbers: number[]): Promise<string> {
  town.clock.advanceMs(1000);
  const input = sharedDeedOf(town, ...numbers);
  return (await town.head(3).must(points.recordActivity, input)).activityId;
}

/** The record that a household of village 1 has of an activity. */
export const recordOf = (town: ProofTown, activityId: string, number: number) =>
  activityRecordId(activityId, householdId(town, `v01-${number}`));

/** Accepts or refuses all of it: two bodies of the same decision. */
export const bothWaysOfAll = (as: { openid: string }, activityId: string): Call => ({
  as,
  input: { activityId, accept: true, except: [] },
  otherInput: { activityId, accept: false, except: [], reason: '没有看到做了这件事' },
});
