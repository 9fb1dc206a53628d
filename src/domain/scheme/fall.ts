import type { PointItem } from '../../contracts/scheme';
import type { AllowanceLeft } from './allowance';

/** How the points of a deed fall: all of them are honour, so many can be spent as well. */
export type Fall = { honour: number; spendable: number };

/**
 * A cap never eats a deed: what it leaves goes to both purses, the rest to honour alone (domain.md
 * §5). Of an item that is honour only nothing can be spent.
 */
export function fallOf(
  { purse }: Pick<PointItem, 'purse'>,
  points: number,
  { pointsLeft }: Pick<AllowanceLeft, 'pointsLeft'>,
): Fall {
  return { honour: points, spendable: purse === 'both' ? Math.min(points, pointsLeft) : 0 };
}

/** `荣誉分 40,兑换分 25`. */
export function fallInWords({ honour, spendable }: Fall): string {
  return spendable === 0 ? `只加荣誉分 ${honour}` : `荣誉分 ${honour},兑换分 ${spendable}`;
}

/** `荣誉分 40,兑换分 25` where not all of it can be spent; else null: one number says it. */
export function unevenInWords(of: { points: number; spendable: number }): string | null {
  const { points: honour, spendable } = of;
  return spendable < honour ? fallInWords({ honour, spendable }) : null;
}

/** What limits it and what is left; where the caps leave less than the deed is worth, says so. */
export function fallBecause({ honour, spendable }: Fall, left: AllowanceLeft): string {
  const { because, pointsLeft } = left;
  const above = honour - spendable;
  const rest = above > 0 ? `,超出的 ${above} 分只加荣誉分` : '';
  return `${because}还剩 ${pointsLeft} 分${rest}。`;
}
