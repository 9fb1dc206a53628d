import type { PointItem } from '../../contracts/scheme';

/** What a cadre may write down on a sheet that others can look at: nothing of health. */
export function mayStandOnASheet({ declarers, householdHidden }: PointItem): boolean {
  return declarers.includes('cadre') && !householdHidden;
}

/** What is written into a box of an item: `打✓`, `写几个半天`, `写县级或盟市级`. */
export function boxWords({ standard }: PointItem): string {
  if (standard.kind === 'fixed') return '打✓';
  if (standard.kind === 'per-unit') {
    const { unit, step } = standard;
    return step === undefined ? `写几个${unit}` : `写几${unit}`;
  }
  return `写${standard.levels.map(({ name }) => name).join('或')}`;
}
