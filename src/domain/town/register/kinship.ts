import { saysTheSame } from '../../kernel/same';
import type { Household } from '../../people/types';
import type { KinChange } from './types';

export function kinChange(before: readonly number[], after: readonly number[]): KinChange {
  return {
    added: after.filter((number) => !before.includes(number)),
    gone: before.filter((number) => !after.includes(number)),
  };
}

/** A change of kinship, by the ids of the households it names. */
export type KinIds = { added: readonly string[]; gone: readonly string[] };

/** The change on top of what stands by now: another import may have been there meanwhile. */
export function withKinChange(now: readonly string[], { added, gone }: KinIds): string[] {
  const kept = now.filter((id) => !gone.includes(id));
  return [...new Set([...kept, ...added])].sort();
}

/** The same change as a relative stores it; null where it stands there already. */
export function otherSide(other: Household, householdId: string, kin: KinIds): Household | null {
  const isAdded = kin.added.includes(other.householdId);
  const change = isAdded ? { added: [householdId], gone: [] } : { added: [], gone: [householdId] };
  const relativeIds = withKinChange(other.relativeIds, change);
  return saysTheSame(relativeIds, other.relativeIds) ? null : { ...other, relativeIds };
}
