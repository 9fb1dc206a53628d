import { exchange } from '../../../src/contracts';
import { orderView } from '../../../src/domain/exchange/order-view';
import type { Order } from '../../../src/domain/exchange/types';
import { dayOf } from '../../../src/domain/kernel/time';
import { defineQuery } from '../../runtime/define-action';
import { readShop } from '../order-scene';

/** A village shop has tens of orders a day; a scan opens an order that is not listed. */
const mostShown = 300;

/** What waits, oldest first, and what ended today, latest first. */
export const listShopOrders = defineQuery({
  contract: exchange.listShopOrders,
  allow: [{ who: 'keeper', at: 'own-shop' }, { who: 'town-admin' }],
  place: ({ input }) => ({ shopId: input.shopId }),
  async run({ input: { shopId }, read, nowMs }) {
    const shop = await readShop(read, shopId);
    const order = { field: 'orderId', direction: 'asc' } as const;
    const waiting = await read.query<Order>('orders', {
      where: { shopId, state: 'placed' },
      order,
      limit: mostShown,
    });
    const endedToday = await read.query<Order>('orders', {
      where: { shopId, endedDay: dayOf(nowMs) },
      order,
      limit: 1000,
    });
    endedToday.sort((left, right) => (right.endedAtMs ?? 0) - (left.endedAtMs ?? 0));
    return {
      shopName: shop.name,
      handedOverToday: endedToday.filter((each) => each.state === 'handed-over').length,
      waiting: waiting.map((each) => orderView(each, nowMs)),
      today: endedToday.slice(0, mostShown).map((each) => orderView(each, nowMs)),
    };
  },
});
