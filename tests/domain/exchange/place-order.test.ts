import * as fc from 'fast-check';
import {
  costOf,
  decidePlacing,
  pointsOf,
  priceLines,
} from '../../../src/domain/exchange/place-order';
import { writesOf } from '../../../src/domain/exchange/writes';
import { refusalOf } from '../kernel/refusal-of';
import { accountWith, at, nowMs, placed, placing, shop, stockWith, tea } from './fixture';

const soap = stockWith();

test('an order says who wants what, where, for how many points and until when', () => {
  expect(decidePlacing(placing()).order).toEqual({
    orderId: 'order-1',
    state: 'placed',
    shopId: 'shop-1',
    shopName: '图克超市',
    villageId: 'v01',
    householdId: 'v01-17',
    householdNumber: 17,
    householdName: '张*',
    lines: [
      { goodsId: 'soap', name: '香皂', unit: '块', count: 2, points: 5 },
      { goodsId: 'tea', name: '砖茶', unit: '块', count: 1, points: 15 },
    ],
    points: 25,
    shares: [{ lastDay: '2027-12-31', points: 25 }],
    placedByPersonId: 'person-1',
    placedAtMs: nowMs,
    expiresAtMs: at('2026-12-01T00:00:00'),
    endedAtMs: null,
    endedDay: null,
    endedByPersonId: null,
    endReason: null,
    pointsLapsed: 0,
    scan: null,
    usedCodes: [],
  });
});

test('its points are held by one entry of the statement that names shop and goods', () => {
  const { ledger } = decidePlacing(placing());
  expect(ledger.account).toMatchObject({ spendable: 15, held: 25, honour: 140 });
  expect(ledger.entries).toHaveLength(1);
  expect(ledger.entries[0]).toMatchObject({
    kind: 'hold',
    spendable: -25,
    held: 25,
    cause: { kind: 'order', id: 'order-1', title: '图克超市 香皂×2、砖茶×1', ruleVersion: 0 },
    atMs: nowMs,
  });
  expect(Object.keys(ledger)).not.toContain('shares');
});

test('its goods are set aside, each by one movement in the name of who ordered', () => {
  const { stock } = decidePlacing(placing());
  expect(stock).toEqual([
    {
      stock: { ...soap, held: 2, sequence: 4 },
      movements: [
        {
          stockId: 'shop-1.soap',
          shopId: 'shop-1',
          goodsId: 'soap',
          sequence: 4,
          kind: 'held',
          onHandChange: 0,
          heldChange: 2,
          valueChangeFen: 0,
          orderId: 'order-1',
          note: null,
          byPersonId: 'person-1',
          atMs: nowMs,
        },
      ],
    },
    {
      stock: { ...tea, held: 1, sequence: 8 },
      movements: [expect.objectContaining({ stockId: 'shop-1.tea', heldChange: 1 })],
    },
  ]);
});

test('everything an order changes is written under its own id, entries and movements anew', () => {
  const effect = decidePlacing(placing());
  const [entry] = effect.ledger.entries;
  const writes = writesOf(effect, 'create');
  expect(writes.map(({ kind, collection, id }) => `${kind} ${collection}/${id}`)).toEqual([
    'create orders/order-1',
    'set accounts/v01-17',
    'create entries/v01-17.3',
    'set stock/shop-1.soap',
    'create movements/shop-1.soap.4',
    'set stock/shop-1.tea',
    'create movements/shop-1.tea.8',
  ]);
  expect(writes[0]?.data).toBe(effect.order);
  expect(writes[1]?.data).toBe(effect.ledger.account);
  expect(writes[2]?.data).toBe(entry);
  expect(writes[3]?.data).toBe(effect.stock[0]?.stock);
  expect(writes[4]?.data).toBe(effect.stock[0]?.movements[0]);
  expect(writesOf(effect, 'set')[0]).toMatchObject({ kind: 'set', collection: 'orders' });
});

test('five points are enough for an order, four are not', () => {
  const wishes = [{ goodsId: 'soap', count: 1 }];
  expect(placed({ wishes }).order.points).toBe(5);
  const cheap = placing({ wishes, stocks: [stockWith({ points: 4 })] });
  expect(refusalOf(() => decidePlacing(cheap))).toEqual({
    code: 'below-minimum',
    message: '一次至少换 5 分的东西。请再加一样。',
  });
});

test.each([
  [
    'a shop serves only its villages',
    { shop: { ...shop, villageIds: ['v02'] } },
    'shop-not-for-village',
    '图克超市不是您村能去的超市。请在“超市”里另选一家。',
    undefined,
  ],
  [
    'the same goods stand on one line',
    { wishes: [{ goodsId: 'soap', count: 1 }, ...placing().wishes] },
    'goods-twice',
    '同一样东西选了两次。请合成一样,改数量。',
    undefined,
  ],
  [
    'goods must stand on the shelf',
    { stocks: [soap] },
    'goods-not-found',
    '货架上没有这样东西。请刷新货架再选。',
    { goodsId: 'tea' },
  ],
  [
    'a price that nobody has seen is not charged',
    { pointsShown: 20 },
    'price-changed',
    '价钱刚改过,现在要 25 分。请看一遍再换。',
    { points: 25 },
  ],
  [
    'nor a lower one',
    { pointsShown: 26 },
    'price-changed',
    '价钱刚改过,现在要 25 分。请看一遍再换。',
    { points: 25 },
  ],
  [
    'one too many is not there',
    { stocks: [stockWith({ held: 9 }), tea] },
    'stock-gone',
    '香皂只剩 1 块。可以少换一些,或再选一样别的。',
    { goodsId: 'soap', available: 1 },
  ],
  [
    'the last one is gone',
    { stocks: [soap, { ...tea, held: 4 }] },
    'stock-gone',
    '砖茶刚刚被换完了。可以先换别的,或等店里进货。',
    { goodsId: 'tea', available: 0 },
  ],
  [
    'the purse must hold the points',
    { account: accountWith(24) },
    'points-not-enough',
    '积分差 1 分。请等新的积分入账再来换。',
    { missing: 1, spendable: 24 },
  ],
])('%s', (_rule, change, code, message, details) => {
  const told = refusalOf(() => decidePlacing(placing(change)));
  expect(told).toEqual({ code, message, ...(details && { details }) });
});

test('exactly what is on the shelf and exactly what is in the purse may be had', () => {
  const stocks = [stockWith({ onHand: 2 }), { ...tea, onHand: 1 }];
  const scene = placed({ account: accountWith(25), stocks });
  expect(scene.account).toMatchObject({ spendable: 0, held: 25 });
  expect(scene.stocks.map(({ onHand, held }) => onHand - held)).toEqual([0, 0]);
});

const wishes = fc.uniqueArray(
  fc.record({ goodsId: fc.constantFrom('soap', 'tea', 'none'), count: fc.integer({ min: 1 }) }),
  { selector: ({ goodsId }) => goodsId },
);

test('the cost shown beforehand is the price of what stands on the shelf', () => {
  fc.assert(
    fc.property(wishes, (wanted) => {
      const there = wanted.filter(({ goodsId }) => goodsId !== 'none');
      const lines = priceLines(there, [soap, tea]);
      expect(costOf(wanted, [soap, tea])).toBe(pointsOf(lines));
    }),
  );
  expect(pointsOf([])).toBe(0);
});
