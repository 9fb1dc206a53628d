import { exchange } from '../../../src/contracts';
import { orderView } from '../../../src/domain/exchange/order-view';
import type { Order } from '../../../src/domain/exchange/types';
import { ownHouseholdId } from '../../runtime/caller';
import { defineQuery } from '../../runtime/define-action';

const pageSize = 20;

/** Newest first. */
export const listOrders = defineQuery({
  contract: exchange.listOrders,
  allow: [{ who: 'resident' }],
  async run({ input, caller, read, nowMs }) {
    const householdId = ownHouseholdId(caller);
    const found = await read.query<Order>('orders', {
      where: { householdId },
      order: { field: 'orderId', direction: 'desc' },
      ...(input.after !== undefined && { after: input.after }),
      limit: pageSize + 1,
    });
    const orders = found.slice(0, pageSize).map((order) => orderView(order, nowMs));
    return { orders, more: found.length > pageSize };
  },
});
