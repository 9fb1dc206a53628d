import { create } from 'zustand';
import type { EnvelopeError, InputOf } from '../contracts/contract';
import { declareDeed, recordDeed } from '../contracts/records';
import { askHousehold, type ToldHousehold } from './ask-household';
import { type Answer, call, newCommandId } from './call';
import {
  announced,
  dropPhotos,
  keptPhotos,
  photoNotSent,
  photosOfRetry,
  uploadKept,
} from './outbox-photos';
import { type KeptPhoto, mayBeSentAgain, OutboxProblem, phoneFull } from './outbox-problem';
import { keep, readKept } from './storage';
import { troubleOf } from './trouble';
import { withinTime } from './within-time';

type Without<Input> = Omit<Input, 'photos'>;
type Deed =
  | { kind: 'declare'; input: Without<InputOf<typeof declareDeed>> }
  | {
      kind: 'record';
      household: ToldHousehold;
      input: Omit<Without<InputOf<typeof recordDeed>>, 'householdId'>;
    };

/** Not in the points yet: 未上传 ≠ 已记分. */
export type OutboxItem = Deed & {
  /** The same for every attempt, so that many attempts have one effect. */
  commandId: string;
  /** What the person sees: `17号户 清草场 +3`. */
  label: string;
  madeAtMs: number;
  photos: KeptPhoto[];
  /** Where it is mended, and what was filled in there; what older releases kept has none. */
  form?: { page: string; filled: unknown };
  state: 'waiting' | 'sending' | 'refused' | 'done';
  /** The refusal, or why the last attempt did not arrive. */
  error: EnvelopeError | null;
};

export type NewItem = Deed & Pick<OutboxItem, 'label' | 'form'> & { photoPaths: string[] };

type Outbox = { items: OutboxItem[] };

const storageKey = 'outbox';
/** A hanging request must not hold its item for ever; sent again, the same id has one effect. */
const longestSendMs = 60_000;
const sendersAtOnce = 3;

const photosLost = (count: number): EnvelopeError => ({
  code: 'photo-gone',
  message:
    `有 ${count} 张照片在手机里找不到了,还没有交上。` +
    '可以少这些照片再交一次,或者不要这一条,重新记。',
});

/** What was being sent when the app ended may or may not have arrived: it waits again. */
function restored(): OutboxItem[] {
  const items = readKept<OutboxItem[]>(storageKey) ?? [];
  return items
    .filter((item) => item.state !== 'done')
    .map((item) => (item.state === 'sending' ? { ...item, state: 'waiting' } : item));
}

/** The try under way of each item: what an earlier one still does or brings counts no more. */
const tries = new Map<string, object>();

/** What was recorded on this phone and has not been taken in yet. */
export const useOutbox = create<Outbox>(() => ({ items: restored() }));

/** Answers false when the phone is full: the items are then as they were once the app ends. */
function keepItems(items: OutboxItem[]): boolean {
  const kept = keep(storageKey, items);
  useOutbox.setState({ items });
  return kept;
}

function change(
  commandId: string,
  part: Partial<OutboxItem> | { household: ToldHousehold },
): boolean {
  const { items } = useOutbox.getState();
  return keepItems(
    items.map((item) =>
      item.commandId === commandId ? ({ ...item, ...part } as OutboxItem) : item,
    ),
  );
}

export function findInOutbox(commandId: string): OutboxItem | undefined {
  return useOutbox.getState().items.find((item) => item.commandId === commandId);
}

export const withoutPhotos = (photos: readonly KeptPhoto[], others: readonly KeptPhoto[]) =>
  photos.filter(({ kept }) => !others.some((other) => other.kept === kept));

/** Keeps an item that is to be sent, in the place of another if it says so. */
export async function keepInOutbox(
  { photoPaths, ...rest }: NewItem,
  photos: KeptPhoto[],
  instead?: OutboxItem,
): Promise<{ commandId: string }> {
  const commandId = newCommandId();
  const added = { ...rest, commandId, photos, madeAtMs: Date.now(), state: 'waiting', error: null };
  const before = useOutbox.getState().items;
  const items = [...before.filter((item) => item !== instead), added as OutboxItem];
  const photosBefore = instead?.photos ?? [];
  if (!keep(storageKey, items)) {
    keep(storageKey, before);
    await dropPhotos(withoutPhotos(photos, photosBefore));
    throw new OutboxProblem(phoneFull);
  }
  useOutbox.setState({ items });
  await dropPhotos(withoutPhotos(photosBefore, photos));
  return { commandId };
}

/**
 * Keeps a record or declaration, photos included, to be sent when there is network.
 * Rejects with `OutboxProblem` when the phone cannot: what the screen says is kept must be kept.
 */
export async function addToOutbox(item: NewItem): Promise<{ commandId: string }> {
  return keepInOutbox(item, await keptPhotos(item.photoPaths));
}

/** Says which photos are coming; that it was said is kept, or every try would count anew. */
async function announcePhotosOf(commandId: string, mustBeLast: () => void): Promise<void> {
  const photos = await announced(findInOutbox(commandId)?.photos ?? []);
  mustBeLast();
  if (photos && !change(commandId, { photos })) throw new OutboxProblem(phoneFull);
}

