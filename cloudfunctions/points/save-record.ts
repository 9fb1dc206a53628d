import { assert } from '../../src/domain/kernel/refusal';
import { yearOf } from '../../src/domain/kernel/time';
import { recordMessage } from '../../src/domain/messages/moved';
import type { Household } from '../../src/domain/people/types';
import { givesAllowanceBack } from '../../src/domain/records/move-record';
import { recordLimit } from '../../src/domain/records/record-due';
import type { DeedRecord } from '../../src/domain/records/types';
import { allowanceId, withDrawn, withoutUse } from '../../src/domain/scheme/allowance';
import type { Allowance } from '../../src/domain/scheme/types';
import { recordTask } from '../../src/domain/tasks/record-task';
import { type Moving, writeMessage } from '../runtime/write-message';
import { writeTask } from '../runtime/write-task';

/**
 * Whom a record waits for and what its move tells, in the transaction that moves it.
 * @param household null where the move leads to where nobody is waited for
 */
export function writeWhoIsNext(
  moving: Moving,
  record: DeedRecord,
  household: Household | null,
): void {
  assert(household || !recordLimit(record), 'who may decide hangs on the household');
  const task = household && recordTask(record, household, moving.nowMs);
  writeTask(moving.tx, 'record', record.recordId, task);
  writeMessage(moving, recordMessage(record, task));
}

/** Gives back what it used; where a panel was drawn, the deed keeps it. */
function withoutRecord(allowance: Allowance, { recordId, itemId, day, draw }: DeedRecord) {
  const given = withoutUse(allowance, recordId);
  return draw ? withDrawn(given, { recordId, itemId, day }) : given;
}

/**
 * Writes a record's next state with whom it waits for; where it ended without points, what it took
 * from the household's caps goes back in the same transaction.
 */
export async function saveRecord(
  moving: Moving,
  record: DeedRecord,
  household: Household | null,
): Promise<void> {
  const { tx } = moving;
  tx.set('records', record.recordId, record);
  writeWhoIsNext(moving, record, household);
  if (!givesAllowanceBack(record)) return;
  const periods = [yearOf(record.day), ...(record.onceOnly ? (['once'] as const) : [])];
  for (const period of periods) {
    const id = allowanceId(record.householdId, period);
    const allowance = await tx.get<Allowance>('allowances', id);
    if (allowance) tx.set('allowances', id, withoutRecord(allowance, record));
  }
}
