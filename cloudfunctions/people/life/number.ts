import { numberKey } from '../../../src/domain/people/household-number';
import { withNumber } from '../../../src/domain/people/life/number';
import type { HouseholdNumber } from '../../../src/domain/people/types';
import type { LifeKindOf } from './kind';

/** One number is one household's: the old one is free from then on. */
export const number: LifeKindOf<'number'> = async (change, { at, tx }) => {
  const { householdId, villageId, number: before } = at.household;
  const id = numberKey(villageId, change.number);
  const taken = await tx.get<HouseholdNumber>('household-numbers', id);
  const household = withNumber(at.household, change.number, taken);
  return {
    write() {
      tx.remove('household-numbers', numberKey(villageId, before));
      tx.create('household-numbers', id, { householdId, villageId, number: change.number });
      tx.set('households', householdId, household);
    },
  };
};
