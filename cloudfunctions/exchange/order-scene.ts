import type { Actor, OrderScene } from '../../src/domain/exchange/end-order';
import { stockIdOf } from '../../src/domain/exchange/stock';
import type { Order, Shop, Stock } from '../../src/domain/exchange/types';
import { type OrderEffect, type Write, writesOf } from '../../src/domain/exchange/writes';
import { assert, refuse } from '../../src/domain/kernel/refusal';
import type { Account } from '../../src/domain/ledger/ledger';
import { orderMessage } from '../../src/domain/messages/moved';
import { orderTask } from '../../src/domain/tasks/order-task';
import type { Caller } from '../runtime/caller';
import type { Place } from '../runtime/define-action';
import type { Reader, Transaction } from '../runtime/store/store';
import { type Moving, writeMessage } from '../runtime/write-message';
import { writeTask } from '../runtime/write-task';

/** What both a store and a transaction can do. */
type Getter = Pick<Reader, 'get'>;

/** @throws Refusal `order-not-found` */
export async function readOrder(from: Getter, orderId: string): Promise<Order> {
  const order = await from.get<Order>('orders', orderId);
  if (!order) refuse('order-not-found', '没有找到这张兑换单。请刷新兑换单再看。');
  return order;
}

/** @throws Refusal `shop-not-found` */
export async function readShop(from: Getter, shopId: string): Promise<Shop> {
  const shop = await from.get<Shop>('shops', shopId);
  if (!shop) refuse('shop-not-found', '没有找到这家超市。请回到“超市”重新选一家。');
  return shop;
}

/** An order's household and shop never change, so its place may be read outside the transaction. */
export async function placeOfOrder({
  input,
  read,
}: {
  input: { orderId: string };
  read: Getter;
}): Promise<Place> {
  const { householdId, shopId } = await readOrder(read, input.orderId);
  return { householdId, shopId };
}

/** Stock of some goods, without those that are not there. */
export async function readStocks(
  from: Getter,
  shopId: string,
  goodsIds: readonly string[],
): Promise<Stock[]> {
  const stocks: Stock[] = [];
  // One after the other: a transaction is no place for parallel reads.
  for (const goodsId of goodsIds) {
    const stock = await from.get<Stock>('stock', stockIdOf(shopId, goodsId));
    if (stock) stocks.push(stock);
  }
  return stocks;
}

export async function readAccount(from: Getter, householdId: string): Promise<Account> {
  const account = await from.get<Account>('accounts', householdId);
  assert(account, 'a household has its account from the first day');
  return account;
}

/** An order with everything that changes when it ends. @throws Refusal `order-not-found` */
export async function readScene(tx: Getter, orderId: string, nowMs: number): Promise<OrderScene> {
  const order = await readOrder(tx, orderId);
  const account = await readAccount(tx, order.householdId);
  const goodsIds = order.lines.map((line) => line.goodsId);
  return { order, account, stocks: await readStocks(tx, order.shopId, goodsIds), nowMs };
}

export function actorOf(caller: Caller): Actor {
  return { personId: caller.personId, householdId: caller.person?.householdId ?? null };
}

export function applyWrites(tx: Transaction, writes: readonly Write[]): void {
  for (const { kind, collection, id, data } of writes) tx[kind](collection, id, data);
}

/** What a move of an order comes to, with whom the order waits for and is told. */
export function saveOrder(
  moving: Pick<Moving, 'tx' | 'templates'>,
  effect: OrderEffect,
  order: 'create' | 'set',
): void {
  applyWrites(moving.tx, writesOf(effect, order));
  const task = orderTask(effect.order);
  writeTask(moving.tx, 'order', effect.order.orderId, task);
  writeMessage(moving, orderMessage(task));
}
