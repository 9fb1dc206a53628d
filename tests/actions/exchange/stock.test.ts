import { exchange } from '../../../src/contracts';
import type { Movement } from '../../../src/domain/exchange/types';
import {
  codeOf,
  type ExchangeTown,
  goodsOf,
  messageOf,
  openExchange,
  valueIn,
} from './exchange-town';

let town: ExchangeTown;
const keeper = () => town.as('keeper-1');
const move = (change: number, reason: string, more: object = {}) =>
  keeper().call(exchange.moveStock, {
    shopId: 'shop-1',
    goodsId: 'soap',
    change,
    reason,
    ...more,
  });
const offer = {
  ...{ shopId: 'shop-1', goodsId: 'rice', name: '大米', unit: '袋', points: 35 },
  ...{ costFen: 3500, kind: 'goods', safetyStock: 2 },
};

beforeEach(async () => {
  town = await openExchange();
  await town.addHousehold('v1', 1, 400);
  await town.addStock('shop-1', goodsOf('soap', '香皂', 5, 10));
});

afterEach(async () => {
  town.checkSums();
  await town.engine.close();
});

test('every movement is kept, with who, why and what for', async () => {
  expect(valueIn(await move(20, 'bought-in', { note: '供销社进货' }))).toMatchObject({
    onHand: 30,
  });
  expect(valueIn(await move(-2, 'damaged'))).toMatchObject({ onHand: 28 });
  expect(valueIn(await move(-1, 'lost'))).toMatchObject({ onHand: 27 });
  expect(valueIn(await move(1, 'counted'))).toMatchObject({ onHand: 28 });
  expect(valueIn(await move(-3, 'counted'))).toEqual({ goodsId: 'soap', onHand: 25, held: 0 });
  const kinds = town.all<Movement>('movements').map((each) => [each.kind, each.onHandChange]);
  expect(kinds).toEqual([
    ['bought-in', 10],
    ['bought-in', 20],
    ['damaged', -2],
    ['lost', -1],
    ['counted', 1],
    ['counted', -3],
  ]);
  expect(town.all<Movement>('movements')[1]).toMatchObject({ note: '供销社进货', sequence: 2 });
});

test('the shelf may be emptied to the last', async () => {
  expect(valueIn(await move(-10, 'counted'))).toEqual({ goodsId: 'soap', onHand: 0, held: 0 });
});

test('a movement that cannot be is refused in words', async () => {
  const cases: [string, number, string, object][] = [
    ['change-is-zero', 0, 'counted', {}],
    ['reason-does-not-fit', -1, 'bought-in', {}],
    ['reason-does-not-fit', 1, 'damaged', {}],
    ['reason-does-not-fit', 1, 'lost', {}],
    ['stock-below-zero', -11, 'counted', {}],
    ['goods-not-found', 1, 'bought-in', { goodsId: 'gold' }],
    ['input-invalid', 1, 'stolen', {}],
    ['input-invalid', 1.5, 'bought-in', {}],
    ['input-invalid', 10_000, 'bought-in', {}],
    ['input-invalid', 1, 'bought-in', { shopId: { $gt: '' } }],
    ['not-yours', 1, 'bought-in', { shopId: 'shop-2' }],
    ['not-yours', 1, 'bought-in', { shopId: 'nowhere' }],
  ];
  for (const [code, change, reason, more] of cases) {
    const answer = await move(change, reason, more);
    expect([codeOf(answer), change, reason, more]).toEqual([code, change, reason, more]);
    expect(messageOf(answer)).toMatch(/^[^A-Za-z]+。$/u);
  }
  const nowhere = { shopId: 'nowhere', goodsId: 'soap', change: -1, reason: 'counted' };
  expect(codeOf(await town.as('town').call(exchange.moveStock, nowhere))).toBe('shop-not-found');
  expect(town.stock('shop-1', 'soap').sequence).toBe(1);
});

