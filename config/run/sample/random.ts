/** A seeded source of chance, so that the sample township is the same on every machine. */
export type Chance = {
  /** A whole number from `lowest` to `highest`, both included. */
  whole: (lowest: number, highest: number) => number;
  /** True in `percent` of 100 cases. */
  happens: (percent: number) => boolean;
  pick: <T>(from: readonly [T, ...T[]]) => T;
  shuffle: <T>(list: readonly T[]) => T[];
};

/**
 * Mulberry32 (public domain, Tommy Ettinger): short, and good enough for made-up people.
 * @param seed any whole number
 */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  function fraction(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  const whole = (lowest: number, highest: number) =>
    lowest + Math.floor(fraction() * (highest - lowest + 1));
  return {
    whole,
    happens: (percent) => whole(1, 100) <= percent,
    pick: (from) => from[whole(0, from.length - 1)] ?? from[0],
    shuffle: (list) =>
      list
        .map((value) => ({ value, rank: fraction() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ value }) => value),
  };
}
