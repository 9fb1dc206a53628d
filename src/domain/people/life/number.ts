import { refuse } from '../../kernel/refusal';
import type { Household, HouseholdNumber } from '../types';

/**
 * @param taken whose the number is by now, if anybody's
 * @throws Refusal `number-taken`
 */
export function withNumber(
  household: Household,
  number: number,
  taken: HouseholdNumber | null,
): Household {
  if (taken?.householdId === household.householdId) {
    refuse('number-taken', `这一户就是 ${number} 号,没有变。请填新的户号。`);
  }
  if (taken) refuse('number-taken', `${number} 号已经是别的户了。一个号只给一户,请另填一个。`);
  return { ...household, number };
}
