import { useRef, useState } from 'react';
import {
  announced,
  dropPhotos,
  keptPhotos,
  photoNotSent,
  uploadKept,
} from '../../../client/outbox-photos';
import { type KeptPhoto, OutboxProblem } from '../../../client/outbox-problem';
import { useCommand } from '../../../client/use-command';
import { recordActivity } from '../../../contracts/activities';
import type { EnvelopeError, ValueOf } from '../../../contracts/contract';
import type { PointItem } from '../../../contracts/scheme';
import { inputOf } from '../form/deed';
import type { DeedForm } from '../form/use-deed';

type Sent = Map<string, KeptPhoto>;

/** Each is uploaded once: sent again under another name it would be another body. */
async function fileIdsOf(paths: readonly string[], sent: Sent): Promise<string[]> {
  const photos = await keptPhotos(paths, sent);
  const coming = (await announced(photos)) ?? photos;
  const fileIds: string[] = [];
  for (const [index, photo] of coming.entries()) {
    const path = paths[index] ?? '';
    sent.set(path, photo);
    const fileId = photo.fileId ?? (await uploadKept(photo));
    if (fileId === null) throw new OutboxProblem(photoNotSent);
    sent.set(path, { ...photo, fileId });
    fileIds.push(fileId);
  }
  return fileIds;
}

export type Recorded = ValueOf<typeof recordActivity> & { itemName: string };

/** Records one deed of many households; with network only, the form keeps it until then. */
export function useTogether(villageId: string, onRecorded: () => void) {
  const command = useCommand(recordActivity);
  const sent = useRef<Sent>(new Map());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<EnvelopeError | null>(null);
  const [recorded, setRecorded] = useState<Recorded | null>(null);

  const send = async (item: PointItem, deed: DeedForm, householdIds: string[]) => {
    const { location: _ofOneHousehold, ...input } = inputOf(item, deed.draft);
    const photos = await fileIdsOf(deed.draft.photos, sent.current);
    const answer = await command.run({ villageId, householdIds, ...input, photos });
    // What was swept in the cloud is sent anew.
    if (!answer.ok && answer.error.code === 'photo-not-yours') sent.current = new Map();
    if (!answer.ok) return;
    const uploaded = [...sent.current.values()];
    sent.current = new Map();
    await dropPhotos(uploaded);
    setRecorded({ ...answer.value, itemName: item.name });
    onRecorded();
  };
  const record = async (deed: DeedForm, householdIds: string[]) => {
    if (busy || !deed.item) return;
    setBusy(true);
    setProblem(null);
    try {
      await send(deed.item, deed, householdIds);
    } catch (failure) {
      if (!(failure instanceof OutboxProblem)) throw failure;
      setProblem(failure.error);
    } finally {
      setBusy(false);
    }
  };
  const again = () => setRecorded(null);
  return { record, again, busy, error: problem ?? command.error, recorded };
}
