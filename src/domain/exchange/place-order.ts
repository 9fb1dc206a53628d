import { maskName } from '../kernel/names';
import { refuse } from '../kernel/refusal';
import { addDays, dayOf, endOfDayMs } from '../kernel/time';
import { type Account, type Cause, hold } from '../ledger/ledger';
import { mustStand } from '../people/ended-household';
import { isStopped, spendingFrozen } from '../people/freeze';
import { byProxyInWords } from '../people/proxy-words';
import type { ByProxy, Household } from '../people/types';
import { linesInWords } from './order-view';
import { mustHoldThePoints, type Outlook } from './outlook';
import { setAside } from './stock';
import type { Order, OrderLine, Shop, Stock } from './types';
import type { OrderEffect } from './writes';

/** Fewest points of one order. */
export const minimumPointsOfOrder = 5;
/** Days goods stay set aside; the day of the order is not counted. */
export const reservationDays = 7;

export type Wish = { goodsId: string; count: number };

/** First millisecond after the last day for picking up. */
export function expiryOfOrder(placedAtMs: number): number {
  return endOfDayMs(addDays(dayOf(placedAtMs), reservationDays));
}

/** The statement's line: what was exchanged and where. */
export function causeOfOrder(
  order: Pick<Order, 'orderId' | 'shopName' | 'lines' | 'byProxy'>,
): Cause {
  const by = byProxyInWords(order.byProxy);
  const title = `${order.shopName} ${linesInWords(order.lines)}${by ? `(${by})` : ''}`;
  return { kind: 'order', id: order.orderId, title, ruleVersion: 0 };
}

/** @throws Refusal `shop-not-for-village` */
export function mustServeTheVillage(shop: Shop, villageId: string): void {
  if (shop.villageIds.includes(villageId)) return;
  refuse('shop-not-for-village', `${shop.name}不是您村能去的超市。请在“超市”里另选一家。`);
}

/** @throws Refusal `goods-twice` */
export function mustNameGoodsOnce(wishes: readonly Wish[]): void {
  if (new Set(wishes.map((wish) => wish.goodsId)).size === wishes.length) return;
  refuse('goods-twice', '同一样东西选了两次。请合成一样,改数量。');
}

/**
 * Prices are the stock's when the order is placed.
 * @throws Refusal `goods-not-found`
 */
export function priceLines(wishes: readonly Wish[], stocks: readonly Stock[]): OrderLine[] {
  return wishes.map(({ goodsId, count }) => {
    const stock = stocks.find((each) => each.goodsId === goodsId);
    if (!stock) refuse('goods-not-found', '货架上没有这样东西。请刷新货架再选。', { goodsId });
    return { goodsId, name: stock.name, unit: stock.unit, count, points: stock.points };
  });
}

export function pointsOf(lines: readonly OrderLine[]): number {
  return lines.reduce((total, line) => total + line.points * line.count, 0);
}

/** @throws Refusal `price-changed` */
export function mustBeThePriceShown(points: number, pointsShown: number): void {
  if (points === pointsShown) return;
  refuse('price-changed', `价钱刚改过,现在要 ${points} 分。请看一遍再换。`, { points });
}

/** Points of what is wished, as far as it stands on the shelf. */
export function costOf(wishes: readonly Wish[], stocks: readonly Stock[]): number {
  const prices = new Map(stocks.map((stock) => [stock.goodsId, stock.points]));
  return wishes.reduce((sum, wish) => sum + (prices.get(wish.goodsId) ?? 0) * wish.count, 0);
}

export type PlaceOrder = {
  orderId: string;
  personId: string;
  /** Where somebody orders for the household. */
  byProxy?: ByProxy | undefined;
  shop: Shop;
  household: Household;
  account: Account;
  wishes: readonly Wish[];
  /** Stock of the wished goods, as far as it is there. */
  stocks: readonly Stock[];
  /** What the shelf said that all of it costs when it was looked at. */
  pointsShown: number;
  outlook: Outlook;
  nowMs: number;
};

/**
 * Points move to held, goods are set aside, the order stands: one effect.
 * @throws Refusal `shop-not-for-village`, `goods-twice`, `goods-not-found`, `price-changed`,
 *   `below-minimum`, `stock-gone`, `points-not-enough`, `spending-frozen`
 */
export function decidePlacing(command: PlaceOrder): OrderEffect {
  const { orderId, personId, shop, household, account, wishes, stocks, outlook, nowMs } = command;
  const proxied = command.byProxy && { byProxy: command.byProxy };
  mustServeTheVillage(shop, household.villageId);
  mustStand(household);
  if (isStopped(account)) refuse(spendingFrozen.code, spendingFrozen.message);
  mustNameGoodsOnce(wishes);
  const lines = priceLines(wishes, stocks);
  const points = pointsOf(lines);
  mustBeThePriceShown(points, command.pointsShown);
  if (points < minimumPointsOfOrder) {
    refuse('below-minimum', `一次至少换 ${minimumPointsOfOrder} 分的东西。请再加一样。`);
  }
  const mover = { byPersonId: personId, atMs: nowMs };
  const stock = lines.flatMap((line) => {
    const shelved = stocks.find((each) => each.goodsId === line.goodsId);
    return shelved ? [setAside(shelved, line.count, orderId, mover)] : [];
  });
  mustHoldThePoints(account, points, outlook, nowMs);
  const cause = causeOfOrder({ orderId, shopName: shop.name, lines, ...proxied });
  const { shares, ...ledger } = hold(account, points, cause, nowMs);
  const order: Order = {
    orderId,
    state: 'placed',
    shopId: shop.shopId,
    shopName: shop.name,
    villageId: household.villageId,
    householdId: household.householdId,
    householdNumber: household.number,
    householdName: maskName(household.headName),
    lines,
    points,
    shares,
    placedByPersonId: personId,
    ...proxied,
    placedAtMs: nowMs,
    expiresAtMs: expiryOfOrder(nowMs),
    endedAtMs: null,
    endedDay: null,
    endedByPersonId: null,
    endReason: null,
    pointsLapsed: 0,
    scan: null,
    usedCodes: [],
  };
  return { order, ledger, stock };
}
