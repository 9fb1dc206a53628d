import type { points } from '../../../src/contracts';
import type { InputOf, ValueOf } from '../../../src/contracts/contract';
import type { Household } from '../../../src/domain/people/types';
import { activityRecordId } from '../../../src/domain/records/activity';
import type { DeedRecord } from '../../../src/domain/records/types';
import type { AtOnce, CommandContext } from '../../runtime/define-action';
import { ownIdIsFree } from '../../runtime/id-is-free';
import type { Transaction } from '../../runtime/store/store';
import { claimPhotos } from '../photos/claim-photos';
import { decideTheDeed } from './begin-activity';
import { householdsAtOnce, type Left, recordOne, taken } from './record-households';

type Input = InputOf<typeof points.recordActivity>;
type Value = ValueOf<typeof points.recordActivity>;

/** One after the other: a transaction of the platform's database does not take them at once. */
async function householdsIn(tx: Transaction, ids: readonly string[]): Promise<Household[]> {
  const found: Household[] = [];
  for (const id of ids) {
    const household = await tx.get<Household>('households', id);
    if (household) found.push(household);
  }
  return found;
}

async function run(context: CommandContext<Input>): Promise<Value> {
  const { tx, commandId: activityId, again } = context;
  await ownIdIsFree(context, 'activities');
  const { activity, scheme } = await decideTheDeed(context, tx, (ids) => householdsIn(tx, ids));
  const { householdIds, recordedAtMs, photos } = activity;
  const claiming = { claim: { activityId }, householdId: null, recordedAtMs, photos };
  const kept = await claimPhotos(claiming, context);
  const left: Left[] = [];
  for (const householdId of householdIds) {
    const id = activityRecordId(activityId, householdId);
    const isTaken = again && (await tx.get<DeedRecord>('records', id)) !== null;
    const together = { context, activity, scheme };
    const one = isTaken ? taken(householdId) : await recordOne(together, tx, householdId);
    if (one) left.push(one);
  }
  const named = left.map(({ householdId, code }) => ({ householdId, code }));
  tx.create('activities', activityId, {
    ...activity,
    photos: kept,
    state: 'recorded',
    left: named,
  });
  const recorded = householdIds.length - left.length;
  return { activityId, recorded, points: activity.points, left };
}

/** So few households that activity and records are one transaction. */
export const recordAtOnce: AtOnce<Input, Value> = {
  fits: ({ householdIds }) => householdIds.length <= householdsAtOnce,
  run,
};
