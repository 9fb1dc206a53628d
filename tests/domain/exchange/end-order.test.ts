import {
  type Actor,
  decideCancelling,
  decideCancellingForShop,
  decideExpiring,
  decideHandingOver,
  factsOf,
  type OrderScene,
} from '../../../src/domain/exchange/end-order';
import type { OrderEffect } from '../../../src/domain/exchange/writes';
import { award } from '../../../src/domain/ledger/ledger';
import { refusalOf } from '../kernel/refusal-of';
import { accountWith, at, nowMs, type Placed, placed } from './fixture';

const resident: Actor = { personId: 'person-1', householdId: 'v01-17' };
const keeper: Actor = { personId: 'keeper-1', householdId: 'v01-3' };
const laterMs = nowMs + 3_600_000;
const overMs = at('2026-12-01T00:00:00');
const scanned = (scene: Placed, atMs: number): OrderScene => ({
  ...scene,
  order: { ...scene.order, scan: { keeperId: 'keeper-1', atMs } },
  nowMs: atMs,
});

const movesOf = ({ stock }: OrderEffect) =>
  stock.flatMap(({ movements }) =>
    movements.map((m) => [m.goodsId, m.kind, m.onHandChange, m.heldChange, m.byPersonId, m.atMs]),
  );

test('cancelled by the household: points and goods are free again, at once and in full', () => {
  const scene = { ...placed(), nowMs: laterMs };
  const effect = decideCancelling(scene, resident);
  expect(effect.order).toEqual({
    ...scene.order,
    state: 'cancelled',
    endedAtMs: laterMs,
    endedDay: '2026-11-23',
    endedByPersonId: 'person-1',
    endReason: null,
    pointsLapsed: 0,
  });
  expect(effect.ledger.account).toMatchObject({ spendable: 40, held: 0, honour: 140 });
  expect(effect.ledger.entries).toEqual([
    expect.objectContaining({
      kind: 'release',
      spendable: 25,
      held: -25,
      cause: { kind: 'order', id: 'order-1', title: '图克超市 香皂×2、砖茶×1', ruleVersion: 0 },
    }),
  ]);
  expect(movesOf(effect)).toEqual([
    ['soap', 'released', 0, -2, 'person-1', laterMs],
    ['tea', 'released', 0, -1, 'person-1', laterMs],
  ]);
  expect(effect.stock.map(({ stock }) => [stock.onHand, stock.held])).toEqual([
    [10, 0],
    [4, 0],
  ]);
});

test('handed over: held points are spent and held goods leave the shop', () => {
  const scene = scanned(placed(), laterMs);
  const effect = decideHandingOver(scene, keeper);
  expect(effect.order).toEqual({
    ...scene.order,
    state: 'handed-over',
    endedAtMs: laterMs,
    endedDay: '2026-11-23',
    endedByPersonId: 'keeper-1',
    scan: null,
  });
  expect(effect.ledger.account).toMatchObject({ spendable: 15, held: 0 });
  expect(effect.ledger.entries).toEqual([
    expect.objectContaining({ kind: 'redeem', spendable: 0, held: -25 }),
  ]);
  expect(movesOf(effect)).toEqual([
    ['soap', 'handed-over', -2, -2, 'keeper-1', laterMs],
    ['tea', 'handed-over', -1, -1, 'keeper-1', laterMs],
  ]);
});

test('given up by the shop: the reason stands on the order', () => {
  const effect = decideCancellingForShop({ ...placed(), nowMs: laterMs }, keeper, '砖茶发霉了');
  expect(effect.order).toMatchObject({
    state: 'shop-cancelled',
    endReason: '砖茶发霉了',
    endedByPersonId: 'keeper-1',
    pointsLapsed: 0,
  });
  expect(effect.ledger.account).toMatchObject({ spendable: 40, held: 0 });
});

test('not picked up: the timer ends it on the first instant after its last day', () => {
  const scene = placed();
  expect(refusalOf(() => decideExpiring({ ...scene, nowMs: overMs - 1 }))).toEqual({
    code: 'wrong-state',
    message: '这张单还没有到期,不用退分。',
  });
  const effect = decideExpiring({ ...scene, nowMs: overMs });
  expect(effect.order).toMatchObject({
    state: 'expired',
    endedDay: '2026-12-01',
    endedByPersonId: null,
    endReason: null,
  });
  expect(movesOf(effect)[0]).toEqual(['soap', 'released', 0, -2, null, overMs]);
});

