import { createHash } from 'node:crypto';
import type { Upload } from '../../../src/domain/people/types';
import { photoUploadId } from '../../../src/domain/people/uploads';
import {
  type BroughtPhoto,
  type Claimant,
  gaveBack,
  mostPhotoBytes,
  mustBeUsable,
} from '../../../src/domain/records/photos';
import type { Activity, DeedRecord, PhotoClaim } from '../../../src/domain/records/types';
import type { CommandContext } from '../../runtime/define-action';
import { keptAs, pathOf } from '../../runtime/files';
import { mostPerQuery } from '../../runtime/store/store';
import { stripMetadata } from './strip-metadata';

type Stripped = { uploaded: string; content: Uint8Array; hash: string };
type Context = Pick<
  CommandContext<unknown>,
  'personId' | 'tx' | 'read' | 'files' | 'secret' | 'nowMs' | 'afterCommit'
>;

/** What claims photos, as they were uploaded; an activity is of no one household. */
export type Claiming = {
  claim: PhotoClaim;
  householdId: string | null;
  recordedAtMs: number;
  photos: readonly string[];
};

/** Of the picture alone: what a phone notes beside it makes no other photo of it. */
const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

/** An activity holds its photos until nothing is left of it; null where nothing is. */
async function liveActivity(
  activityId: string,
  { tx, read }: Pick<Context, 'tx' | 'read'>,
): Promise<Claimant | null> {
  const activity = await tx.get<Activity>('activities', activityId);
  const of = { where: { activityId }, limit: mostPerQuery };
  const records = await read.query<DeedRecord>('records', of);
  const live = records.find(({ state }) => !gaveBack.has(state));
  if (live) return { ...live, householdId: null };
  if (activity?.state !== 'recording') return null;
  return { ...activity, householdId: null, state: 'waiting-check' };
}

async function claimantOf(context: Context, hash: string): Promise<Claimant | null> {
  const claim = await context.tx.get<PhotoClaim>('photos', hash);
  if (!claim) return null;
  if ('activityId' in claim) return liveActivity(claim.activityId, context);
  return context.tx.get<DeedRecord>('records', claim.recordId);
}

async function bring(uploaded: string, context: Context) {
  const { files, tx, personId } = context;
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
    claimant: hash === null ? null : await claimantOf(context, hash),
  };
  return { brought, stripped: content && hash ? { uploaded, content, hash } : null };
}

/** The same picture twice is one photo. */
function eachOnce(photos: readonly Stripped[]): Stripped[] {
  return [...new Map(photos.map((photo) => [photo.hash, photo])).values()];
}

/**
 * Claims the photos of a new record or activity by what they show. Before the commit a copy without
 * metadata is put where only functions write, so whatever is read of it was stripped; what the
 * phone uploaded is removed after the commit, so an attempt that fails leaves it to be used again.
 * What was announced stays so until it is swept: a removal that is cut off is then made up for.
 * @returns its photos as they are kept
 */
export async function claimPhotos(claiming: Claiming, context: Context): Promise<string[]> {
  const { tx, files, secret, afterCommit } = context;
  const { claim, photos: uploads } = claiming;
  const stripped: Stripped[] = [];
  for (const uploaded of uploads) {
    const photo = await bring(uploaded, context);
    mustBeUsable(photo.brought, claiming);
    if (photo.stripped) stripped.push(photo.stripped);
  }
  const claimantId = 'recordId' in claim ? claim.recordId : claim.activityId;
  const photos: string[] = [];
  for (const { uploaded, content, hash } of eachOnce(stripped)) {
    // By claimant and picture: what others upload under a name that they saw is another file.
    const kept = keptAs(uploaded, secret.sign('evidence', `${claimantId}\n${hash}`, 32));
    await files.put(kept, content);
    tx.set('photos', hash, claim);
    photos.push(kept);
  }
  if (uploads.length > 0) afterCommit(() => files.remove(uploads));
  return photos;
}
