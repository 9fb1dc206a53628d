import { withChildren } from '../../../src/domain/people/life/children';
import type { LifeKindOf } from './kind';

export const children: LifeKindOf<'children'> = (change, { at, tx }) => {
  const household = withChildren(at.household, change);
  return { write: () => tx.set('households', household.householdId, household) };
};