/** Uploads what is not uploaded yet; every file id is kept at once, so that none is sent twice. */
async function uploadedPhotos(commandId: string, mustBeLast: () => void): Promise<string[]> {
  await announcePhotosOf(commandId, mustBeLast);
  const fileIds: string[] = [];
  const lost = new Set<string>();
  for (const photo of findInOutbox(commandId)?.photos ?? []) {
    const fileId = photo.fileId ?? (await uploadKept(photo));
    // Two tries under way would send two names for one photo: the same id, another body.
    mustBeLast();
    if (fileId === null) {
      lost.add(photo.kept);
      continue;
    }
    const photos = findInOutbox(commandId)?.photos ?? [];
    const known = change(commandId, {
      photos: photos.map((one) => (one.kept === photo.kept ? { ...one, fileId } : one)),
    });
    // Forgotten with the app, it would be sent under another name as well.
    if (!known) throw new OutboxProblem(phoneFull);
    fileIds.push(fileId);
  }
  if (lost.size === 0) return fileIds;
  // Its person decides: to go without is said, never done in silence.
  const photos = (findInOutbox(commandId)?.photos ?? []).filter(({ kept }) => !lost.has(kept));
  throw new OutboxProblem(photosLost(lost.size), { state: 'refused', photos });
}

/**
 * The household of a record that was made without network. Its id is kept before anything is sent:
 * asked again it might be another one's number, and the same id would go out with another body.
 */
async function askedHousehold(
  commandId: string,
  told: ToldHousehold,
  mustBeLast: () => void,
): Promise<string> {
  if ('householdId' in told) return told.householdId;
  const householdId = await askHousehold(told);
  mustBeLast();
  if (!change(commandId, { household: { householdId } })) throw new OutboxProblem(phoneFull);
  return householdId;
}

async function deliver(item: OutboxItem, mustBeLast: () => void): Promise<Answer<unknown>> {
  const photos = await uploadedPhotos(item.commandId, mustBeLast);
  if (item.kind === 'declare') {
    return call(declareDeed, { ...item.input, photos }, item.commandId);
  }
  const householdId = await askedHousehold(item.commandId, item.household, mustBeLast);
  return call(recordDeed, { householdId, ...item.input, photos }, item.commandId);
}

/** What a try came to, for the item and for the person. */
async function outcomeOf(trying: Promise<Answer<unknown>>): Promise<Partial<OutboxItem>> {
  try {
    const answer = await withinTime(trying, longestSendMs);
    if (answer.ok) return { state: 'done' };
    return { state: mayBeSentAgain(answer.error) ? 'waiting' : 'refused', error: answer.error };
  } catch (failure) {
    // A photo did not arrive or is not there, or nothing answered in time.
    if (!(failure instanceof OutboxProblem)) return { state: 'waiting', error: troubleOf(failure) };
    return { state: 'waiting', error: failure.error, ...failure.part };
  }
}

/** Behind the others: whatever is stuck for reasons of its own never stands before them again. */
function putLast(commandId: string): void {
  const { items } = useOutbox.getState();
  const isIt = (item: OutboxItem) => item.commandId === commandId;
  keepItems([...items.filter((item) => !isIt(item)), ...items.filter(isIt)]);
}

/** Answers false when nothing gets through from where the phone is. */
async function sendOne(commandId: string): Promise<boolean> {
  const item = findInOutbox(commandId);
  if (item?.state !== 'waiting') return true;
  const self = {};
  tries.set(commandId, self);
  const isLast = () => tries.get(commandId) === self;
  const mustBeLast = () => {
    if (!isLast()) throw new Error('given up meanwhile');
  };
  change(commandId, { state: 'sending', error: null });
  const outcome = await outcomeOf(deliver(item, mustBeLast));
  if (!isLast()) return true;
  tries.delete(commandId);
  change(commandId, outcome);
  if (outcome.state === 'done') await dropPhotos(item.photos);
  const gotThrough = ![photoNotSent.code, 'no-network'].includes(outcome.error?.code ?? '');
  if (gotThrough) return true;
  putLast(commandId);
  return false;
}

/** No answer will come any more to what is being sent: it waits again, to be sent anew. */
export function giveUpSending(): void {
  for (const { commandId, state } of useOutbox.getState().items) {
    if (state !== 'sending') continue;
    tries.delete(commandId);
    change(commandId, { state: 'waiting' });
  }
}

/**
 * Sends everything that waits, a few at a time; one that is stuck holds up no other. Where nothing
 * gets through the rest is not tried: it would fail as well, and every try redraws its line.
 */
export async function sendOutbox(): Promise<void> {
  const waiting = useOutbox.getState().items.filter((item) => item.state === 'waiting');
  const queue = waiting.map((item) => item.commandId);
  const worker = async () => {
    for (let id = queue.shift(); id; id = queue.shift()) {
      if (!(await sendOne(id))) queue.length = 0;
    }
  };
  await Promise.all(Array.from({ length: sendersAtOnce }, worker));
}

/** Sends a refused item once more. The refusal stands under the old id, so it gets a new one. */
export async function retryOutboxItem(commandId: string): Promise<void> {
  const item = findInOutbox(commandId);
  if (item?.state === 'refused') {
    const again = newCommandId();
    const photos = photosOfRetry(item.error, item.photos);
    // Sent under an id that is forgotten with the app, it could be sent a second time.
    if (!change(commandId, { commandId: again, photos, state: 'waiting', error: null })) {
      change(again, { commandId, photos: item.photos, state: 'refused', error: phoneFull });
      return;
    }
  }
  await sendOutbox();
}

/** Takes an item off this phone. Not while it is being sent: it may just be arriving. */
export async function removeFromOutbox(commandId: string): Promise<boolean> {
  const item = findInOutbox(commandId);
  if (!item || item.state === 'sending') return false;
  keepItems(useOutbox.getState().items.filter((other) => other.commandId !== commandId));
  await dropPhotos(item.photos);
  return true;
}

/** How many items the person should know of: everything that is not in. */
export function notSentCount(items: readonly OutboxItem[]): number {
  return items.filter((item) => item.state !== 'done').length;
}
