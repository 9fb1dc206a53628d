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

/**
 * Works through the whole list, a few at a time: one that fails does not keep the others waiting.
 * @returns what went wrong, for the caller to throw when everything else is done
 */
export async function eachForItself<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<unknown[]> {
  const errors: unknown[] = [];
  await inParallel(items, atOnce, (item) =>
    work(item).catch((error: unknown) => void errors.push(error)),
  );
  return errors;
}
