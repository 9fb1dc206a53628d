import { sha256Hex } from '../../src/domain/kernel/hash';
import { yearOf } from '../../src/domain/kernel/time';
import type { Household } from '../../src/domain/people/types';
import {
  decideDeclare,
  itemOf,
  mostPhotoBytes,
  refuseLargePhoto,
} from '../../src/domain/records/declare';
import type { DeedRecord, PhotoClaim } from '../../src/domain/records/types';
import { allowanceId, isOnceOnly, withUse } from '../../src/domain/scheme/allowance';
import type { Allowance, Deed } from '../../src/domain/scheme/types';
import type { CommandContext } from '../runtime/define-action';
import { type Files, keptAs } from '../runtime/files';
import { idIsFree } from '../runtime/id-is-free';
import type { Transaction } from '../runtime/store/store';
import { schemeInForce } from './load';
import { writeRecordTask } from './save-record';

async function loadAllowance(
  tx: Transaction,
  householdId: string,
  period: number | 'once',
): Promise<Allowance> {
  const known = await tx.get<Allowance>('allowances', allowanceId(householdId, period));
  return known ?? { householdId, period: String(period), uses: [] };
}

/** The same photo is never evidence for two records: each belongs to the record that came first. */
async function anyPhotoIsTaken(tx: Transaction, photos: readonly string[]): Promise<boolean> {
  for (const photo of photos) {
    if (await tx.get<PhotoClaim>('photos', sha256Hex(photo))) return true;
  }
  return false;
}

/** Where each photo will be kept; until this command has moved it there nobody knows the place. */
function keptPhotosOf({ secret, commandId }: CommandContext<unknown>, photos: readonly string[]) {
  const folder = secret.sign('evidence', commandId, 32);
  return new Map(photos.map((photo) => [photo, keptAs(photo, folder)] as const));
}

/** Uploaded, or kept already by a call of the same command that was cut off. */
async function havePhotosArrived(files: Files, kept: ReadonlyMap<string, string>) {
  const both = await files.temporaryAddresses([...kept.keys(), ...kept.values()]);
  return [...kept.keys()].every((_, at) => both[at] !== null || both[at + kept.size] !== null);
}

/** A new record with what it takes from the caps and the photos it claims, in one transaction. */
export async function createRecord(
  context: CommandContext<unknown>,
  household: Household,
  deed: Deed,
  byCadre: boolean,
): Promise<DeedRecord> {
  const { tx, read, files, commandId, personId, secret, nowMs } = context;
  const { householdId, villageId } = household;
  await idIsFree(tx, 'records', commandId);
  const scheme = await schemeInForce(tx, read, villageId);
  const countsOnce = isOnceOnly(itemOf(scheme, deed.itemId));
  const year = yearOf(deed.day);
  const ofYear = await loadAllowance(tx, householdId, year);
  const ofAll = countsOnce ? await loadAllowance(tx, householdId, 'once') : null;
  const kept = keptPhotosOf(context, deed.photos);
  const declared = decideDeclare(
    {
      scheme,
      household,
      used: { year: ofYear.uses, once: ofAll?.uses ?? [] },
      photoTaken: await anyPhotoIsTaken(tx, deed.photos),
      photosArrived: await havePhotosArrived(files, kept),
    },
    { recordId: commandId, personId, byCadre, deed, seed: secret.sign('draw', commandId), nowMs },
  );
  for (const [photo, keptId] of kept) {
    if (!(await files.move(photo, keptId, mostPhotoBytes))) refuseLargePhoto();
  }
  const record = { ...declared, photos: [...kept.values()] };
  const { recordId, itemId, day, points } = record;
  const use = { recordId, itemId, day, points };
  tx.create('records', recordId, record);
  writeRecordTask(tx, record, household, nowMs);
  tx.set('allowances', allowanceId(householdId, year), withUse(ofYear, use));
  if (ofAll) tx.set('allowances', allowanceId(householdId, 'once'), withUse(ofAll, use));
  for (const photo of kept.keys()) tx.create('photos', sha256Hex(photo), { recordId });
  return record;
}
