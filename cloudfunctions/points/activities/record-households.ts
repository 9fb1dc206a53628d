import { commonRefusals } from '../../../src/contracts/refusals';
import { Refusal } from '../../../src/domain/kernel/refusal';
import type { Household } from '../../../src/domain/people/types';
import { activityRecordId } from '../../../src/domain/records/activity';
import { decideRecordOfActivity } from '../../../src/domain/records/activity-record';
import { itemOf } from '../../../src/domain/records/declare';
import type { Activity, DeedRecord } from '../../../src/domain/records/types';
import type { Scheme } from '../../../src/domain/scheme/types';
import { partsOf } from '../../runtime/parts-of';
import { findsItself, type Store, StoreBusy, type Transaction } from '../../runtime/store/store';
import { loadCounted, usedOf, writeNewRecord } from '../count-use';
import { promisedDraw } from '../decision-facts';
import { loadHousehold, moverFor } from '../load';
import type { Begun, Recording } from './begin-activity';

/** As many as a transaction can well read and write: five documents each. */
export const householdsAtOnce = 12;

export type Left = { householdId: string; code: string; message: string };

/** What is the same for every household of an activity. */
export type Together = {
  context: Pick<Recording, 'caller' | 'nowMs' | 'secret' | 'templates'>;
  activity: Activity;
  scheme: Scheme;
};

/** Somebody's command carried the id that this record would have. */
export const taken = (householdId: string): Left => ({
  ...{ householdId, code: 'command-reused' },
  message: commonRefusals['command-reused'],
});

/** Null where it is recorded, else why it is not. */
export async function recordOne(
  { context, activity, scheme }: Together,
  tx: Transaction,
  householdId: string,
): Promise<Left | null> {
  const { caller, nowMs } = context;
  try {
    const household = await loadHousehold(tx, householdId);
    const mover = await moverFor(tx, caller, household);
    const item = itemOf(scheme, activity.itemId);
    const counted = await loadCounted(tx, householdId, item, activity.day);
    const facts = { scheme, household, used: usedOf(counted) };
    const drawn = await promisedDraw({ tx, secret: context.secret }, activity, counted);
    const record = decideRecordOfActivity(activity, facts, { mover, nowMs, ...drawn });
    writeNewRecord({ ...context, tx }, record, household as Household, counted);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { householdId, code: error.code, message: error.message };
  }
}

type Part = {
  some: readonly string[];
  fresh: boolean;
  /** Of the parts before; after the last one all of them stand in the activity. */
  before: readonly Left[];
  isLast: boolean;
};

/** All are through: which have no record stands in the activity from now on. */
async function endRecording(
  tx: Transaction,
  { activityId }: Activity,
  left: readonly Left[],
): Promise<void> {
  const activity = await tx.get<Activity>('activities', activityId);
  if (activity?.state !== 'recording') return;
  const named = left.map(({ householdId, code }) => ({ householdId, code }));
  tx.set('activities', activityId, { ...activity, state: 'recorded', left: named });
}

/** Some households in one transaction; only where nothing is there yet it is not looked for. */
async function recordSome(
  store: Store,
  together: Together,
  { some, fresh, before, isLast }: Part,
): Promise<Left[]> {
  const { activity } = together;
  let tries = 0;
  return store.transact(async (tx) => {
    tries += 1;
    const left: Left[] = [];
    for (const householdId of some) {
      const id = activityRecordId(activity.activityId, householdId);
      const known = fresh && tries === 1 ? null : await tx.get<DeedRecord>('records', id);
      if (known?.activityId === activity.activityId) continue;
      const one = known ? taken(householdId) : await recordOne(together, tx, householdId);
      if (one) left.push(one);
    }
    if (isLast) await endRecording(tx, activity, [...before, ...left]);
    return left;
  }, findsItself);
}

/**
 * One record for each household, a few with each transaction.
 * @returns those that were left out, and why
 * @throws StoreBusy where the call's time is over: the same command goes on
 */
export async function recordHouseholds(
  context: Recording,
  { activity, scheme, fresh }: Begun,
): Promise<Left[]> {
  const { hasTime } = context;
  const together = { context, activity, scheme };
  const before: Left[] = [];
  const parts = partsOf(activity.householdIds, householdsAtOnce);
  for (const [index, some] of parts.entries()) {
    if (!hasTime()) throw new StoreBusy('out of time', false, true);
    const part = { some, fresh, before, isLast: index === parts.length - 1 };
    before.push(...(await recordSome(context.store, together, part)));
  }
  return before;
}
