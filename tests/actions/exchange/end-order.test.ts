import { exchange } from '../../../src/contracts';
import { codeOf, type ExchangeTown, goodsOf, openExchange, valueIn } from './exchange-town';

let town: ExchangeTown;
const resident = (household = 'v1-1') => town.as(`resident-${household}`);

beforeEach(async () => {
  town = await openExchange();
  await town.addHousehold('v1', 1, 40);
  await town.addStock('shop-1', goodsOf('soap', '香皂', 5, 400));
});

afterEach(async () => {
  town.checkSums();
  await town.engine.close();
});

test('a cancelled order gives points and goods back, once', async () => {
  const orderId = await town.place('v1-1', 'soap', 4);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => resident().call(exchange.cancelOrder, { orderId })),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(new Set(answers.map(codeOf))).toEqual(new Set(['ok', 'wrong-state']));
  expect(town.account('v1-1')).toMatchObject({ spendable: 40, held: 0 });
  expect(town.stock('shop-1', 'soap')).toMatchObject({ onHand: 400, held: 0 });
  const shown = valueIn(await resident().call(exchange.readOrder, { orderId }));
  expect(shown).toMatchObject({
    state: 'cancelled',
    stateLabel: '已取消',
    next: '11月23日取消,20 分已退回',
    endedAtMs: town.clock.nowMs,
  });
});

test('the timer ends orders after their last day and not before', async () => {
  const orderId = await town.place('v1-1', 'soap', 2);
  const { expiresAtMs } = town.order(orderId);
  town.clock.nowMs = expiresAtMs - 1;
  expect(valueIn(await town.timer())).toEqual({ done: 0, left: 0 });
  expect(town.order(orderId).state).toBe('placed');
  town.clock.nowMs = expiresAtMs;
  for (const contract of [exchange.cancelOrder, exchange.issuePickupCode]) {
    expect(codeOf(await resident().call(contract, { orderId }))).toBe('wrong-state');
  }
  expect(valueIn(await resident().call(exchange.readOrder, { orderId }))).toMatchObject({
    next: '过了取货日,分马上自动退回',
  });
  expect(valueIn(await town.timer())).toEqual({ done: 1, left: 0 });
  expect(valueIn(await resident().call(exchange.readOrder, { orderId }))).toMatchObject({
    state: 'expired',
    next: '过了取货日没有取,10 分已退回',
  });
  expect(town.account('v1-1')).toMatchObject({ spendable: 40, held: 0 });
  expect(valueIn(await town.timer())).toEqual({ done: 0, left: 0 });
});

test('a call has a bound, the next goes on, two at once do no harm', async () => {
  await town.addHousehold('v1', 2, 1500);
  for (let index = 0; index < 130; index += 1) await town.place('v1-2', 'soap');
  town.clock.nowMs += 9 * 86_400_000;
  expect(valueIn(await town.timer())).toEqual({ done: 100, left: 1 });
  const both = await Promise.all([town.timer(), town.timer()]);
  const done = both.map((answer) => (valueIn(answer) as { done: number }).done);
  expect(done.reduce((sum, each) => sum + each, 0)).toBe(30);
  expect(town.account('v1-2')).toMatchObject({ spendable: 1500, held: 0 });
});

test('orders that are not due are not read', async () => {
  for (let index = 0; index < 8; index += 1) await town.place('v1-1', 'soap');
  const before = town.engine.counters().documentsRead;
  expect(valueIn(await town.timer())).toEqual({ done: 0, left: 0 });
  expect(town.engine.counters().documentsRead).toBe(before);
});

test('one order that cannot be ended does not keep the others waiting', async () => {
  const stuck = await town.place('v1-1', 'soap');
  await town.addHousehold('v1', 2, 40);
  const other = await town.place('v1-2', 'soap');
  const order = town.order(stuck);
  await town.store.transact(async (tx) => {
    tx.set('orders', stuck, { ...order, lines: [{ ...order.lines[0], goodsId: 'gone' }] });
  });
  town.clock.nowMs += 9 * 86_400_000;
  expect(codeOf(await town.timer())).toBe('not-available');
  expect(town.order(other).state).toBe('expired');
  expect(town.order(stuck).state).toBe('placed');
  await town.store.transact(async (tx) => tx.set('orders', stuck, order));
  expect(valueIn(await town.timer())).toEqual({ done: 1, left: 0 });
});

test('nobody but the timer expires orders', async () => {
  for (const openid of ['town', 'keeper-1', null]) {
    const answer = await town.as(openid).call({ action: 'expire-orders', kind: 'job' }, {});
    expect(['not-your-job', 'log-in-first']).toContain(codeOf(answer));
  }
});

describe('points whose last day passes while they are held', () => {
  const newYear = Date.parse('2028-01-01T08:00:00+08:00');

  beforeEach(() => {
    town.clock.nowMs = Date.parse('2027-12-29T10:00:00+08:00');
  });

  test('are lost when the household cancels, and it says so', async () => {
    const orderId = await town.place('v1-1', 'soap', 2);
    town.clock.nowMs = newYear;
    expect(codeOf(await resident().call(exchange.cancelOrder, { orderId }))).toBe('ok');
    expect(town.account('v1-1')).toMatchObject({ spendable: 0, held: 0 });
    expect(valueIn(await resident().call(exchange.readOrder, { orderId }))).toMatchObject({
      next: '1月1日取消,10 分过了使用期限,不能再用',
    });
  });

  test('can still be handed over', async () => {
    const orderId = await town.place('v1-1', 'soap', 2);
    town.clock.nowMs = newYear;
    await town.scan(orderId);
    expect(codeOf(await town.as('keeper-1').call(exchange.handOver, { orderId }))).toBe('ok');
    expect(town.account('v1-1')).toMatchObject({ held: 0 });
  });

  test('count 30 days more when the shop was at fault', async () => {
    const orderId = await town.place('v1-1', 'soap', 2);
    town.clock.nowMs = newYear;
    const input = { orderId, reason: '没有货' };
    expect(codeOf(await town.as('keeper-1').call(exchange.cancelForShop, input))).toBe('ok');
    expect(town.account('v1-1').lots).toEqual([{ lastDay: '2028-01-31', free: 10, held: 0 }]);
    expect(valueIn(await resident().call(exchange.readOrder, { orderId }))).toMatchObject({
      next: '1月1日店里交不了货(没有货),10 分已退回',
    });
    town.clock.nowMs = Date.parse('2028-01-31T23:59:59+08:00');
    await town.place('v1-1', 'soap', 2);
  });
});
