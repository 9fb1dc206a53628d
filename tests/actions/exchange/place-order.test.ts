import { ulid } from 'ulid';
import { exchange } from '../../../src/contracts';
import {
  codeOf,
  type ExchangeTown,
  goodsOf,
  messageOf,
  openExchange,
  valueIn,
} from './exchange-town';

let town: ExchangeTown;
const resident = (household = 'v1-1') => town.as(`resident-${household}`);
const prices: Record<string, number> = { soap: 5, tea: 15 };
const wish = (goodsId: string, count = 1) => ({
  ...{ shopId: 'shop-1', lines: [{ goodsId, count }], points: count * (prices[goodsId] ?? 0) },
});

beforeEach(async () => {
  town = await openExchange();
  await town.addHousehold('v1', 1, 20);
  await town.addHousehold('v2', 1, 20);
  await town.addStock('shop-1', goodsOf('soap', '香皂', 5, 10));
  await town.addStock('shop-1', goodsOf('tea', '砖茶', 15, 3));
});

afterEach(async () => {
  town.checkSums();
  await town.engine.close();
});

test('an order holds points and goods until the end of the seventh day', async () => {
  const commandId = ulid();
  const lines = [
    { goodsId: 'soap', count: 1 },
    { goodsId: 'tea', count: 1 },
  ];
  const order = { shopId: 'shop-1', lines, points: 20 };
  const answer = await resident().call(exchange.placeOrder, order, commandId);
  expect(valueIn(answer)).toEqual({
    orderId: commandId,
    points: 20,
    expiresAtMs: Date.parse('2026-12-01T00:00:00+08:00'),
  });
  expect(town.account('v1-1')).toMatchObject({ spendable: 0, held: 20, honour: 120 });
  expect(town.stock('shop-1', 'tea')).toMatchObject({ onHand: 3, held: 1 });
  const read = valueIn(await resident().call(exchange.readOrder, { orderId: commandId }));
  expect(read).toMatchObject({
    state: 'placed',
    stateLabel: '待取货',
    next: '11月30日前到店取,过期自动退分',
    householdName: '张*',
    householdNumber: 1,
  });
  expect(JSON.stringify(read)).not.toContain('张三');
  const list = valueIn(await resident().call(exchange.listOrders, {})) as { orders: unknown[] };
  expect(list.orders).toHaveLength(1);
});

test('each bad order has its own refusal and writes nothing', async () => {
  const cases: [string, unknown][] = [
    ['shop-not-found', { ...wish('soap'), shopId: 'nowhere' }],
    ['shop-not-for-village', { ...wish('soap'), shopId: 'shop-2' }],
    ['goods-not-found', wish('gold')],
    ['goods-twice', { ...wish('soap'), lines: [...wish('soap').lines, ...wish('soap').lines] }],
    ['price-changed', { ...wish('soap'), points: 4 }],
    ['price-changed', { ...wish('soap'), points: 6 }],
    ['stock-gone', wish('tea', 4)],
    ['points-not-enough', wish('soap', 5)],
    ['input-invalid', wish('soap', 0)],
    ['input-invalid', wish('soap', 1.5)],
    ['input-invalid', { ...wish('soap'), shopId: { $ne: 1 } }],
    ['input-invalid', { ...wish('soap'), lines: [{ goodsId: { $ne: 1 }, count: 1 }] }],
    ['input-invalid', { ...wish('soap'), lines: [] }],
    ['input-invalid', { ...wish('soap'), points: undefined }],
    ['input-invalid', { ...wish('soap'), householdId: 'v2-1' }],
  ];
  for (const [code, input] of cases) {
    const answer = await resident().call(exchange.placeOrder, input);
    expect([codeOf(answer), input]).toEqual([code, input]);
    expect(messageOf(answer)).toMatch(/^[^A-Za-z]+。$/u);
  }
  expect(town.all('orders')).toEqual([]);
  expect(town.account('v1-1')).toMatchObject({ spendable: 20, held: 0, sequence: 2 });
});

test('a price that was changed after the shelf was read is never charged unseen', async () => {
  const keeper = town.as('keeper-1');
  const soap = { name: '香皂', unit: '块', costFen: 2000, kind: 'goods', safetyStock: 2 };
  const dearer = { shopId: 'shop-1', goodsId: 'soap', ...soap, points: 20 };
  expect(codeOf(await keeper.call(exchange.offerGoods, dearer))).toBe('ok');
  const answer = await resident().call(exchange.placeOrder, wish('soap'));
  expect(codeOf(answer)).toBe('price-changed');
  expect(messageOf(answer)).toBe('价钱刚改过,现在要 20 分。请看一遍再换。');
  expect(town.account('v1-1')).toMatchObject({ spendable: 20, held: 0 });
  expect(town.stock('shop-1', 'soap')).toMatchObject({ held: 0 });
  const seen = { ...wish('soap'), points: 20 };
  expect(codeOf(await resident().call(exchange.placeOrder, seen))).toBe('ok');
  expect(town.account('v1-1')).toMatchObject({ spendable: 0, held: 20 });
});

test('of two things at one price goods are named before a service', async () => {
  await town.addStock('shop-1', { ...goodsOf('printing', '打印', 15, 9), kind: 'service' });
  const answer = await resident().call(exchange.placeOrder, wish('tea', 2));
  expect(messageOf(answer)).toContain('15 分的砖茶');
});

