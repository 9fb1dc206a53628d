import type { PointItem } from '../../src/contracts/scheme';
import { yearOf } from '../../src/domain/kernel/time';
import type { Household } from '../../src/domain/people/types';
import type { DeedRecord } from '../../src/domain/records/types';
import { allowanceId, isOnceOnly, type Used, withUse } from '../../src/domain/scheme/allowance';
import type { Allowance } from '../../src/domain/scheme/types';
import type { Transaction } from '../runtime/store/store';
import type { Moving } from '../runtime/write-message';
import { writeWhoIsNext } from './save-record';

/** What a household used of its caps: in the year of a deed, and of once-only items in all. */
export type Counted = { ofYear: Allowance; ofAll: Allowance | null };

async function loadAllowance(
  tx: Transaction,
  householdId: string,
  period: number | 'once',
): Promise<Allowance> {
  const known = await tx.get<Allowance>('allowances', allowanceId(householdId, period));
  return known ?? { householdId, period: String(period), uses: [] };
}

export async function loadCounted(
  tx: Transaction,
  householdId: string,
  item: PointItem,
  day: string,
): Promise<Counted> {
  const ofYear = await loadAllowance(tx, householdId, yearOf(day));
  const ofAll = isOnceOnly(item) ? await loadAllowance(tx, householdId, 'once') : null;
  return { ofYear, ofAll };
}

export function usedOf({ ofYear, ofAll }: Counted): Used {
  return { year: ofYear.uses, once: ofAll?.uses ?? [] };
}

/** Writes a new record, whom it waits for, and what it takes from the caps. */
export function writeNewRecord(
  moving: Moving,
  record: DeedRecord,
  household: Household,
  { ofYear, ofAll }: Counted,
): void {
  const { tx } = moving;
  const { recordId, householdId, itemId, day, spendable, onceInALife } = record;
  const use = { recordId, itemId, day, points: spendable, ...(onceInALife && { onceInALife }) };
  tx.create('records', recordId, record);
  writeWhoIsNext(moving, record, household);
  tx.set('allowances', allowanceId(householdId, yearOf(day)), withUse(ofYear, use));
  if (ofAll) tx.set('allowances', allowanceId(householdId, 'once'), withUse(ofAll, use));
}
