import { newCommandId } from './call';
import { type Draft, dropDrafts, keepDraft } from './drafts';
import { dropPhoto, keepPhoto, openPhoto } from './photos';

/** What a form holds that is worth keeping. */
export type Wanted = Pick<Draft, 'key' | 'owner' | 'value'> & {
  /** By the addresses the form shows them by. */
  photos: readonly string[];
};

/**
 * The draft of one form while it is open. What is asked of it is done one after the other: copying
 * a photo takes a while, and what was sent meanwhile must not come back as a draft.
 */
export function draftSlot() {
  let draftId = newCommandId();
  /** Names of the photos on this phone, by their addresses. */
  let files = new Map<string, string>();
  let work: Promise<unknown> = Promise.resolve();

  function inTurn<Value>(task: () => Promise<Value>): Promise<Value> {
    const done = work.then(task);
    work = done.catch(() => undefined);
    return done;
  }

  /** Copies what is new; answers false where one could not be kept. */
  async function copied(addresses: readonly string[]): Promise<boolean> {
    for (const address of addresses) {
      if (files.has(address)) continue;
      const kept = await keepPhoto(address).catch(() => null);
      if (kept === null) return false;
      files.set(address, kept);
    }
    return true;
  }

  async function agree(wanted: Wanted | null): Promise<boolean> {
    const addresses = wanted?.photos ?? [];
    const all = await copied(addresses);
    const gone = [...files].filter(([address]) => !addresses.includes(address));
    for (const [address] of gone) files.delete(address);
    let kept = true;
    if (wanted === null) await dropDrafts((draft) => draft.draftId === draftId);
    else {
      const { key, owner, value } = wanted;
      const photos = addresses.flatMap((address) => files.get(address) ?? []);
      kept = keepDraft({ draftId, key, owner, atMs: Date.now(), value, photos });
    }
    await Promise.all(gone.map(([, name]) => dropPhoto(name).catch(() => undefined)));
    return kept && all;
  }

  return {
    draftId: () => draftId,
    /** Keeps this and nothing else; answers false where not all of it could be kept. */
    save: (wanted: Wanted | null) => inTurn(() => agree(wanted)),
    /** Goes on with a draft from before; answers the addresses of its photos that are there. */
    adopt: (draft: Draft) =>
      inTurn(async () => {
        draftId = draft.draftId;
        files = new Map();
        for (const kept of draft.photos) {
          const address = await openPhoto(kept).catch(() => null);
          if (address !== null) files.set(address, kept);
        }
        return [...files.keys()];
      }),
  };
}
