import type { LedgerChange } from '../ledger/ledger';
import { type StockChange, stockIdOf } from './stock';
import type { Order } from './types';

/** Order, account and stock always change together, in one transaction. */
export type OrderEffect = { order: Order; ledger: LedgerChange; stock: StockChange[] };

/** A write by id; `create` must find nothing there. */
export type Write = { kind: 'create' | 'set'; collection: string; id: string; data: object };

export function writesOfStock({ stock, movements }: StockChange): Write[] {
  const stockId = stockIdOf(stock.shopId, stock.goodsId);
  return [
    { kind: 'set', collection: 'stock', id: stockId, data: stock },
    ...movements.map((movement): Write => {
      const id = `${stockId}.${movement.sequence}`;
      return { kind: 'create', collection: 'movements', id, data: movement };
    }),
  ];
}

function writesOfLedger({ account, entries }: LedgerChange): Write[] {
  const { householdId } = account;
  return [
    { kind: 'set', collection: 'accounts', id: householdId, data: account },
    ...entries.map((entry): Write => {
      const id = `${householdId}.${entry.sequence}`;
      return { kind: 'create', collection: 'entries', id, data: entry };
    }),
  ];
}

/** Everything an order's move writes; the order itself is created when it is placed. */
export function writesOf(effect: OrderEffect, order: 'create' | 'set'): Write[] {
  return [
    { kind: order, collection: 'orders', id: effect.order.orderId, data: effect.order },
    ...writesOfLedger(effect.ledger),
    ...effect.stock.flatMap(writesOfStock),
  ];
}
