import type { RegisterLine } from './use-phone-way';

/** A household and whose lines of it have the number: mostly one. */
export type AskedHousehold = Omit<RegisterLine, 'maskedName'> & { names: string[] };

/** A family that shares a phone is asked about once, not once a line. */
export function householdsOf(lines: readonly RegisterLine[]): AskedHousehold[] {
  const asked = new Map<string, AskedHousehold>();
  for (const { maskedName, ...place } of lines) {
    const key = `${place.villageId}.${place.householdNumber}`;
    const names = [...(asked.get(key)?.names ?? []), maskedName];
    asked.set(key, { ...place, names });
  }
  return [...asked.values()];
}
