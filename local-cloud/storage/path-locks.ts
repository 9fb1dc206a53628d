/** Work on one path goes one after the other, so that nobody slips between look and write. */
export type PathLocks = <T>(path: string, work: () => Promise<T>) => Promise<T>;

export function createPathLocks(): PathLocks {
  const tails = new Map<string, Promise<unknown>>();
  return async function inTurn(path, work) {
    const before = tails.get(path) ?? Promise.resolve();
    const mine = before.then(work, work);
    tails.set(path, mine);
    try {
      return await mine;
    } finally {
      if (tails.get(path) === mine) tails.delete(path);
    }
  };
}