test('on its last day an order may still be cancelled, a moment later only expire', () => {
  const scene = placed();
  expect(decideCancelling({ ...scene, nowMs: overMs - 1 }, resident).order.state).toBe('cancelled');
  expect(refusalOf(() => decideCancelling({ ...scene, nowMs: overMs }, resident))).toEqual({
    code: 'wrong-state',
    message: '这张单过了取货日,分会自动退回。想要请重新下单。',
  });
});

test('whoever lives in the household that ordered is told apart', () => {
  const { order } = placed();
  const facts = { pastLastDay: false, scan: null, missing: null, frozen: false, threeStand: true };
  expect(factsOf(order, resident, nowMs)).toEqual({ ...facts, ownHousehold: true });
  expect(factsOf(order, keeper, nowMs)).toEqual({ ...facts, ownHousehold: false });
});

/** Ordered on 28 December with points of the year before: they lapse before the order expires. */
function nearLapse(): Placed {
  const account = accountWith(40, at('2025-12-01T09:00:00'));
  return placed({ account, nowMs: at('2026-12-28T09:00:00') });
}

test('returned past their last day points lapse, and the order says how many', () => {
  const lateMs = at('2027-01-01T00:00:00');
  const effect = decideCancelling({ ...nearLapse(), nowMs: lateMs }, resident);
  expect(effect.order.pointsLapsed).toBe(25);
  expect(effect.ledger.entries.map(({ kind }) => kind)).toEqual(['release', 'lapse']);
  expect(effect.ledger.account).toMatchObject({ spendable: 0, held: 0 });
  const inTime = decideCancelling({ ...nearLapse(), nowMs: lateMs - 1 }, resident);
  expect(inTime.order.pointsLapsed).toBe(0);
  expect(inTime.ledger.account.spendable).toBe(40);
});

test('only the lots that are over lapse: points of this year come back', () => {
  const placedAtMs = at('2026-12-28T09:00:00');
  const cause = { kind: 'record', id: 'r', title: '植树治沙', ruleVersion: 1 } as const;
  const old = accountWith(10, at('2025-12-01T09:00:00'));
  const { account } = award(old, { honour: 30, spendable: 30 }, cause, placedAtMs);
  const both = placed({ account, nowMs: placedAtMs });
  expect(both.order.shares).toEqual([
    { lastDay: '2026-12-31', points: 10 },
    { lastDay: '2027-12-31', points: 15 },
  ]);
  const effect = decideCancelling({ ...both, nowMs: at('2027-01-02T09:00:00') }, resident);
  expect(effect.order.pointsLapsed).toBe(10);
  expect(effect.ledger.account).toMatchObject({ spendable: 30, held: 0 });
});

test('at the shop’s fault nothing lapses: thirty days more', () => {
  const lateMs = at('2027-01-02T09:00:00');
  const effect = decideCancellingForShop({ ...nearLapse(), nowMs: lateMs }, keeper, '没货');
  expect(effect.order.pointsLapsed).toBe(0);
  expect(effect.ledger.account.lots).toEqual([{ lastDay: '2027-02-01', free: 25, held: 0 }]);
});

test('hand-over is refused where a loss took the held goods, and names them', () => {
  const scene = scanned(placed(), laterMs);
  const [soap, tea] = scene.stocks;
  const stocks = soap && tea ? [soap, { ...tea, onHand: 0 }] : [];
  expect(refusalOf(() => decideHandingOver({ ...scene, stocks }, keeper))).toEqual({
    code: 'stock-gone',
    message: '店里的砖茶不够了,交不了。请点“货交不了,退分”,分会退给这一户。',
  });
});

test('nobody came: that is not the shop’s fault, and points past their day lapse', () => {
  const effect = decideExpiring({ ...nearLapse(), nowMs: at('2027-01-05T00:00:00') });
  expect(effect.order).toMatchObject({ state: 'expired', pointsLapsed: 25 });
  expect(effect.ledger.account).toMatchObject({ spendable: 0, held: 0, lots: [] });
});
