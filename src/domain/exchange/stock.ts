import { mostGoodsOnAShelf } from '../../contracts/limits';
import { costsThatFit, onePointIsAboutOneYuan } from '../catalogue/goods-cost';
import { assert, refuse } from '../kernel/refusal';
import { isSameName } from '../people/names';
import type { Movement, MovementKind, Order, OrderLine, Stock, StockReason } from './types';

export type StockChange = { stock: Stock; movements: Movement[] };

/** Who moved it and when; `byPersonId` null for the timer. */
export type Mover = { byPersonId: string | null; atMs: number };

export function stockIdOf(shopId: string, goodsId: string): string {
  return `${shopId}.${goodsId}`;
}

/** On the shelf and not held for somebody else; a loss may have taken held goods: then none. */
export function availableOf(stock: Stock): number {
  return Math.max(0, stock.onHand - stock.held);
}

/** Whether it is time to buy in. */
export function isLow(stock: Stock): boolean {
  return availableOf(stock) <= stock.safetyStock;
}

type Change = {
  kind: MovementKind;
  onHand?: number;
  held?: number;
  orderId?: string;
  note?: string;
};

/** What comes is worth today's cost; what leaves takes its share of what all of it had cost. */
function worthOf({ onHand, costFen, valueFen }: Stock, change: number): number {
  return change >= 0 ? change * costFen : Math.round((valueFen * change) / onHand);
}

/** Where the worth of what came or left stands in the shelf's sums. */
function sumsAfter(stock: Stock, kind: MovementKind, valueChangeFen: number) {
  const { valueFen, handedOutFen, lostFen } = stock;
  const byCount = kind === 'damaged' || kind === 'lost' || kind === 'counted';
  return {
    valueFen: valueFen + valueChangeFen,
    handedOutFen: kind === 'handed-over' ? handedOutFen - valueChangeFen : handedOutFen,
    lostFen: byCount ? lostFen - valueChangeFen : lostFen,
  };
}

/** The only place a movement is made: stock = Σ movements, as both come from one change. */
function append({ stock, movements }: StockChange, change: Change, mover: Mover): StockChange {
  const movement: Movement = {
    stockId: stockIdOf(stock.shopId, stock.goodsId),
    shopId: stock.shopId,
    goodsId: stock.goodsId,
    sequence: stock.sequence + 1,
    kind: change.kind,
    onHandChange: change.onHand ?? 0,
    heldChange: change.held ?? 0,
    valueChangeFen: worthOf(stock, change.onHand ?? 0),
    orderId: change.orderId ?? null,
    note: change.note ?? null,
    ...mover,
  };
  const next: Stock = {
    ...stock,
    onHand: stock.onHand + movement.onHandChange,
    held: stock.held + movement.heldChange,
    sequence: movement.sequence,
    ...sumsAfter(stock, change.kind, movement.valueChangeFen),
  };
  assert(next.onHand >= 0 && next.held >= 0, 'no negative stock');
  assert([next.onHand, next.held].every(Number.isSafeInteger), 'whole goods');
  return { stock: next, movements: [...movements, movement] };
}

const start = (stock: Stock): StockChange => ({ stock, movements: [] });

const nothingYet = {
  ...{ onHand: 0, held: 0, sequence: 0 },
  ...{ valueFen: 0, handedOutFen: 0, lostFen: 0 },
};

export type Offer = Omit<Stock, keyof typeof nothingYet>;

const inYuan = (fen: number) => String(fen / 100);

function mustCostAboutItsPoints({ name, points, costFen }: Offer): void {
  if (onePointIsAboutOneYuan({ points, costFen })) return;
  const { leastFen, mostFen } = costsThatFit(points);
  const range = `进价要在 ${inYuan(leastFen)} 到 ${inYuan(mostFen)} 元之间`;
  const next = '请核对进价;进价没有错,就改分值再上架。';
  refuse('cost-does-not-fit', `1 分约合 1 元:${name}定 ${points} 分,${range}。${next}`);
}

export function refuseMoreGoods(): never {
  const message = `一家店最多摆 ${mostGoodsOnAShelf} 样货,已经满了。请改货架上原有的,不再添新的。`;
  refuse('shelf-full', message);
}

