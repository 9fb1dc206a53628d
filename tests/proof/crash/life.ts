/**
 * One life of a function's process, from its call to its answer or its death. A killed process
 * does not throw: nothing of it goes on, no `catch` runs and no answer is sent.
 */
export type Life = {
  /** Does one call to the outside; the process may die before it, or when it has been done. */
  step<T>(name: string, work: () => T | Promise<T>): Promise<T>;
  /** Where it could have died so far, in order: `before get orders`, `after commit`. */
  readonly points: readonly string[];
  /** Resolves with the point of death; never where it lives on. */
  readonly death: Promise<string>;
};

const never = <T>() => new Promise<T>(() => {});

/** @param diesAt the number of the point it dies at, from 1; null lives to its answer */
export function liveUntil(diesAt: number | null): Life {
  const points: string[] = [];
  let dead = false;
  let die: (point: string) => void = () => {};
  const death = new Promise<string>((resolve) => {
    die = resolve;
  });
  const pass = async (point: string): Promise<void> => {
    if (dead) return never();
    points.push(point);
    if (points.length !== diesAt) return;
    dead = true;
    die(point);
    return never();
  };
  return {
    points,
    death,
    async step<T>(name: string, work: () => T | Promise<T>): Promise<T> {
      await pass(`before ${name}`);
      // A call that fails has been made too, and its failure may be what nobody hears any more.
      const [made] = await Promise.allSettled([(async () => work())()]);
      await pass(`after ${name}`);
      if (made.status === 'rejected') throw made.reason;
      return made.value;
    },
  };
}
