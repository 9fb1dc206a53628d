import { exchange } from '../../../src/contracts';
import { orderView } from '../../../src/domain/exchange/order-view';
import type { Order } from '../../../src/domain/exchange/types';
import { dayOf } from '../../../src/domain/kernel/time';
import { defineQuery } from '../../runtime/define-action';
import { readAll } from '../../runtime/store/read-all';
import type { Reader } from '../../runtime/store/store';
import { readShop } from '../order-scene';

/** A village shop has tens of orders a day; a scan opens an order that is not listed. */
const pageSize = 50;

async function endedOn(day: string, shopId: string, read: Reader): Promise<Order[]> {
  const ended = await readAll<Order>(read, 'orders', { shopId, endedDay: day }, 'orderId');
  return ended.sort((left, right) => (right.endedAtMs ?? 0) - (left.endedAtMs ?? 0));
}

/** What waits, oldest first, page by page, and what ended today, latest first. */
export const listShopOrders = defineQuery({
  contract: exchange.listShopOrders,
  allow: [{ who: 'keeper', at: 'own-shop' }, { who: 'town-admin' }],
  place: ({ input }) => ({ shopId: input.shopId }),
  async run({ input: { shopId, after }, read, nowMs }) {
    const shop = await readShop(read, shopId);
    const waiting = await read.query<Order>('orders', {
      where: { shopId, state: 'placed' },
      order: { field: 'orderId', direction: 'asc' },
      ...(after !== undefined && { after }),
      limit: pageSize + 1,
    });
    const ended = after === undefined ? await endedOn(dayOf(nowMs), shopId, read) : [];
    return {
      shopName: shop.name,
      handedOverToday: ended.filter((each) => each.state === 'handed-over').length,
      endedToday: ended.length,
      waiting: waiting.slice(0, pageSize).map((each) => orderView(each, nowMs)),
      more: waiting.length > pageSize,
      today: ended.slice(0, pageSize).map((each) => orderView(each, nowMs)),
    };
  },
});
