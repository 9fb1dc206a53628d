import { createHash } from 'node:crypto';
import type { Upload } from '../../../src/domain/people/types';
import { photoUploadId } from '../../../src/domain/people/uploads';
import {
  type BroughtPhoto,
  mostPhotoBytes,
  mustBeUsable,
} from '../../../src/domain/records/photos';
import type { DeedRecord, PhotoClaim } from '../../../src/domain/records/types';
import type { CommandContext } from '../../runtime/define-action';
import { keptAs, pathOf } from '../../runtime/files';
import type { Transaction } from '../../runtime/store/store';
import { stripMetadata } from './strip-metadata';

type Stripped = { uploaded: string; content: Uint8Array; hash: string };
type Context = Pick<
  CommandContext<unknown>,
  'personId' | 'tx' | 'files' | 'secret' | 'nowMs' | 'afterCommit'
>;

/** Of the picture alone: what a phone notes beside it makes no other photo of it. */
const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

async function claimantOf(tx: Transaction, hash: string): Promise<DeedRecord | null> {
  const claim = await tx.get<PhotoClaim>('photos', hash);
  return claim && tx.get<DeedRecord>('records', claim.recordId);
}

async function bring(uploaded: string, { files, tx, personId }: Context) {
  const announcement = await tx.get<Upload>('uploads', photoUploadId(personId, pathOf(uploaded)));
  const bytes = await files.read(uploaded, mostPhotoBytes);
  const isThere = bytes !== null && bytes !== 'too-large';
  const content = isThere ? stripMetadata(bytes) : null;
  const hash = content && hashOf(content);
  const brought: BroughtPhoto = {
    announced: announcement !== null,
    arrived: bytes !== null,
    fits: bytes !== 'too-large',
    isPicture: content !== null,
    claimant: hash === null ? null : await claimantOf(tx, hash),
  };
  return { brought, stripped: content && hash ? { uploaded, content, hash } : null };
}

/** The same picture twice is one photo. */
function eachOnce(photos: readonly Stripped[]): Stripped[] {
  return [...new Map(photos.map((photo) => [photo.hash, photo])).values()];
}

/**
 * Claims the photos of a new record by what they show. Before the commit a copy without metadata is
 * put where only functions write, so whatever is read of the record was stripped; what the phone
 * uploaded is removed after the commit, so an attempt that fails leaves it to be used again.
 * What was announced stays so until it is swept: a removal that is cut off is then made up for.
 * @returns the record with its photos as they are kept
 */
export async function claimPhotos(record: DeedRecord, context: Context): Promise<DeedRecord> {
  const { tx, files, secret, afterCommit } = context;
  const stripped: Stripped[] = [];
  for (const uploaded of record.photos) {
    const photo = await bring(uploaded, context);
    mustBeUsable(photo.brought, record);
    if (photo.stripped) stripped.push(photo.stripped);
  }
  const { recordId } = record;
  const photos: string[] = [];
  for (const { uploaded, content, hash } of eachOnce(stripped)) {
    // By record and picture: what others upload under a name that they saw is another file.
    const kept = keptAs(uploaded, secret.sign('evidence', `${recordId}\n${hash}`, 32));
    await files.put(kept, content);
    tx.set('photos', hash, { recordId });
    photos.push(kept);
  }
  const uploads = record.photos;
  if (uploads.length > 0) afterCommit(() => files.remove(uploads));
  return { ...record, photos };
}
