import { refuse } from '../../kernel/refusal';
import type { Household } from '../types';
import type { LifeChange } from './types';

type Children = Extract<LifeChange, { kind: 'children' }>;

/**
 * How many under 18 live here; who they are is not stored.
 * @throws Refusal `children-changed` where it is not as it was when it was entered
 */
export function withChildren(household: Household, { was, minors }: Children): Household {
  const now = household.minors ?? 0;
  if (now !== was) {
    refuse('children-changed', `这一户现在登记的是 ${now} 个孩子,不是 ${was} 个。请重新登记。`);
  }
  if (minors === was) {
    refuse('children-changed', `这一户登记的就是 ${was} 个孩子,没有变。请改成变了以后的个数。`);
  }
  return { ...household, minors };
}
