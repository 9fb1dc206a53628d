import { assert, refuse } from '../kernel/refusal';
import { mustAllowMove } from '../kernel/workflow';
import type { Mover } from './record-needs';
import { hasEnded, type RecordAction, recordWorkflow, stateLabels } from './record-workflow';
import type { Actor, DeedRecord, RecordState } from './types';

export type Move = {
  action: RecordAction;
  by: Actor;
  mover: Mover;
  nowMs: number;
};

/** The timer is nobody: it has no household and no relatives. */
export const timerMover: Mover = {
  ...{ personId: '', ofTheHousehold: false, nearRelative: false },
  ownIds: [],
};

/** Whether the table lets this move happen; says why not otherwise. */
export function mustBeAnAllowedMove(record: DeedRecord, { action, mover, nowMs }: Move): void {
  const facts = { record, mover, nowMs };
  mustAllowMove(recordWorkflow, action, record.state, facts, (state) => stateLabels[state]);
}

/** @throws Refusal `reason-needed`: who refuses says why */
export function mustGiveAReason(accept: boolean, reason: string | undefined): void {
  if (!accept && !reason) refuse('reason-needed', '不同意要写原因,让人家知道差在哪里。');
}

/** The record in its next state, with the step added; only where a row of the table leads. */
export function moved(
  record: DeedRecord,
  move: Move,
  to: RecordState,
  reason: string | null,
): DeedRecord {
  const row = recordWorkflow.find((each) => each.action === move.action);
  const leadsThere = (row?.to as readonly RecordState[] | undefined)?.includes(to);
  assert(leadsThere, `${move.action} does not lead to ${to}`);
  const { action, by, mover, nowMs } = move;
  const personId = mover.personId || null;
  const step = { action, by, personId, atMs: nowMs, state: to, reason };
  return { ...record, state: to, open: !hasEnded(to), steps: [...record.steps, step] };
}

/** Ended without points: what it took from the household's caps goes back. */
export function givesAllowanceBack(record: DeedRecord): boolean {
  return hasEnded(record.state) && record.state !== 'posted';
}
