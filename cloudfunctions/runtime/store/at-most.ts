/**
 * Lets so many pieces of work run at the same time; the others wait in the order they came. A small
 * package of the platform has 20 to 30 connections for a whole town.
 */
export function atMost(limit: number): <R>(work: () => Promise<R>) => Promise<R> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= limit) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await work();
    } finally {
      // Whoever waits takes the place; without one it is free.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
