import type { ChosenVillage } from '../../../client/session';
import { calledBy } from '../../../domain/kernel/names';

/** What was typed. */
type Whom = { number: string; name: string };
/** A line of the register, as the cloud is told. */
export type Filled = { villageId: string; householdNumber: number; name: string };

export const emptyWhom: Whom = { number: '', name: '' };

/** Null where something is missing. */
export function filled({ number, name }: Whom, { villageId }: ChosenVillage): Filled | null {
  const householdNumber = Number(number);
  const isNumber = Number.isInteger(householdNumber) && householdNumber > 0;
  return isNumber && name.trim() !== '' ? { villageId, householdNumber, name: name.trim() } : null;
}

export const inWords = ({ householdNumber, name }: Filled) => calledBy(householdNumber, name);
