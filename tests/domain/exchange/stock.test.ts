import * as fc from 'fast-check';
import {
  availableOf,
  giveOut,
  isLow,
  missingFor,
  moveStock,
  offerGoods,
  putBack,
  setAside,
} from '../../../src/domain/exchange/stock';
import type { StockReason } from '../../../src/domain/exchange/types';
import { refusalOf } from '../kernel/refusal-of';
import { nowMs, placed, stockWith, tea } from './fixture';

const keeper = { byPersonId: 'keeper-1', atMs: nowMs };
const move = (change: number, reason: StockReason, stock = stockWith()) =>
  moveStock(stock, { change, reason }, keeper);

test('available is what is on hand and not held; a loss into what is held leaves none', () => {
  expect(availableOf(stockWith({ onHand: 10, held: 4 }))).toBe(6);
  expect(availableOf(stockWith({ onHand: 3, held: 4 }))).toBe(0);
});

test('at its safety stock a shelf is low, one above it is not', () => {
  expect(isLow(stockWith({ onHand: 2 }))).toBe(true);
  expect(isLow(stockWith({ onHand: 3 }))).toBe(false);
  expect(isLow(stockWith({ onHand: 3, held: 1 }))).toBe(true);
});

test('goods offered for the first time start at none; a new price moves no goods', () => {
  const { shopId, goodsId, name, unit, points, costFen, kind, safetyStock } = stockWith();
  const offer = { shopId, goodsId, name, unit, points, costFen, kind, safetyStock };
  const none = { onHand: 0, held: 0, sequence: 0, valueFen: 0, handedOutFen: 0, lostFen: 0 };
  expect(offerGoods(null, offer)).toEqual({ ...offer, ...none });
  const known = stockWith({ held: 1, handedOutFen: 7, lostFen: -3 });
  const dearer = { points: 6, costFen: 600 };
  expect(offerGoods(known, { ...offer, ...dearer })).toEqual({ ...known, ...dearer });
});

test.each([
  [5, 450, true],
  [5, 550, true],
  [5, 449, false],
  [5, 551, false],
  [5, 1_000_000, false],
  [9999, 899_909, false],
  [9999, 899_910, true],
])('goods at %i points may cost %i fen: %s', (points, costFen, fits) => {
  const offer = () => offerGoods(null, stockWith({ points, costFen }));
  if (fits) expect(offer()).toMatchObject({ points, costFen });
  else expect(offer).toThrow(expect.objectContaining({ code: 'cost-does-not-fit' }));
});

test('whoever offers goods whose cost does not fit hears what would', () => {
  const offer = stockWith({ costFen: 1_000_000 });
  expect(refusalOf(() => offerGoods(stockWith(), offer))).toEqual({
    code: 'cost-does-not-fit',
    message:
      '1 分约合 1 元:香皂定 5 分,进价要在 4.5 到 5.5 元之间。' +
      '请核对进价;进价没有错,就改分值再上架。',
  });
});

test('what comes is worth its cost, what leaves its share of what all had cost', () => {
  const dearer = stockWith({ costFen: 540 });
  const more = moveStock(dearer, { change: 5, reason: 'bought-in' }, keeper);
  expect(more.movements[0]).toMatchObject({ valueChangeFen: 2700 });
  expect(more.stock).toMatchObject({ valueFen: 7500, handedOutFen: 0, lostFen: 0 });
  const lost = moveStock(more.stock, { change: -3, reason: 'lost' }, keeper);
  expect(lost.stock).toMatchObject({ valueFen: 6000, handedOutFen: 0, lostFen: 1500 });
  const found = moveStock(lost.stock, { change: 4, reason: 'counted' }, keeper);
  expect(found.stock).toMatchObject({ valueFen: 8160, handedOutFen: 0, lostFen: -660 });
  const none = moveStock(found.stock, { change: -16, reason: 'damaged' }, keeper);
  expect(none.stock).toMatchObject({ onHand: 0, valueFen: 0, lostFen: 7500 });
  const { order, stocks } = placed();
  const [soap] = giveOut(order, stocks, keeper);
  expect(soap?.movements[0]).toMatchObject({ kind: 'handed-over', valueChangeFen: -960 });
  expect(soap?.stock).toMatchObject({ valueFen: 3840, handedOutFen: 960, lostFen: 0 });
});

