import type { RecordAction } from './record-workflow';
import type { DeedRecord } from './types';

export type DecisionOnAll = {
  accept: boolean;
  except: readonly string[];
  reason?: string | undefined;
};

/**
 * What a decision about all means for one of the records. Where some are decided the other way
 * round, the reason is of those not agreed to; else of all.
 */
export function decisionFor(
  { recordId }: Pick<DeedRecord, 'recordId'>,
  { accept, except, reason }: DecisionOnAll,
): { accept: boolean; reason?: string | undefined } {
  const agrees = except.includes(recordId) ? !accept : accept;
  if (!agrees) return { accept: false, reason };
  return { accept: true, ...(except.length === 0 && { reason }) };
}

/**
 * What somebody has said of a record in this step already, so that a run that is taken up again
 * counts what it did before it was cut off; null where they have not.
 */
export function saidBefore(
  record: DeedRecord,
  action: RecordAction,
  personId: string,
): boolean | null {
  if (action === 'review-record') {
    return record.votes.find((vote) => vote.personId === personId)?.agree ?? null;
  }
  const step = record.steps.find((each) => each.action === action && each.personId === personId);
  return step ? step.state !== 'refused-at-check' : null;
}
