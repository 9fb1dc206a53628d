import {
  goodsView,
  linesInWords,
  nextOfOrder,
  orderView,
  shopView,
  stockView,
} from '../../../src/domain/exchange/order-view';
import {
  codeWasScannedByThisKeeper,
  goodsAreThere,
  keeperMayNotCancelForOwnHousehold,
  keeperMayNotServeOwnHousehold,
  lastDayIsNotOver,
  nobodyHandsToThemselves,
  type OrderFacts,
  orderStateLabel,
  orderWorkflow,
  spendingIsNotFrozen,
} from '../../../src/domain/exchange/order-workflow';
import { type Need, offeredMoves } from '../../../src/domain/kernel/workflow';
import { spendingFrozen } from '../../../src/domain/people/freeze';
import { at, lineOf, nowMs, placed, shop, stockWith, tea } from './fixture';

const { order } = placed();

test('a household sees its order, and nothing of who placed it or of the points behind it', () => {
  expect(orderView(order, nowMs)).toEqual({
    orderId: 'order-1',
    state: 'placed',
    stateLabel: '待取货',
    next: '11月30日前到店取,过期自动退分',
    shopId: 'shop-1',
    shopName: '图克超市',
    householdNumber: 17,
    householdName: '张*',
    lines: order.lines,
    points: 25,
    placedAtMs: nowMs,
    expiresAtMs: at('2026-12-01T00:00:00'),
    endedAtMs: null,
  });
});

const ended = { endedAtMs: nowMs, endedDay: '2026-11-23' };
test.each([
  ['handed-over', { ...ended }, '11月23日已取走,用了 25 分'],
  ['cancelled', { ...ended }, '11月23日取消,25 分已退回'],
  ['cancelled', { ...ended, endedDay: '2025-12-30' }, '2025年12月30日取消,25 分已退回'],
  ['shop-cancelled', { ...ended, endReason: '断货' }, '11月23日店里交不了货(断货),25 分已退回'],
  ['shop-cancelled', { ...ended }, '11月23日店里交不了货(没有写原因),25 分已退回'],
  ['expired', { ...ended }, '过了取货日没有取,25 分已退回'],
  [
    'expired',
    { ...ended, pointsLapsed: 24 },
    '过了取货日没有取,1 分已退回,另外 24 分过了使用期限,不能再用',
  ],
  ['expired', { ...ended, pointsLapsed: 25 }, '过了取货日没有取,25 分过了使用期限,不能再用'],
  ['handed-over', { endedDay: null }, '已取走,用了 25 分'],
] as const)('%s: what became of it is one sentence with its day', (state, change, sentence) => {
  expect(nextOfOrder({ ...order, ...change, state }, nowMs)).toBe(sentence);
});

test('an order tells its last day until that day is over', () => {
  const { expiresAtMs } = order;
  expect(nextOfOrder(order, expiresAtMs - 1)).toBe('11月30日前到店取,过期自动退分');
  expect(nextOfOrder(order, expiresAtMs)).toBe('过了取货日,分马上自动退回');
});

test('an order that is being handed over says until when nobody else ends it', () => {
  const atMs = at('2026-11-23T14:30:20');
  const scanned = { ...order, scan: { keeperId: 'keeper-1', atMs } };
  const words = '店里扫了码,正在交货;没交成的话,14:36以后可以退分';
  expect(nextOfOrder(scanned, atMs)).toBe(words);
  expect(nextOfOrder(scanned, atMs + 299_999)).toBe(words);
  expect(nextOfOrder(scanned, atMs + 300_000)).toBe('11月30日前到店取,过期自动退分');
});

test('three goods are named, of four the first three and how many', () => {
  const lines = ['盐', '皂', '茶', '油'].map((name) => lineOf(stockWith({ name }), 1));
  expect(linesInWords(lines.slice(0, 3))).toBe('盐×1、皂×1、茶×1');
  expect(linesInWords(lines)).toBe('盐×1、皂×1、茶×1等 4 样');
});

test('residents see shops and goods without books: no cost, no stock in hand', () => {
  const { townId: _town, villageIds: _villages, ...seen } = shop;
  expect(shopView(shop)).toEqual(seen);
  expect(goodsView({ ...tea, held: 1 })).toEqual({
    ...{ goodsId: 'tea', name: '砖茶', unit: '块', points: 15, kind: 'goods', available: 3 },
  });
});

test('the keeper sees what is on hand, held and low', () => {
  expect(stockView({ ...tea, held: 1 })).toEqual({
    ...{ goodsId: 'tea', name: '砖茶', unit: '块', points: 15, kind: 'goods' },
    ...{ costFen: tea.costFen, onHand: 4, held: 1, safetyStock: 2, low: false },
  });
  expect(stockView({ ...tea, held: 2 }).low).toBe(true);
});

test('every state of an order has its word', () => {
  const words = ['待取货', '已取货', '已取消', '店里退单', '过期退分'];
  const states = ['placed', 'handed-over', 'cancelled', 'shop-cancelled', 'expired'] as const;
  expect(states.map(orderStateLabel)).toEqual(words);
});

test('the timer is offered one thing: to expire what is over', () => {
  const facts = { ownHousehold: false, scan: null, missing: null, frozen: false, threeStand: true };
  const offered = (pastLastDay: boolean) =>
    offeredMoves(orderWorkflow, 'placed', ['timer'], { ...facts, pastLastDay });
  expect(offered(true)).toEqual([{ action: 'expire-orders', label: '过期退分' }]);
  expect(offered(false)).toEqual([]);
});

const inTheWay = {
  ...{ pastLastDay: true, ownHousehold: true, scan: null, frozen: true, threeStand: false },
  missing: lineOf(tea, 1),
};
const nothingInTheWay = {
  ...{ pastLastDay: false, ownHousehold: false, missing: null, frozen: false, threeStand: true },
  scan: { byThisKeeper: true, endsAtMs: 0 },
};

test.each<[Need<OrderFacts>, string, string]>([
  [lastDayIsNotOver, 'wrong-state', '这张单过了取货日,分会自动退回。想要请重新下单。'],
  [
    keeperMayNotServeOwnHousehold,
    'own-household',
    '这是您自己家的单,不能自己交货。请店里另一位来交。',
  ],
  [
    keeperMayNotCancelForOwnHousehold,
    'own-household',
    '这是您自己家的单,不能自己按店里退单。' + '请店里另一位来退,或在“我的兑换单”里点“不换了”。',
  ],
  [
    codeWasScannedByThisKeeper,
    'scan-first',
    '请先扫这一户手机上的取货码,再点交货。扫过的 5 分钟内有效。',
  ],
  [
    nobodyHandsToThemselves,
    'three-must-stand',
    '这张单是您代下或者您确认的,不能一手办到底。' +
      '请店里另一位交货,或请另一位村民在场确认后再办。',
  ],
  [spendingIsNotFrozen, spendingFrozen.code, spendingFrozen.message],
  [goodsAreThere, 'stock-gone', '店里的砖茶不够了,交不了。请点“货交不了,退分”,分会退给这一户。'],
])('%p says why not and what to do', (need, code, message) => {
  expect(need(inTheWay)).toEqual({ code, message });
  expect(need(nothingInTheWay)).toBeNull();
});
