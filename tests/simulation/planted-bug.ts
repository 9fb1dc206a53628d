type Change = { file: string; from: string; to: string };

/** A mistake somebody could make: words of the product that become others. */
export type PlantedBug = { name: string; changes: readonly Change[] };

/** A mistake in one file. */
export const one = (name: string, file: string, from: string, to: string): PlantedBug => ({
  name,
  changes: [{ file, from, to }],
});
