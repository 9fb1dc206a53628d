import type { KeptUse } from '../../contracts/scheme';
import { addDays, yearOf } from '../kernel/time';
import type { Used } from './allowance';
import type { Allowance } from './types';

/** A deed is told for thirty days: its year may be the one before. */
const toldForDays = 30;

/** Every year that a deed told today may be of. */
export function yearsOfDeeds(today: string): number[] {
  return [...new Set([yearOf(addDays(today, -toldForDays)), yearOf(today)])];
}

const usesOf = ({ householdId, period, uses }: Allowance): KeptUse[] =>
  uses.map(({ itemId, day, points, onceInALife }) => ({
    ...{ householdId, itemId, day, points },
    ...(onceInALife && { onceInALife }),
    ...(period === 'once' && { once: true as const }),
  }));

/**
 * The uses of as many households as fit, each whole, in their order.
 * @returns also how many of the households that is: at least one, if there is one
 */
export function usesThatFit(
  householdIds: readonly string[],
  allowances: readonly Allowance[],
  most: number,
): { uses: KeptUse[]; households: number } {
  const uses: KeptUse[] = [];
  for (const [place, householdId] of householdIds.entries()) {
    const theirs = allowances.filter((each) => each.householdId === householdId).flatMap(usesOf);
    if (place > 0 && uses.length + theirs.length > most) return { uses, households: place };
    uses.push(...theirs);
  }
  return { uses, households: householdIds.length };
}

/** What of a phone's copy counts for a household's deed on a day, as the cloud would count it. */
export function usedBy(uses: readonly KeptUse[], householdId: string, day: string): Used {
  const theirs = uses
    .filter((use) => use.householdId === householdId)
    .map((use) => ({ ...use, recordId: '' }));
  return {
    year: theirs.filter((use) => !use.once && yearOf(use.day) === yearOf(day)),
    once: theirs.filter((use) => use.once),
  };
}
