import type { EnvelopeError } from '../contracts/contract';
import { announcePhotos } from '../contracts/records';
import { call, newCommandId } from './call';
import { type KeptPhoto, mayBeSentAgain, OutboxProblem, phoneFull } from './outbox-problem';
import { dropPhoto, keepPhoto, openPhoto } from './photos';
import { upload } from './transport';

export const photoNotSent: EnvelopeError = {
  code: 'photo-not-sent',
  message: '照片没传上去,还没有交上。到信号好的地方再传一次。',
};

const photoGone = (number: number): EnvelopeError => ({
  code: 'photo-gone',
  message: `第${number}张照片打不开了。请去掉它,再拍一张。`,
});

/** Sooner than it is swept: a photo lies as long as the phone counts on it. */
const announcedForMs = 20 * 3_600_000;

/** Functions take photos as evidence from this folder only. */
function newPhotoPath(): string {
  return `evidence/${newCommandId()}.jpg`;
}

/** Whether it must be said (again) that this photo is coming. */
function isUnannounced({ fileId, announcedAtMs }: KeptPhoto, nowMs: number): boolean {
  return fileId === null && (announcedAtMs === null || announcedAtMs + announcedForMs < nowMs);
}

/**
 * Says which photos are about to be uploaded, once for all of an item, so that what is never handed
 * in is swept.
 * @returns the photos as they are to be kept; null where nothing had to be said
 * @throws OutboxProblem where it did not arrive or was refused
 */
export async function announced(photos: readonly KeptPhoto[]): Promise<KeptPhoto[] | null> {
  const nowMs = Date.now();
  const coming = photos.filter((photo) => isUnannounced(photo, nowMs));
  if (coming.length === 0) return null;
  const answer = await call(announcePhotos, { paths: coming.map(({ path }) => path) });
  if (!answer.ok) {
    throw new OutboxProblem(answer.error, mayBeSentAgain(answer.error) ? {} : { state: 'refused' });
  }
  return photos.map((photo) =>
    coming.includes(photo) ? { ...photo, announcedAtMs: nowMs } : photo,
  );
}

const photoAnew = (kept: string): KeptPhoto => {
  return { kept, path: newPhotoPath(), announcedAtMs: null, fileId: null };
};

export async function dropPhotos(photos: readonly KeptPhoto[]): Promise<void> {
  await Promise.all(photos.map((photo) => dropPhoto(photo.kept).catch(() => undefined)));
}

/**
 * Copies the photos of a form; all of them or none.
 * @param known those that lie in the outbox already, by the addresses the form shows them by
 */
export async function keptPhotos(
  paths: readonly string[],
  known: ReadonlyMap<string, KeptPhoto> = new Map(),
): Promise<KeptPhoto[]> {
  const photos: KeptPhoto[] = [];
  const copies: KeptPhoto[] = [];
  try {
    for (const path of paths) {
      const there = known.get(path);
      const kept = there ? there.kept : await keepPhoto(path);
      if (kept === null) throw new OutboxProblem(photoGone(photos.length + 1));
      const photo = there ?? photoAnew(kept);
      if (!there) copies.push(photo);
      photos.push(photo);
    }
    return photos;
  } catch (failure) {
    await dropPhotos(copies);
    throw failure instanceof OutboxProblem ? failure : new OutboxProblem(phoneFull);
  }
}

/** Null for one that is gone from the phone. */
export async function uploadKept({ kept, path }: KeptPhoto): Promise<string | null> {
  const address = await openPhoto(kept);
  if (address === null) return null;
  try {
    return await upload(path, address);
  } catch {
    throw new OutboxProblem(photoNotSent);
  }
}

/** What was refused for its photos may have been swept in the cloud: they are sent anew. */
export function photosOfRetry(error: EnvelopeError | null, photos: KeptPhoto[]): KeptPhoto[] {
  if (error?.code !== 'photo-not-yours') return photos;
  return photos.map(({ kept }) => photoAnew(kept));
}