test('a loss may reach into held goods: the shelf then shows none and takes no order', async () => {
  await town.place('v1-1', 'soap', 6);
  expect(valueIn(await move(-7, 'lost'))).toEqual({ goodsId: 'soap', onHand: 3, held: 6 });
  const shelf = valueIn(await town.as(null).call(exchange.listGoods, { shopId: 'shop-1' }));
  expect(shelf).toMatchObject({ goods: [{ goodsId: 'soap', available: 0 }] });
  const order = { shopId: 'shop-1', lines: [{ goodsId: 'soap', count: 1 }], points: 5 };
  const answer = await town.as('resident-v1-1').call(exchange.placeOrder, order);
  expect(codeOf(answer)).toBe('stock-gone');
});

test('goods are put on the shelf and repriced; open orders keep their price', async () => {
  expect(codeOf(await keeper().call(exchange.offerGoods, offer))).toBe('ok');
  await keeper().call(exchange.moveStock, {
    ...{ shopId: 'shop-1', goodsId: 'rice', change: 3, reason: 'bought-in' },
  });
  const orderId = await town.place('v1-1', 'rice');
  expect(codeOf(await town.as('town').call(exchange.offerGoods, { ...offer, points: 38 }))).toBe(
    'ok',
  );
  expect(town.stock('shop-1', 'rice')).toMatchObject({ points: 38, onHand: 3, held: 1 });
  expect(town.order(orderId)).toMatchObject({ points: 35, lines: [{ points: 35 }] });
  const stock = valueIn(await keeper().call(exchange.readStock, { shopId: 'shop-1' }));
  expect(stock).toMatchObject({
    stock: [
      { goodsId: 'soap', low: false },
      { goodsId: 'rice', onHand: 3, held: 1, low: true },
    ],
  });
});

test('a price below the fewest points of an order is refused', async () => {
  expect(codeOf(await keeper().call(exchange.offerGoods, { ...offer, points: 4 }))).toBe(
    'input-invalid',
  );
});

test('goods whose cost is far from their points are refused, nothing is written', async () => {
  const before = town.stock('shop-1', 'soap');
  const soap = { ...offer, goodsId: 'soap', name: '香皂', unit: '块', points: 5 };
  for (const actor of [keeper(), town.as('town')]) {
    for (const costFen of [0, 449, 551, 1_000_000]) {
      const answer = await actor.call(exchange.offerGoods, { ...soap, costFen });
      expect([codeOf(answer), costFen]).toEqual(['cost-does-not-fit', costFen]);
      expect(messageOf(answer)).toMatch(/进价要在 4\.5 到 5\.5 元之间。请核对进价/);
    }
  }
  expect(town.stock('shop-1', 'soap')).toEqual(before);
  expect(codeOf(await keeper().call(exchange.offerGoods, { ...soap, costFen: 550 }))).toBe('ok');
});

test('whoever may book money brings no goods in, bought or counted; a loss is fine', async () => {
  await town.addPerson('both', null, [
    town.role('keeper', 'shop-1'),
    town.role('town-admin', 'town'),
  ]);
  const at = { shopId: 'shop-1', goodsId: 'soap' };
  const before = town.stock('shop-1', 'soap');
  for (const actor of [town.as('town'), town.as('both')]) {
    for (const reason of ['bought-in', 'counted']) {
      const answer = await actor.call(exchange.moveStock, { ...at, change: 1, reason });
      expect([codeOf(answer), reason]).toEqual(['books-the-money', reason]);
      expect(messageOf(answer)).toBe('管钱的人不记进货,也不往上盘点。请店里的管理员点了货来记。');
    }
  }
  expect(town.stock('shop-1', 'soap')).toEqual(before);
  const lost = await town
    .as('town')
    .call(exchange.moveStock, { ...at, change: -1, reason: 'lost' });
  expect(codeOf(lost)).toBe('ok');
});

test('another shop’s stock and orders stay its own', async () => {
  const other = town.as('keeper-2');
  const shop = { shopId: 'shop-1' };
  expect(codeOf(await other.call(exchange.readStock, shop))).toBe('not-yours');
  expect(codeOf(await other.call(exchange.listShopOrders, shop))).toBe('not-yours');
  expect(codeOf(await other.call(exchange.offerGoods, offer))).toBe('not-yours');
  const resident = town.as('resident-v1-1');
  expect(codeOf(await resident.call(exchange.readStock, shop))).toBe('not-your-job');
  expect(codeOf(await town.as(null).call(exchange.listShopOrders, shop))).toBe('log-in-first');
});
