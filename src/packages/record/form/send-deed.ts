import { mendOutboxItem } from '../../../client/mend-outbox';
import {
  addToOutbox,
  type NewItem,
  type OutboxItem,
  removeFromOutbox,
  sendOutbox,
  useOutbox,
} from '../../../client/outbox';
import { OutboxProblem } from '../../../client/outbox-problem';
import type { EnvelopeError } from '../../../contracts/contract';

export type SentDeed =
  | { state: 'in'; recordId: string }
  /** `refusedId`: what was mended and is refused once more waits in the outbox under this id. */
  | { state: 'refused'; error: EnvelopeError; refusedId?: string }
  /** Not in: stays on this phone and is sent again while the app is open. */
  | { state: 'kept' };

/** What is sent in the place of a refused item. */
export type Mended = {
  refusedId: string;
  /** Names of its photos on this phone, by the addresses the form shows them by. */
  shown: ReadonlyMap<string, string>;
};

/** How long a person waits at the button before it goes on without them. */
const patienceMs = 15_000;

/** Waiting without an error has not been tried yet; `done`, `refused` and a failed try are ends. */
function tried(item: OutboxItem | undefined): boolean {
  return item?.state !== 'sending' && !(item?.state === 'waiting' && item.error === null);
}

/** Resolves once a try to send the item has ended, or patience has. */
function firstTry(commandId: string): Promise<OutboxItem | undefined> {
  const find = () => useOutbox.getState().items.find((item) => item.commandId === commandId);
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      stop();
      resolve(find());
    };
    const stop = useOutbox.subscribe(() => {
      if (tried(find())) finish();
    });
    const timer = setTimeout(finish, patienceMs);
  });
}

/**
 * Sends a record or declaration. It is kept on the phone before anything is sent, so that
 * neither a lost answer nor a dead battery can lose it or count it twice.
 */
export async function sendDeed(item: NewItem, mended: Mended | null = null): Promise<SentDeed> {
  let commandId: string;
  try {
    ({ commandId } = mended
      ? await mendOutboxItem(mended.refusedId, item, mended.shown)
      : await addToOutbox(item));
  } catch (failure) {
    if (failure instanceof OutboxProblem) return { state: 'refused', error: failure.error };
    throw failure;
  }
  const ended = firstTry(commandId);
  sendOutbox();
  const after = await ended;
  if (after?.state === 'done') return { state: 'in', recordId: commandId };
  if (after?.state === 'refused' && after.error) {
    if (mended) return { state: 'refused', error: after.error, refusedId: commandId };
    // The form still shows what was typed, so the refused one need not wait in the list.
    await removeFromOutbox(commandId);
    return { state: 'refused', error: after.error };
  }
  return { state: 'kept' };
}