test('too few points: the gap and what can be had instead', async () => {
  const answer = await resident().call(exchange.placeOrder, wish('tea', 2));
  expect(messageOf(answer)).toBe('积分差 10 分。可以先换 15 分的砖茶,或等新的积分入账。');
  await town.place('v1-1', 'tea');
  const second = await resident().call(exchange.placeOrder, wish('tea'));
  expect(messageOf(second)).toBe('积分差 10 分。可以先换 5 分的香皂,或等新的积分入账。');
  await town.place('v1-1', 'soap');
  const third = await resident().call(exchange.placeOrder, wish('soap'));
  expect(messageOf(third)).toBe('积分差 5 分。请等新的积分入账再来换。');
});

test('too few points: what is on notice until the nearest day is named', async () => {
  const closes = (day: string) => Date.parse(`${day}T00:00:00+08:00`) + 86_400_000;
  const records = [
    { points: 3, spendable: 3, closesAtMs: closes('2026-12-03'), state: 'on-notice' },
    { points: 2, spendable: 2, closesAtMs: closes('2026-12-03'), state: 'on-notice' },
    { points: 9, spendable: 9, closesAtMs: closes('2026-12-04'), state: 'on-notice' },
    { points: 10, spendable: 0, closesAtMs: closes('2026-12-01'), state: 'on-notice' },
    { points: 10, spendable: 10, closesAtMs: closes('2026-12-01'), state: 'objected' },
  ];
  await town.store.transact(async (tx) => {
    for (const [index, record] of records.entries()) {
      const recordId = `r${index}`;
      tx.set('records', recordId, { ...record, recordId, householdId: 'v1-1', open: true });
    }
  });
  const answer = await resident().call(exchange.placeOrder, wish('tea', 2));
  expect(messageOf(answer)).toBe('积分差 10 分。可以先换 15 分的砖茶,或等 12月3日 的 5 分入账。');
});

test('points past their last day cannot be spent', async () => {
  town.clock.nowMs = Date.parse('2028-01-01T00:00:00+08:00');
  expect(codeOf(await resident().call(exchange.placeOrder, wish('soap')))).toBe(
    'points-not-enough',
  );
});

test('only somebody who joined may order', async () => {
  expect(codeOf(await town.as('stranger').call(exchange.placeOrder, wish('soap')))).toBe(
    'join-first',
  );
  expect(codeOf(await town.as(null).call(exchange.placeOrder, wish('soap')))).toBe('log-in-first');
  expect(codeOf(await town.as('keeper-1').call(exchange.placeOrder, wish('soap')))).toBe(
    'not-your-job',
  );
});

test("another household's order is nobody else's business", async () => {
  const orderId = await town.place('v1-1', 'soap');
  const other = resident('v2-1');
  for (const contract of [exchange.readOrder, exchange.cancelOrder, exchange.issuePickupCode]) {
    expect(codeOf(await other.call(contract, { orderId }))).toBe('not-yours');
    expect(codeOf(await other.call(contract, { orderId: ulid() }))).toBe('order-not-found');
  }
  expect(town.order(orderId).state).toBe('placed');
});

test('an id that stands for another person’s order is not taken over', async () => {
  const orderId = await town.place('v1-1', 'soap');
  await town.addHousehold('v1', 2, 20);
  const answer = await resident('v1-2').call(exchange.placeOrder, wish('soap'), orderId);
  expect(codeOf(answer)).toBe('command-reused');
  expect(town.order(orderId).householdId).toBe('v1-1');
});

test('shelf and shops are open to everybody', async () => {
  const nobody = town.as(null);
  const { shops } = valueIn(await nobody.call(exchange.listShops, { villageId: 'v1' })) as {
    shops: { shopId: string }[];
  };
  expect(shops.map((shop) => shop.shopId)).toEqual(['shop-1']);
  await town.place('v1-1', 'tea');
  const { goods } = valueIn(await nobody.call(exchange.listGoods, { shopId: 'shop-1' })) as {
    goods: unknown[];
  };
  expect(goods).toEqual([
    expect.objectContaining({ goodsId: 'soap', available: 10 }),
    expect.objectContaining({ goodsId: 'tea', available: 2 }),
  ]);
  expect(codeOf(await nobody.call(exchange.listGoods, { shopId: 'nowhere' }))).toBe(
    'shop-not-found',
  );
});

test('a page of orders is 20, newest first, and the next goes on behind it', async () => {
  await town.addHousehold('v1', 3, 500);
  await town.addStock('shop-1', goodsOf('salt', '盐', 5, 100));
  const placed: string[] = [];
  for (let index = 0; index < 23; index += 1) placed.push(await town.place('v1-3', 'salt'));
  placed.sort().reverse();
  type Page = { orders: { orderId: string }[]; more: boolean };
  const first = valueIn(await resident('v1-3').call(exchange.listOrders, {})) as Page;
  expect(first.more).toBe(true);
  const after = first.orders.at(-1)?.orderId;
  const second = valueIn(await resident('v1-3').call(exchange.listOrders, { after })) as Page;
  expect(second.more).toBe(false);
  expect([...first.orders, ...second.orders].map((order) => order.orderId)).toEqual(placed);
});
