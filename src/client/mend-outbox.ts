import type { EnvelopeError } from '../contracts/contract';
import { findInOutbox, keepInOutbox, type NewItem, withoutPhotos } from './outbox';
import { dropPhotos, keptPhotos, photosOfRetry } from './outbox-photos';
import { type KeptPhoto, OutboxProblem } from './outbox-problem';

const notToMend: EnvelopeError = {
  code: 'not-to-mend',
  message: '这一条正在传、已经传上去了,或者不要了,不用再改。回“没上传的”看一看。',
};

/**
 * Puts what was refused right: it is another intent with an id of its own, since the old one stands
 * for what was refused. Its photos that are still wanted are not copied, nor sent a second time.
 * @param shown the addresses by which the form shows them, and their names on this phone
 * @throws OutboxProblem also where it is not refused any more: it would count twice
 */
export async function mendOutboxItem(
  refusedId: string,
  item: NewItem,
  shown: ReadonlyMap<string, string>,
): Promise<{ commandId: string }> {
  const before = findInOutbox(refusedId);
  if (before?.state !== 'refused') throw new OutboxProblem(notToMend);
  const there = photosOfRetry(before.error, before.photos);
  const known = new Map<string, KeptPhoto>();
  for (const [address, name] of shown) {
    const photo = there.find(({ kept }) => kept === name);
    if (photo) known.set(address, photo);
  }
  const photos = await keptPhotos(item.photoPaths, known);
  const refused = findInOutbox(refusedId);
  if (refused?.state === 'refused') return keepInOutbox(item, photos, refused);
  await dropPhotos(withoutPhotos(photos, there));
  throw new OutboxProblem(notToMend);
}
