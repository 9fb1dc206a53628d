/**
 * The shape of what is stored. Raised by every change that an older document does not fit; until
 * there is a format of export, data of another version is not migrated but made anew.
 */
export const dataVersion = 6;

/** Whether what stands in the town document was stored by a program of this version. */
export function isOfThisVersion(town: Readonly<Record<string, unknown>>): boolean {
  return town.dataVersion === dataVersion;
}
