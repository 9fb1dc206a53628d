import { exchange } from '../../../src/contracts';
import type { OrderView } from '../../../src/domain/exchange/order-view';
import type { Order } from '../../../src/domain/exchange/types';
import { orderTask } from '../../../src/domain/tasks/order-task';
import { type ExchangeTown, goodsOf, openExchange, valueIn } from './exchange-town';

let town: ExchangeTown;
let sample: Order;

/** Ids in the order of time, as phones make them. */
const idOf = (index: number) => `01M6WAPZD8N6E0ZC1NSN2Z${String(index).padStart(4, '0')}`;

type Listed = {
  waiting: OrderView[];
  today: OrderView[];
  more: boolean;
  next: string | null;
  endedToday: number;
  handedOverToday: number;
};
const list = async (after?: string) => {
  const input = { shopId: 'shop-1', ...(after && { after }) };
  return valueIn(await town.as('keeper-1').call(exchange.listShopOrders, input)) as Listed;
};

/** Orders like one that was really placed, so many of them. */
async function fill(count: number, more: (index: number) => Partial<Order>): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const orderId = idOf(index);
    const order: Order = { ...sample, orderId, ...more(index) };
    await town.engine.set('orders', orderId, order);
    const task = orderTask(order);
    if (task) await town.engine.set('tasks', task.taskId, task);
  }
}

beforeEach(async () => {
  town = await openExchange();
  await town.addHousehold('v1', 1, 40);
  await town.addStock('shop-1', goodsOf('soap', '香皂', 5, 10));
  const input = { shopId: 'shop-1', lines: [{ goodsId: 'soap', count: 1 }], points: 5 };
  valueIn(await town.as('resident-v1-1').call(exchange.placeOrder, input));
  const [placed] = town.engine.find('orders') as unknown as (Order & { _id: string })[];
  if (!placed) throw new Error('no order');
  const { _id, ...order } = placed;
  await town.engine.remove('orders', { _id });
  await town.engine.remove('tasks', { _id: `order.${_id}` });
  sample = order;
});

test('what waits comes in pages, the oldest first, each order once', async () => {
  await fill(120, () => ({}));
  const seen: string[] = [];
  const mores: boolean[] = [];
  for (let after: string | undefined, page = 0; page < 3; page += 1) {
    const { waiting, more, next, today } = await list(after);
    seen.push(...waiting.map(({ orderId }) => orderId));
    mores.push(more);
    expect(today).toEqual([]);
    after = next ?? undefined;
  }
  expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => idOf(index)));
  expect(mores).toEqual([true, true, false]);
});

test('of a busy day all are counted, and the latest are shown', async () => {
  const endedDay = '2026-11-23';
  await fill(450, (index) => ({
    ...{ state: index % 3 === 0 ? 'cancelled' : 'handed-over' },
    ...{ endedDay, endedAtMs: town.clock.nowMs + index, pointsLapsed: 0 },
  }));
  const { today, endedToday, handedOverToday, waiting, more } = await list();
  expect([endedToday, handedOverToday]).toEqual([450, 300]);
  expect(today.map(({ orderId }) => orderId)).toEqual(
    Array.from({ length: 50 }, (_, index) => idOf(449 - index)),
  );
  expect([waiting, more]).toEqual([[], false]);
});

test('a full answer of the largest orders is far from what a phone takes', async () => {
  const line = { goodsId: 'g'.repeat(40), name: '货'.repeat(30), unit: '单'.repeat(6) };
  const lines = Array.from({ length: 10 }, () => ({ ...line, count: 999, points: 9999 }));
  const endedDay = '2026-11-23';
  await fill(120, (index) => {
    const isOver = index >= 60;
    const ended = { endedDay, endedAtMs: town.clock.nowMs, endReason: '因'.repeat(100) };
    return { lines, ...(isOver && { state: 'shop-cancelled', pointsLapsed: 0, ...ended }) };
  });
  const answer = await list();
  expect([answer.waiting.length, answer.today.length]).toEqual([50, 50]);
  const bytes = Buffer.byteLength(JSON.stringify(answer));
  expect(bytes).toBeGreaterThan(200_000);
  expect(bytes).toBeLessThan(400_000);
});
