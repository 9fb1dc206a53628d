import { type Limit, limitOf } from '../kernel/due';
import { recordWorkflow } from './record-workflow';
import type { DeedRecord } from './types';

/** Since when a record waits as it does now: a vote does not begin the panel's days anew. */
export function waitingSinceMs(record: DeedRecord): number {
  const { state, draw, objectedAtMs, steps, recordedAtMs } = record;
  const lastStepMs = steps.at(-1)?.atMs ?? recordedAtMs;
  if (state === 'waiting-review') return draw?.drawnAtMs ?? lastStepMs;
  return state === 'objected' ? (objectedAtMs ?? lastStepMs) : lastStepMs;
}

/** The limit that the table sets for what comes next; null where nobody is waited for. */
export function recordLimit(record: DeedRecord): Limit | null {
  const row = recordWorkflow.find(
    (each) => 'due' in each && (each.from as readonly string[]).includes(record.state),
  );
  return row && 'due' in row ? limitOf(row.due, waitingSinceMs(record)) : null;
}
