import { saysTheSame } from '../../kernel/same';
import type { Household } from '../../people/types';
import type { KinChange, PlannedHousehold } from './types';

export function kinChange(before: readonly number[], after: readonly number[]): KinChange {
  return {
    added: after.filter((number) => !before.includes(number)),
    gone: before.filter((number) => !after.includes(number)),
  };
}

/** The change on top of what stands by now: another import may have been there meanwhile. */
export function withKinChange(now: readonly number[], { added, gone }: KinChange): number[] {
  const kept = now.filter((number) => !gone.includes(number));
  return [...new Set([...kept, ...added])].sort((a, b) => a - b);
}

/** The same change as a relative stores it; null where it stands there already. */
export function otherSide(other: Household, { number, kin }: PlannedHousehold): Household | null {
  const isAdded = kin.added.includes(other.number);
  const change = isAdded ? { added: [number], gone: [] } : { added: [], gone: [number] };
  const relativeNumbers = withKinChange(other.relativeNumbers, change);
  return saysTheSame(relativeNumbers, other.relativeNumbers) ? null : { ...other, relativeNumbers };
}
