import type { ValueOf } from '../../contracts/contract';
import type { listGoods } from '../../contracts/exchange';

export type Goods = ValueOf<typeof listGoods>['goods'][number];
export type Shop = ValueOf<typeof listGoods>['shop'];

/** How many of each goods id are wished. */
export type Basket = Readonly<Record<string, number>>;
export type BasketLine = { goods: Goods; count: number };

/** More lines than one order may have are not offered. */
export const mostKinds = 10;

/** What is wished as far as it is still on the shelf: somebody else may have been faster. */
export function linesOf(shelf: readonly Goods[], basket: Basket): BasketLine[] {
  return shelf
    .map((goods) => ({ goods, count: Math.min(basket[goods.goodsId] ?? 0, goods.available) }))
    .filter(({ count }) => count > 0);
}

export function totalOf(lines: readonly BasketLine[]): number {
  return lines.reduce((total, { goods, count }) => total + goods.points * count, 0);
}

/** Points that are missing to take one more of something; 0 when the purse holds them. */
export function missingFor(goods: Goods, spendable: number, total: number): number {
  return Math.max(0, total + goods.points - spendable);
}

export type ShelfGroup = { title: string; goods: Goods[] };

/**
 * What can be had now, what needs more points, what is gone; empty groups are left out.
 * @param spendable null where nobody's purse is known: then all stands on one shelf
 */
export function groupShelf(shelf: readonly Goods[], spendable: number | null): ShelfGroup[] {
  const there = shelf.filter(({ available }) => available > 0);
  const purse = spendable ?? Number.POSITIVE_INFINITY;
  const groups = [
    {
      title: spendable === null ? '货架' : '现在能换',
      goods: there.filter(({ points }) => points <= purse),
    },
    { title: '再攒一攒', goods: there.filter(({ points }) => points > purse) },
    { title: '没货了', goods: shelf.filter(({ available }) => available === 0) },
  ];
  return groups.filter(({ goods }) => goods.length > 0);
}
