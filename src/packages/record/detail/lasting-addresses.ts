/** The addresses are good for ten minutes; the last two are left for looking at them. */
const keptForMs = 8 * 60_000;

const kept = new Map<string, { address: string; untilMs: number }>();

/**
 * The addresses of a record's photos as they were first told: each answer brings new ones for the
 * same photos, and a phone would load every photo anew.
 */
export function lastingAddresses(
  recordId: string,
  addresses: readonly string[],
  nowMs: number,
): string[] {
  return addresses.map((address, index) => {
    // A photo is known by its place, as long as none of them has gone.
    const place = `${recordId} ${index} ${addresses.length}`;
    const known = kept.get(place);
    if (known && (known.untilMs > nowMs || known.address === address)) return known.address;
    kept.set(place, { address, untilMs: nowMs + keptForMs });
    return address;
  });
}
