import type { exchange } from '../../contracts';
import type { ValueOf } from '../../contracts/contract';
import { dayInWords, dayOf } from '../kernel/time';
import { byProxyInWords } from '../people/proxy-words';
import { orderStateLabel, scanEndsInWords } from './order-workflow';
import { standingScan } from './pickup-code';
import { availableOf, isLow } from './stock';
import type { Order, OrderLine, Shop, Stock } from './types';

export type OrderView = ValueOf<typeof exchange.listOrders>['orders'][number];
type ShopView = ValueOf<typeof exchange.listShops>['shops'][number];
type GoodsView = ValueOf<typeof exchange.listGoods>['goods'][number];
type StockView = ValueOf<typeof exchange.readStock>['stock'][number];

/** `香皂×2、盐2袋×1`, at most three, then how many kinds there are. */
export function linesInWords(lines: readonly OrderLine[]): string {
  const words = lines.slice(0, 3).map((line) => `${line.name}×${line.count}`);
  return words.join('、') + (lines.length > 3 ? `等 ${lines.length} 样` : '');
}

function returnedInWords({ points, pointsLapsed }: Order): string {
  if (pointsLapsed === 0) return `${points} 分已退回`;
  const left = points - pointsLapsed;
  const lost = `${pointsLapsed} 分过了使用期限,不能再用`;
  return left > 0 ? `${left} 分已退回,另外 ${lost}` : lost;
}

function nextWhilePlaced({ scan, expiresAtMs }: Order, nowMs: number): string {
  const standing = standingScan(scan, null, nowMs);
  if (standing) {
    const until = scanEndsInWords(standing.endsAtMs);
    return `店里扫了码,正在交货;没交成的话,${until}以后可以退分`;
  }
  if (nowMs >= expiresAtMs) return '过了取货日,分马上自动退回';
  return `${dayInWords(dayOf(expiresAtMs - 1), dayOf(nowMs))}前到店取,过期自动退分`;
}

/** What comes next for an order, as a sentence with its day. */
export function nextOfOrder(order: Order, nowMs: number): string {
  const today = dayOf(nowMs);
  const ended = order.endedDay ? dayInWords(order.endedDay, today) : '';
  switch (order.state) {
    case 'placed':
      return nextWhilePlaced(order, nowMs);
    case 'handed-over':
      return `${ended}已取走,用了 ${order.points} 分`;
    case 'cancelled':
      return `${ended}取消,${returnedInWords(order)}`;
    case 'shop-cancelled':
      return `${ended}店里交不了货(${order.endReason ?? '没有写原因'}),${returnedInWords(order)}`;
    case 'expired':
      return `过了取货日没有取,${returnedInWords(order)}`;
  }
}

/** Whoever reads it learns that somebody ordered for the household. */
function nextWithProxy(order: Order, nowMs: number): string {
  const by = byProxyInWords(order.byProxy);
  const next = nextOfOrder(order, nowMs);
  return by ? `${next}。${by}` : next;
}

/** What a household or its shop sees of an order. */
export function orderView(order: Order, nowMs: number): OrderView {
  const { orderId, state, shopId, shopName, householdNumber, householdName } = order;
  const { lines, points, placedAtMs, expiresAtMs, endedAtMs } = order;
  return {
    ...{ orderId, state, shopId, shopName, householdNumber, householdName },
    ...{ lines, points, placedAtMs, expiresAtMs, endedAtMs },
    stateLabel: orderStateLabel(state),
    next: nextWithProxy(order, nowMs),
  };
}

export function shopView({ shopId, name, kind, address, hours, villageNames }: Shop): ShopView {
  return { shopId, name, kind, address, hours, villageNames };
}

export function goodsView(stock: Stock): GoodsView {
  const { goodsId, name, unit, points, kind } = stock;
  return { goodsId, name, unit, points, kind, available: availableOf(stock) };
}

export function stockView(stock: Stock): StockView {
  const { goodsId, name, unit, points, costFen, kind, onHand, held, safetyStock } = stock;
  const offered = { goodsId, name, unit, points, costFen, kind, safetyStock };
  return { ...offered, onHand, held, low: isLow(stock) };
}