test('a movement says what changed, by whom, when and why', () => {
  const command = { change: -3, reason: 'damaged' as const, note: '淋了雨' };
  expect(moveStock(stockWith(), command, keeper)).toEqual({
    stock: stockWith({ onHand: 7, sequence: 4, valueFen: 3360, lostFen: 1440 }),
    movements: [
      {
        stockId: 'shop-1.soap',
        shopId: 'shop-1',
        goodsId: 'soap',
        sequence: 4,
        kind: 'damaged',
        onHandChange: -3,
        heldChange: 0,
        valueChangeFen: -1440,
        orderId: null,
        note: '淋了雨',
        byPersonId: 'keeper-1',
        atMs: nowMs,
      },
    ],
  });
  expect(move(2, 'bought-in').movements[0]?.note).toBeNull();
});

test.each<[StockReason, number, number]>([
  ['bought-in', 1, 11],
  ['damaged', -1, 9],
  ['lost', -1, 9],
  ['counted', -1, 9],
  ['counted', 1, 11],
  ['lost', -10, 0],
])('%s by %i leaves %i of ten', (reason, change, onHand) => {
  expect(move(change, reason).stock.onHand).toBe(onHand);
});

const onlyUp = '进货只能往上加。少了请选报损、丢失或盘点。';
const onlyDown = '报损和丢失只能往下减。多了请选进货或盘点。';
test.each<[StockReason, number, string, string]>([
  ['bought-in', -1, 'reason-does-not-fit', onlyUp],
  ['damaged', 1, 'reason-does-not-fit', onlyDown],
  ['lost', 1, 'reason-does-not-fit', onlyDown],
  ['bought-in', 0, 'change-is-zero', '数量没有变。请填多了或少了几个。'],
  ['counted', 0, 'change-is-zero', '数量没有变。请填多了或少了几个。'],
])('%s by %i is refused: %s', (reason, change, code, message) => {
  expect(refusalOf(() => move(change, reason))).toEqual({ code, message });
});

test('no more can be lost than there was', () => {
  expect(refusalOf(() => move(-11, 'lost'))).toEqual({
    code: 'stock-below-zero',
    message: '店里只有 10 块香皂,减不了这么多。请数一数再填。',
    details: { onHand: 10 },
  });
});

test('half a bar of soap, or less than none, is our own mistake and never stored', () => {
  expect(() => move(1.5, 'bought-in')).toThrow('assertion: whole goods');
  expect(() => setAside(stockWith(), 1.5, 'o', keeper)).toThrow('assertion: whole goods');
  const { order, stocks } = placed();
  const [soap, bricks] = stocks;
  if (!soap || !bricks) throw new Error('both were ordered');
  expect(() => putBack(order, [{ ...soap, held: 1 }, bricks], keeper)).toThrow(
    'assertion: no negative stock',
  );
  expect(() => giveOut(order, [{ ...soap, onHand: 1 }, bricks], keeper)).toThrow(
    'assertion: no negative stock',
  );
});

test('an order ends only on the stock of its own shop, all of it', () => {
  const { order, stocks } = placed();
  const elsewhere = stocks.map((stock) => ({ ...stock, shopId: 'shop-2' }));
  const missing = 'assertion: the stock of every line is there';
  expect(() => putBack(order, elsewhere, keeper)).toThrow(missing);
  expect(() => giveOut(order, stocks.slice(1), keeper)).toThrow(missing);
});

test('the first line that cannot be served is named; exactly enough is enough', () => {
  const { order } = placed();
  const soap = stockWith({ onHand: 2 });
  expect(missingFor(order, [soap, { ...tea, onHand: 1 }])).toBeNull();
  expect(missingFor(order, [soap, { ...tea, onHand: 0 }])).toBe(order.lines[1]);
  expect(
    missingFor(order, [
      { ...soap, onHand: 1 },
      { ...tea, onHand: 0 },
    ]),
  ).toBe(order.lines[0]);
  expect(missingFor(order, [soap])).toBe(order.lines[1]);
});

test('set aside and put back leave a shelf as it was, but for two movements', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 }), (count) => {
      const { order, stocks } = placed({ stocks: [stockWith({ onHand: 20 }), tea] });
      const [soap, bricks] = stocks;
      if (!soap || !bricks) throw new Error('both were ordered');
      const more = setAside(soap, count, order.orderId, keeper);
      const [back] = putBack(order, [more.stock, bricks], keeper);
      expect(back?.stock).toEqual({ ...soap, held: count, sequence: soap.sequence + 2 });
      expect(back?.movements).toEqual([
        expect.objectContaining({ kind: 'released', orderId: 'order-1', onHandChange: 0 }),
      ]);
    }),
  );
});
