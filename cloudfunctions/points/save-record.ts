import { yearOf } from '../../src/domain/kernel/time';
import { givesAllowanceBack } from '../../src/domain/records/move-record';
import type { DeedRecord } from '../../src/domain/records/types';
import { allowanceId, withoutUse } from '../../src/domain/scheme/allowance';
import type { Allowance } from '../../src/domain/scheme/types';
import type { Transaction } from '../runtime/store/store';

/**
 * Writes a record's next state; where it ended without points, what it took from the household's
 * caps goes back in the same transaction.
 */
export async function saveRecord(tx: Transaction, record: DeedRecord): Promise<void> {
  tx.set('records', record.recordId, record);
  if (!givesAllowanceBack(record)) return;
  const periods = [yearOf(record.day), ...(record.onceOnly ? (['once'] as const) : [])];
  for (const period of periods) {
    const id = allowanceId(record.householdId, period);
    const allowance = await tx.get<Allowance>('allowances', id);
    if (allowance) tx.set('allowances', id, withoutUse(allowance, record.recordId));
  }
}
