import type { checkActivity } from '../../../src/contracts/activities';
import type { InputOf, ValueOf } from '../../../src/contracts/contract';
import { Refusal, refuse } from '../../../src/domain/kernel/refusal';
import type { Household } from '../../../src/domain/people/types';
import { decisionFor, saidBefore } from '../../../src/domain/records/activity-decision';
import type { By, Decision } from '../../../src/domain/records/decide-record';
import { mustGiveAReason } from '../../../src/domain/records/move-record';
import type { RecordAction } from '../../../src/domain/records/record-workflow';
import type { DeedRecord } from '../../../src/domain/records/types';
import type { RunContext } from '../../runtime/define-action';
import { partsOf } from '../../runtime/parts-of';
import { findsItself, mostPerQuery, StoreBusy, type Transaction } from '../../runtime/store/store';
import { knownHousehold, loadRecord, moverFor } from '../load';
import { saveRecord } from '../save-record';

type Context = RunContext<InputOf<typeof checkActivity>>;
type Decided = ValueOf<typeof checkActivity>;
type Left = Decided['left'][number];

/** One step of the table, taken with each record by its own row. */
export type StepTogether = {
  action: RecordAction;
  decide(
    record: DeedRecord,
    household: Household,
    by: By,
    decision: Decision,
  ): DeedRecord | Promise<DeedRecord>;
};

/** As many as a transaction can well read and write. */
const recordsAtOnce = 12;

/** Whether it was agreed to, or why it was left as it is. */
async function decideOne(
  context: Context,
  step: StepTogether,
  tx: Transaction,
  recordId: string,
): Promise<boolean | Left> {
  const { caller, nowMs, input } = context;
  const record = await loadRecord(tx, recordId);
  const before = saidBefore(record, step.action, caller.personId ?? '');
  if (before !== null) return before;
  try {
    const household = await knownHousehold(tx, record.householdId);
    const mover = await moverFor(tx, caller, household);
    const decision = decisionFor(record, input);
    const next = await step.decide(record, household, { mover, nowMs }, decision);
    await saveRecord({ ...context, tx }, next, household);
    return decision.accept;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { recordId, code: error.code, message: error.message };
  }
}

function decideSome(context: Context, step: StepTogether, some: readonly DeedRecord[]) {
  return context.store.transact(async (tx) => {
    const decided: (boolean | Left)[] = [];
    for (const { recordId } of some) {
      decided.push(await decideOne(context, step, tx, recordId));
    }
    return decided;
  }, findsItself);
}

/** @throws Refusal `record-not-found`, `reason-needed` */
function mustBeSound({ input }: Context, records: readonly DeedRecord[]): void {
  const ids = new Set(records.map(({ recordId }) => recordId));
  if (input.except.some((recordId) => !ids.has(recordId))) {
    refuse('record-not-found', '有一户不在这一批里。请刷新后重新选。');
  }
  const all = !input.accept && input.except.length === records.length;
  const refusesSome = input.accept ? input.except.length > 0 : !all;
  if (refusesSome) mustGiveAReason(false, input.reason);
}

/**
 * One decision about all records of an activity. What may not be moved by this person is left for
 * another, and said; where nothing may, all of it is refused.
 * @throws StoreBusy where the call's time is over: the same command goes on
 */
export async function decideTogether(context: Context, step: StepTogether): Promise<Decided> {
  const { activityId } = context.input;
  const of = { where: { activityId }, limit: mostPerQuery };
  const records = await context.store.query<DeedRecord>('records', of);
  mustBeSound(context, records);
  const decided: (boolean | Left)[] = [];
  for (const some of partsOf(records, recordsAtOnce)) {
    if (!context.hasTime()) throw new StoreBusy('out of time', false, true);
    decided.push(...(await decideSome(context, step, some)));
  }
  const left = decided.flatMap((each) => (typeof each === 'boolean' ? [] : [each]));
  if (left.length === decided.length) refuseAll(left);
  const agreed = decided.filter((each) => each === true).length;
  return { activityId, agreed, refused: decided.length - left.length - agreed, left };
}

/** Nothing was moved: the first reason stands for all. */
function refuseAll([first]: readonly Left[]): never {
  if (!first) refuse('wrong-state', '这件事还没有记上哪一户。请刷新看看最新情况。');
  refuse(first.code, first.message);
}
