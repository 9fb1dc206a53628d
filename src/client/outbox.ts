import Taro from '@tarojs/taro';
import { create } from 'zustand';
import type { EnvelopeError, InputOf } from '../contracts/contract';
import { declareDeed, recordDeed } from '../contracts/points';
import { type Answer, call, newCommandId, noNetwork } from './call';
import { dropPhoto, keepPhoto, openPhoto } from './photos';
import { uploadPhotos } from './upload-photos';

type Without<Input> = Omit<Input, 'photos'>;
type Deed =
  | { kind: 'declare'; input: Without<InputOf<typeof declareDeed>> }
  | { kind: 'record'; input: Without<InputOf<typeof recordDeed>> };

/** Not in the points yet: 未上传 ≠ 已记分. */
export type OutboxItem = Deed & {
  /** The same for every attempt, so that many attempts have one effect. */
  commandId: string;
  /** What the person sees: `17号户 清草场 +3`. */
  label: string;
  madeAtMs: number;
  photos: { kept: string; fileId: string | null }[];
  state: 'waiting' | 'sending' | 'refused' | 'done';
  /** The refusal, or why the last attempt did not arrive. */
  error: EnvelopeError | null;
};

export type NewItem = Deed & { label: string; photoPaths: string[] };

type Outbox = { items: OutboxItem[] };

const storageKey = 'outbox';
/** The command got no decision; the same id is sent again later. */
const undecided = new Set(['no-network', 'busy', 'not-available', 'log-in-first']);
const longestSendMs = 60_000;
const sendersAtOnce = 3;

/** What was being sent when the app ended may or may not have arrived: it waits again. */
function restored(): OutboxItem[] {
  const items = Taro.getStorageSync<OutboxItem[] | ''>(storageKey) || [];
  return items
    .filter((item) => item.state !== 'done')
    .map((item) => (item.state === 'sending' ? { ...item, state: 'waiting' } : item));
}

/** What was recorded on this phone and has not been taken in yet. */
export const useOutbox = create<Outbox>(() => ({ items: restored() }));

function keep(items: OutboxItem[]): void {
  // Written first: what the screen says is kept must be kept.
  Taro.setStorageSync(storageKey, items);
  useOutbox.setState({ items });
}

function change(commandId: string, part: Partial<OutboxItem>): void {
  const { items } = useOutbox.getState();
  keep(
    items.map((item) =>
      item.commandId === commandId ? ({ ...item, ...part } as OutboxItem) : item,
    ),
  );
}

function find(commandId: string): OutboxItem | undefined {
  return useOutbox.getState().items.find((item) => item.commandId === commandId);
}

/** Keeps a record or declaration, photos included, to be sent when there is network. */
export async function addToOutbox(item: NewItem): Promise<{ commandId: string }> {
  const { photoPaths, ...rest } = item;
  const photos = await Promise.all(
    photoPaths.map(async (path) => ({ kept: await keepPhoto(path), fileId: null })),
  );
  const commandId = newCommandId();
  const added = { ...rest, commandId, photos, madeAtMs: Date.now(), state: 'waiting', error: null };
  keep([...useOutbox.getState().items, added as OutboxItem]);
  return { commandId };
}

/** Uploads what is not uploaded yet; every file id is kept at once, so that none is sent twice. */
async function uploadedPhotos(commandId: string): Promise<string[]> {
  const fileIds: string[] = [];
  for (const photo of find(commandId)?.photos ?? []) {
    const fileId = photo.fileId ?? (await uploadKept(photo.kept));
    if (fileId === null) continue;
    const photos = find(commandId)?.photos ?? [];
    change(commandId, {
      photos: photos.map((one) => (one.kept === photo.kept ? { ...one, fileId } : one)),
    });
    fileIds.push(fileId);
  }
  return fileIds;
}

/** Null for one that is gone from the phone: the server says whether the record needs it. */
async function uploadKept(kept: string): Promise<string | null> {
  const address = await openPhoto(kept);
  if (address === null) return null;
  const [fileId] = await uploadPhotos([address]);
  return fileId ?? null;
}

/** A hanging request must not hold its item for ever; sent again, the same id has one effect. */
function withinTime<Value>(work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer in time')), longestSendMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

async function deliver(item: OutboxItem): Promise<Answer<unknown>> {
  const photos = await uploadedPhotos(item.commandId);
  if (item.kind === 'declare') {
    return call(declareDeed, { ...item.input, photos }, item.commandId);
  }
  return call(recordDeed, { ...item.input, photos }, item.commandId);
}

async function sendOne(commandId: string): Promise<void> {
  const item = find(commandId);
  if (item?.state !== 'waiting') return;
  change(commandId, { state: 'sending', error: null });
  try {
    const answer = await withinTime(deliver(item));
    if (answer.ok) {
      change(commandId, { state: 'done' });
      await dropPhotos(item);
    } else {
      const state = undecided.has(answer.error.code) ? 'waiting' : 'refused';
      change(commandId, { state, error: answer.error });
    }
  } catch {
    // A photo did not arrive, or nothing answered in time.
    change(commandId, { state: 'waiting', error: noNetwork });
  }
}

/** Sends everything that waits, a few at a time; one that is stuck holds up no other. */
export async function sendOutbox(): Promise<void> {
  const waiting = useOutbox.getState().items.filter((item) => item.state === 'waiting');
  const queue = waiting.map((item) => item.commandId);
  const worker = async () => {
    for (let id = queue.shift(); id; id = queue.shift()) await sendOne(id);
  };
  await Promise.all(Array.from({ length: sendersAtOnce }, worker));
}

/** Sends a refused item once more. The refusal stands under the old id, so it gets a new one. */
export async function retryOutboxItem(commandId: string): Promise<void> {
  if (find(commandId)?.state === 'refused') {
    change(commandId, { commandId: newCommandId(), state: 'waiting', error: null });
  }
  await sendOutbox();
}

/** Takes an item off this phone. Not while it is being sent: it may just be arriving. */
export async function removeFromOutbox(commandId: string): Promise<boolean> {
  const item = find(commandId);
  if (!item || item.state === 'sending') return false;
  keep(useOutbox.getState().items.filter((other) => other.commandId !== commandId));
  await dropPhotos(item);
  return true;
}

/** How many items the person should know of: everything that is not in. */
export function notSentCount(items: readonly OutboxItem[]): number {
  return items.filter((item) => item.state !== 'done').length;
}

async function dropPhotos(item: OutboxItem): Promise<void> {
  await Promise.all(item.photos.map((photo) => dropPhoto(photo.kept).catch(() => undefined)));
}
