const inNumbers = new Intl.Collator('en', { numeric: true });

/** Villages in the order of their ids as people count: v2 before v10, however ids are written. */
export function byVillageId(a: { villageId: string }, b: { villageId: string }): number {
  return inNumbers.compare(a.villageId, b.villageId);
}
