import { type Limit, limitOf } from '../kernel/due';
import { recordWorkflow } from './record-workflow';
import type { DeedRecord } from './types';

/** Posted, drawn, and not looked at again so far. */
export function waitsForRecheck({ state, recheck }: DeedRecord): boolean {
  return state === 'posted' && recheck?.outcome === null;
}

/** Since when a record waits as it does now: a vote does not begin the panel's days anew. */
export function waitingSinceMs(record: DeedRecord): number {
  const { state, draw, objectedAtMs, steps, recordedAtMs } = record;
  if (waitsForRecheck(record)) return record.recheck?.askedAtMs ?? recordedAtMs;
  const lastStepMs = steps.at(-1)?.atMs ?? recordedAtMs;
  if (state === 'waiting-review') return draw?.drawnAtMs ?? lastStepMs;
  return state === 'objected' ? (objectedAtMs ?? lastStepMs) : lastStepMs;
}

/** The limit that the table sets for what comes next; null where nobody is waited for. */
export function recordLimit(record: DeedRecord): Limit | null {
  if (record.state === 'posted' && !waitsForRecheck(record)) return null;
  const row = recordWorkflow.find(
    (each) => 'due' in each && (each.from as readonly string[]).includes(record.state),
  );
  return row && 'due' in row ? limitOf(row.due, waitingSinceMs(record)) : null;
}
