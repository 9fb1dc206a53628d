import { StoreBusy } from './store/store';

/** Works through a list, a few at a time; the first error stops it once the others have ended. */
export async function inParallel<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const errors: unknown[] = [];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      if (errors.length > 0) return;
      await work(item).catch((error: unknown) => errors.push(error));
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  if (errors.length > 0) throw errors[0];
}

/** `errors`: for the caller to throw when everything else is done; `left`: were not begun. */
export type Worked = { errors: unknown[]; left: number };

/**
 * Works through the whole list, a few at a time: one that fails does not keep the others waiting.
 * @param hasTime what is reached when it says no is left to a later call
 */
export async function eachForItself<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<void>,
  hasTime: () => boolean,
): Promise<Worked> {
  const worked: Worked = { errors: [], left: 0 };
  await inParallel(items, atOnce, async (item) => {
    if (!hasTime()) {
      worked.left += 1;
      return;
    }
    await work(item).catch((error: unknown) => {
      // The database was busy and the call's time went by: a later call has it again.
      if (error instanceof StoreBusy && error.timeIsUp) worked.left += 1;
      else worked.errors.push(error);
    });
  });
  return worked;
}

/** Longer than a tick is late, shorter than two are apart. */
const turnMs = 5 * 60_000;

/** The list from another place each time: what comes first and fails slowly starves nobody. */
export function inRotation<Item>(items: readonly Item[], nowMs: number): Item[] {
  const first = items.length === 0 ? 0 : Math.floor(nowMs / turnMs) % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}
