import type { Household } from '../../src/domain/people/types';
import type { DeedRecord } from '../../src/domain/records/types';
import { recordTask } from '../../src/domain/tasks/record-task';
import { readAll } from '../runtime/store/read-all';
import type { Reader, Transaction } from '../runtime/store/store';
import { writeTask } from '../runtime/write-task';

/**
 * Whom what waits of a household is shown to, once its near relatives have changed. A record that
 * is declared in the same moment may still go by the kin of before: whoever decides is asked by the
 * table in any case.
 */
export async function rewriteTasks(
  household: Household,
  { tx, read }: { tx: Transaction; read: Reader },
  nowMs: number,
): Promise<void> {
  const ofIt = { householdId: household.householdId, open: true };
  for (const { recordId } of await readAll<DeedRecord>(read, 'records', ofIt, 'recordId')) {
    const record = await tx.get<DeedRecord>('records', recordId);
    const task = record && recordTask(record, household, nowMs);
    if (task) writeTask(tx, 'record', recordId, task);
  }
}
