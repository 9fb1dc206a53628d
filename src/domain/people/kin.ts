import type { Household } from './types';

type Kin = Pick<Household, 'householdId' | 'relativeIds'>;

/** A household and its near relatives': whoever lives in one of them decides nothing about it. */
export function householdIdsInConflict({ householdId, relativeIds }: Kin): string[] {
  return [householdId, ...relativeIds];
}

/** Kinship stands in the register on either side; one side is enough. */
export function areNearRelatives(left: Kin, right: Kin): boolean {
  const names = (one: Kin, other: Kin) => one.relativeIds.includes(other.householdId);
  return names(left, right) || names(right, left);
}
