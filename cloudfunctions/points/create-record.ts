import { mustStand } from '../../src/domain/people/ended-household';
import { byProxyOf } from '../../src/domain/people/proxy';
import type { Household } from '../../src/domain/people/types';
import { decideDeclare, itemOf } from '../../src/domain/records/declare';
import type { DeedRecord } from '../../src/domain/records/types';
import type { Deed } from '../../src/domain/scheme/types';
import type { CommandContext } from '../runtime/define-action';
import { ownIdIsFree } from '../runtime/id-is-free';
import { loadCounted, usedOf, writeNewRecord } from './count-use';
import { promisedDraw } from './decision-facts';
import { schemeInForce } from './load';
import { claimPhotos } from './photos/claim-photos';

/** Who brings it up; `involvedIds`: their household and its near relatives'. */
type Recorder = { byCadre: boolean; involvedIds: readonly string[] };

/** A new record with what it takes from the caps and the photos it claims, in one transaction. */
export async function createRecord(
  context: CommandContext<unknown>,
  household: Household,
  deed: Deed,
  recorder: Recorder,
): Promise<DeedRecord> {
  const { tx, read, commandId, personId, secret, nowMs } = context;
  mustStand(household);
  const byProxy = context.caller.proxy && byProxyOf(context.caller.proxy);
  const { householdId, villageId } = household;
  await ownIdIsFree(context, 'records');
  const scheme = await schemeInForce(tx, read, villageId);
  const counted = await loadCounted(tx, householdId, itemOf(scheme, deed.itemId), deed.day);
  const declared = decideDeclare(
    { scheme, household, used: usedOf(counted) },
    {
      ...{ recordId: commandId, personId, byProxy, deed, nowMs },
      ...recorder,
      ...(await promisedDraw({ tx, secret }, { ...deed, recordId: commandId }, counted)),
    },
  );
  const { recordId, recordedAtMs } = declared;
  const claiming = { claim: { recordId }, householdId, recordedAtMs, photos: declared.photos };
  const record = { ...declared, photos: await claimPhotos(claiming, context) };
  writeNewRecord(context, record, household, counted);
  return record;
}
