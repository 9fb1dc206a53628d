const longestNumber = 6;

/**
 * The next id of a kind, counted on: `v01`, `v02` … Nobody types it, it stays short enough for
 * every printed code, and villages stand in the order in which they were opened.
 * @param taken all ids there are, also those that were given and not counted
 */
export function nextId(kind: 'v' | 's' | 'g', taken: readonly string[]): string {
  const counted = new RegExp(`^${kind}(\\d{1,${longestNumber}})$`);
  const numbers = taken.map((id) => Number(counted.exec(id)?.[1] ?? 0));
  return `${kind}${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}
