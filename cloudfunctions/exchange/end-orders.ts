import { decideEndingWithHousehold } from '../../src/domain/exchange/end-order';
import { stockIdOf } from '../../src/domain/exchange/stock';
import type { Order, Stock } from '../../src/domain/exchange/types';
import type { OrderEffect } from '../../src/domain/exchange/writes';
import { assert, refuse } from '../../src/domain/kernel/refusal';
import type { Account } from '../../src/domain/ledger/ledger';
import type { Reader, Transaction } from '../runtime/store/store';
import type { Moving } from '../runtime/write-message';
import { readOrder, readStocks, saveOrder } from './order-scene';

/** An order of many goods is some twenty writes; more do not fit into one transaction. */
const mostAtOnce = 3;
/** Orders stand a week: what is open is among the newest. */
const newest = 200;

/** What there is to write, and the account once all of it is written. */
export type OrdersEnded = { account: Account; write(): void };

async function openOrders(
  { householdId, held }: Account,
  { tx, read }: { tx: Transaction; read: Reader },
): Promise<Order[]> {
  if (held === 0) return [];
  const all = await read.query<Order>('orders', {
    where: { householdId },
    order: { field: 'orderId', direction: 'desc' },
    limit: newest,
  });
  const open = all.filter(({ state }) => state === 'placed');
  if (open.length > mostAtOnce) {
    refuse(
      'open-orders',
      `这一户还有 ${open.length} 张没取的兑换单,一次退不完。请先让店里退掉几张,或等过期退分。`,
    );
  }
  const orders: Order[] = [];
  for (const { orderId } of open) orders.push(await readOrder(tx, orderId));
  return orders.filter(({ state }) => state === 'placed');
}

/**
 * Ends every open order of a household that ends, points first. All is decided before anything is
 * written, so each goes on from what the one before left.
 * @throws Refusal `open-orders` for too many, `being-handed-over`
 */
export async function endOrdersOf(
  account: Account,
  moving: Moving & { read: Reader },
): Promise<OrdersEnded> {
  const { tx, nowMs } = moving;
  let current = account;
  const shelf = new Map<string, Stock>();
  const effects: OrderEffect[] = [];
  for (const order of await openOrders(account, moving)) {
    const goodsIds = order.lines.map(({ goodsId }) => goodsId);
    const stocks = (await readStocks(tx, order.shopId, goodsIds)).map(
      (stock) => shelf.get(stockIdOf(stock.shopId, stock.goodsId)) ?? stock,
    );
    const effect = decideEndingWithHousehold({ order, account: current, stocks, nowMs });
    for (const { stock } of effect.stock) shelf.set(stockIdOf(stock.shopId, stock.goodsId), stock);
    current = effect.ledger.account;
    effects.push(effect);
  }
  assert(current.held === 0, 'what is held stands in an order');
  const write = () => {
    for (const effect of effects) saveOrder(moving, effect, 'set');
  };
  return { account: current, write };
}
