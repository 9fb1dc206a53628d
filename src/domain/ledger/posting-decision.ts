import type { DeedRecord } from '../records/types';
import { passGate } from './backing';
import type { DecidedRecord, PostingDecision, PostingRun } from './types';

export const idleRun = (villageId: string): PostingRun => ({
  ...{ villageId, decisions: 0, decision: null, owed: [] },
  ...{ waiting: false, ranAtMs: 0 },
});

/** A torn record has none: it is judged when it is posted, and is in nobody's way until then. */
const stepsOf = ({ steps }: DeedRecord) => (Array.isArray(steps) ? steps.length : 0);

/**
 * Whether a record stands as its decision saw it. Objected to, taken back or posted since, it has
 * more steps, and that decision never posts it any more, however late it is carried out.
 */
export function isAsDecided(record: DeedRecord, { steps }: DecidedRecord): boolean {
  return stepsOf(record) === steps;
}

/** Whether nothing of a decision is left to do with a record. */
export function isThrough(record: DeedRecord, decided: DecidedRecord): boolean {
  // What had waited for money posts without a step of its own.
  return record.spendableState === 'posted' || !isAsDecided(record, decided);
}

/** What a decision is made from, as it stood after the one before had ended. */
export type ToDecide = {
  /** Backed before and not posted; they stand as they were decided. */
  owed: readonly DeedRecord[];
  /** Their honour points have posted, oldest first; `moreWait` behind them. */
  waiting: readonly DeedRecord[];
  moreWait: boolean;
  /** Their notices are over; in the order in which they closed. */
  fresh: readonly DeedRecord[];
  noticeIds: readonly string[];
  /** Of spendable points, as funds and stock stand. */
  pointsLeft: number;
};

/**
 * What is posted now, and which spendable points are backed. What an earlier decision backed stays
 * backed and is counted first: whoever still carries that one out posts nothing that this one gives
 * away a second time.
 */
export function decidePosting(found: ToDecide): PostingDecision {
  const { owed, moreWait, noticeIds } = found;
  const owedIds = new Set(owed.map(({ recordId }) => recordId));
  const notOwed = ({ recordId }: DeedRecord) => !owedIds.has(recordId);
  const waiting = found.waiting.filter(notOwed);
  const fresh = found.fresh.filter(notOwed);
  const promised = owed.reduce((sum, { spendable }) => sum + spendable, 0);
  // Others may wait behind those looked at: nobody new passes them, and a run comes again.
  const gate = passGate(waiting, moreWait ? [] : fresh, found.pointsLeft - promised);
  const decided = (record: DeedRecord, noticeId: string | null): DecidedRecord => {
    const { recordId, householdId } = record;
    const backed = owedIds.has(recordId) || gate.backed.has(recordId);
    return { recordId, householdId, noticeId, backed, steps: stepsOf(record) };
  };
  const first = [...owed, ...waiting.filter(({ recordId }) => gate.backed.has(recordId))];
  return {
    noticeIds: [...noticeIds],
    records: [
      ...first.map((record) => decided(record, null)),
      ...fresh.map((record) => decided(record, record.noticeId)),
    ],
    waits: moreWait || gate.waiting > 0,
  };
}
