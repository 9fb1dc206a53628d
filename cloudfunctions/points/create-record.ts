import { yearOf } from '../../src/domain/kernel/time';
import { mustStand } from '../../src/domain/people/ended-household';
import { byProxyOf } from '../../src/domain/people/proxy';
import type { Household } from '../../src/domain/people/types';
import { decideDeclare, itemOf } from '../../src/domain/records/declare';
import type { DeedRecord } from '../../src/domain/records/types';
import { allowanceId, isOnceOnly, withUse } from '../../src/domain/scheme/allowance';
import type { Allowance, Deed } from '../../src/domain/scheme/types';
import type { CommandContext } from '../runtime/define-action';
import { idIsFree } from '../runtime/id-is-free';
import type { Transaction } from '../runtime/store/store';
import { schemeInForce } from './load';
import { claimPhotos } from './photos/claim-photos';
import { writeWhoIsNext } from './save-record';

async function loadAllowance(
  tx: Transaction,
  householdId: string,
  period: number | 'once',
): Promise<Allowance> {
  const known = await tx.get<Allowance>('allowances', allowanceId(householdId, period));
  return known ?? { householdId, period: String(period), uses: [] };
}

/** A new record with what it takes from the caps and the photos it claims, in one transaction. */
export async function createRecord(
  context: CommandContext<unknown>,
  household: Household,
  deed: Deed,
  byCadre: boolean,
): Promise<DeedRecord> {
  const { tx, read, commandId, personId, secret, nowMs } = context;
  mustStand(household);
  const byProxy = context.caller.proxy && byProxyOf(context.caller.proxy);
  const seed = secret.sign('draw', commandId);
  const { householdId, villageId } = household;
  await idIsFree(tx, 'records', commandId);
  const scheme = await schemeInForce(tx, read, villageId);
  const countsOnce = isOnceOnly(itemOf(scheme, deed.itemId));
  const year = yearOf(deed.day);
  const ofYear = await loadAllowance(tx, householdId, year);
  const ofAll = countsOnce ? await loadAllowance(tx, householdId, 'once') : null;
  const declared = decideDeclare(
    { scheme, household, used: { year: ofYear.uses, once: ofAll?.uses ?? [] } },
    { recordId: commandId, personId, byCadre, byProxy, deed, seed, nowMs },
  );
  const record = await claimPhotos(declared, context);
  const { recordId, itemId, day, points } = record;
  const use = { recordId, itemId, day, points };
  tx.create('records', recordId, record);
  writeWhoIsNext(context, record, household);
  tx.set('allowances', allowanceId(householdId, year), withUse(ofYear, use));
  if (ofAll) tx.set('allowances', allowanceId(householdId, 'once'), withUse(ofAll, use));
  return record;
}
