import { exchange } from '../../../src/contracts';
import { tasksPerPage } from '../../../src/contracts/limits';
import { orderView } from '../../../src/domain/exchange/order-view';
import type { Order } from '../../../src/domain/exchange/types';
import { dayOf } from '../../../src/domain/kernel/time';
import { roleKey } from '../../../src/domain/tasks/keys';
import { queues } from '../../../src/domain/tasks/queues';
import { defineQuery } from '../../runtime/define-action';
import { inOrderOf, readWaiting } from '../../runtime/read-waiting';
import { seatsThatRead } from '../../runtime/seats';
import { readAll } from '../../runtime/store/read-all';
import { readByIds } from '../../runtime/store/read-by-ids';
import type { Reader } from '../../runtime/store/store';
import { readShop } from '../order-scene';

async function endedOn(day: string, shopId: string, read: Reader): Promise<Order[]> {
  const ended = await readAll<Order>(read, 'orders', { shopId, endedDay: day }, 'orderId');
  return ended.sort((left, right) => (right.endedAtMs ?? 0) - (left.endedAtMs ?? 0));
}

/**
 * What waits, the longest waiting first, page by page, and what ended today, latest first. A scan
 * opens an order that is not listed.
 */
export const listShopOrders = defineQuery({
  contract: exchange.listShopOrders,
  allow: [
    ...([{ who: 'keeper', at: 'own-shop' }, { who: 'town-admin' }] as const),
    ...seatsThatRead('exchange.list-shop-orders'),
  ],
  place: ({ input }) => ({ shopId: input.shopId }),
  async run({ input: { shopId, after }, read, nowMs }) {
    const shop = await readShop(read, shopId);
    const { tasks, more, next } = await readWaiting(read, {
      ...{ keys: [roleKey('keeper', shopId)], steps: queues['to-hand-over'].steps },
      ...{ reader: null, after, perPage: tasksPerPage },
    });
    const ids = tasks.map(({ subjectId }) => subjectId);
    const waiting = inOrderOf(tasks, await readByIds<Order>(read, 'orders', ids));
    const ended = after === undefined ? await endedOn(dayOf(nowMs), shopId, read) : [];
    return {
      shopName: shop.name,
      handedOverToday: ended.filter((each) => each.state === 'handed-over').length,
      endedToday: ended.length,
      waiting: waiting.map((each) => orderView(each, nowMs)),
      ...{ more, next },
      today: ended.slice(0, tasksPerPage).map((each) => orderView(each, nowMs)),
    };
  },
});
