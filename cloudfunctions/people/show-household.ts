import { maskName } from '../../src/domain/kernel/names';
import type { Household } from '../../src/domain/people/types';

/** A household as others see it. */
export function showHousehold({ householdId, number, headName, memberIds }: Household) {
  return {
    householdId,
    householdNumber: number,
    householdName: maskName(headName),
    memberCount: memberIds.length,
  };
}
