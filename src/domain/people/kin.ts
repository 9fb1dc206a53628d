import type { Household } from './types';

type Kin = Pick<Household, 'villageId' | 'relativeNumbers'>;

/** Ids of the households of one's near relatives: kinship names numbers of the same village. */
export function nearHouseholdIds({ villageId, relativeNumbers }: Kin): string[] {
  return relativeNumbers.map((number) => `${villageId}-${number}`);
}

/** A household and its near relatives': whoever lives in one of them decides nothing about it. */
export function householdIdsInConflict(household: Kin & Pick<Household, 'householdId'>): string[] {
  return [household.householdId, ...nearHouseholdIds(household)];
}

/** Kinship stands in the register on either side; one side is enough. */
export function areNearRelatives(
  left: Kin & Pick<Household, 'householdId'>,
  right: Kin & Pick<Household, 'householdId'>,
): boolean {
  const names = (one: Kin, other: Pick<Household, 'householdId'>) =>
    nearHouseholdIds(one).includes(other.householdId);
  return names(left, right) || names(right, left);
}