/** What stands there already is changed where it stands. @throws Refusal `goods-exists` */
export function mustBeNewOnTheShelf(name: string, shelf: readonly Stock[]): void {
  if (!shelf.some((each) => isSameName(each.name, name))) return;
  refuse('goods-exists', `货架上已经有${name}。要改分值或进价,在货架上点它来改。`);
}

/**
 * Puts goods on a shelf, or changes name, price, cost or safety stock of what stands there. What
 * stands there stays worth what it cost when it came.
 * @throws Refusal `cost-does-not-fit`
 */
export function offerGoods(known: Stock | null, offer: Offer): Stock {
  mustCostAboutItsPoints(offer);
  const { onHand, held, sequence, valueFen, handedOutFen, lostFen } = known ?? nothingYet;
  return { ...offer, onHand, held, sequence, valueFen, handedOutFen, lostFen };
}

const signOf: Record<StockReason, -1 | 0 | 1> = {
  'bought-in': 1,
  damaged: -1,
  lost: -1,
  counted: 0,
};

/**
 * Goods bought in, damaged, lost or counted. A loss may reach into what is held: the goods are
 * really gone, and the shop then cancels the orders it cannot serve.
 * @throws Refusal `change-is-zero`, `reason-does-not-fit`, `stock-below-zero`
 */
export function moveStock(
  stock: Stock,
  command: { change: number; reason: StockReason; note?: string },
  mover: Mover,
): StockChange {
  const { change, reason, note } = command;
  if (change === 0) refuse('change-is-zero', '数量没有变。请填多了或少了几个。');
  const sign = signOf[reason];
  if (sign !== 0 && Math.sign(change) !== sign) {
    const message =
      sign > 0
        ? '进货只能往上加。少了请选报损、丢失或盘点。'
        : '报损和丢失只能往下减。多了请选进货或盘点。';
    refuse('reason-does-not-fit', message);
  }
  if (stock.onHand + change < 0) {
    const message = `店里只有 ${stock.onHand} ${stock.unit}${stock.name},减不了这么多。请数一数再填。`;
    refuse('stock-below-zero', message, { onHand: stock.onHand });
  }
  return append(start(stock), { kind: reason, onHand: change, ...(note && { note }) }, mover);
}

/**
 * Sets goods aside for an order.
 * @throws Refusal `stock-gone`
 */
export function setAside(stock: Stock, count: number, orderId: string, mover: Mover): StockChange {
  const available = availableOf(stock);
  if (available < count) {
    const message =
      available === 0
        ? `${stock.name}刚刚被换完了。可以先换别的,或等店里进货。`
        : `${stock.name}只剩 ${available} ${stock.unit}。可以少换一些,或再选一样别的。`;
    refuse('stock-gone', message, { goodsId: stock.goodsId, available });
  }
  return append(start(stock), { kind: 'held', held: count, orderId }, mover);
}

function eachLine(
  order: Order,
  stocks: readonly Stock[],
  change: (line: OrderLine) => Change,
  mover: Mover,
): StockChange[] {
  return order.lines.map((line) => {
    const stock = stocks.find((each) => each.goodsId === line.goodsId);
    assert(stock && stock.shopId === order.shopId, 'the stock of every line is there');
    return append(start(stock), { ...change(line), orderId: order.orderId }, mover);
  });
}

/** An order ended without hand-over: its goods are free again. */
export function putBack(order: Order, stocks: readonly Stock[], mover: Mover): StockChange[] {
  return eachLine(order, stocks, ({ count }) => ({ kind: 'released', held: -count }), mover);
}

/** The first line the shop has not enough goods for, because a loss took what was held. */
export function missingFor(order: Order, stocks: readonly Stock[]): OrderLine | null {
  const onHand = new Map(stocks.map((stock) => [stock.goodsId, stock.onHand]));
  return order.lines.find((line) => (onHand.get(line.goodsId) ?? 0) < line.count) ?? null;
}

/** The goods leave the shop. */
export function giveOut(order: Order, stocks: readonly Stock[], mover: Mover): StockChange[] {
  const change = ({ count }: OrderLine): Change => ({
    kind: 'handed-over',
    onHand: -count,
    held: -count,
  });
  return eachLine(order, stocks, change, mover);
}
