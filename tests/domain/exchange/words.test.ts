import { linesInWords, nextOfOrder } from '../../../src/domain/exchange/order-view';
import { expiryOfOrder } from '../../../src/domain/exchange/place-order';
import type { Order } from '../../../src/domain/exchange/types';
import { dayOf } from '../../../src/domain/kernel/time';

const at = (text: string) => Date.parse(`${text}+08:00`);
const line = (name: string, count: number) => ({
  ...{ goodsId: name, name, unit: '个', count, points: 5 },
});

function orderPlacedAt(placedAtMs: number, more: Partial<Order> = {}): Order {
  return {
    ...{ orderId: 'o', state: 'placed', shopId: 's', shopName: '超市', villageId: 'v' },
    ...{ householdId: 'v-1', householdNumber: 1, householdName: '张*', lines: [line('香皂', 2)] },
    ...{ points: 10, shares: [], placedByPersonId: 'p', placedAtMs, endedAtMs: null },
    ...{ expiresAtMs: expiryOfOrder(placedAtMs), endedDay: null, endedByPersonId: null },
    ...{ endReason: null, pointsLapsed: 0, scan: null, usedCodes: [] },
    ...more,
  };
}

test('the day of the order is not counted and the seventh is a whole day, at +08:00', () => {
  expect(expiryOfOrder(at('2026-11-23T00:00:00.000'))).toBe(at('2026-12-01T00:00:00'));
  expect(expiryOfOrder(at('2026-11-23T23:59:59.999'))).toBe(at('2026-12-01T00:00:00'));
  expect(expiryOfOrder(at('2026-12-28T07:00:00'))).toBe(at('2027-01-05T00:00:00'));
});

test('an open order says until which day, with the year where it is another', () => {
  const order = orderPlacedAt(at('2026-12-28T09:00:00'));
  expect(nextOfOrder(order, at('2026-12-28T09:00:00'))).toBe('2027年1月4日前到店取,过期自动退分');
  expect(nextOfOrder(order, at('2027-01-04T23:59:59'))).toBe('1月4日前到店取,过期自动退分');
  expect(nextOfOrder(order, at('2027-01-05T00:00:00'))).toBe('过了取货日,分马上自动退回');
});

test('points lost on return are said, in part or whole', () => {
  const endedAtMs = at('2028-01-02T09:00:00');
  const ended = { state: 'cancelled' as const, endedAtMs, endedDay: dayOf(endedAtMs) };
  const order = orderPlacedAt(at('2027-12-30T09:00:00'), { ...ended, pointsLapsed: 4 });
  expect(nextOfOrder(order, endedAtMs)).toBe(
    '1月2日取消,6 分已退回,另外 4 分过了使用期限,不能再用',
  );
  expect(nextOfOrder({ ...order, pointsLapsed: 10 }, endedAtMs)).toBe(
    '1月2日取消,10 分过了使用期限,不能再用',
  );
});

test('goods in words: three by name, then how many kinds', () => {
  expect(linesInWords([line('香皂', 2)])).toBe('香皂×2');
  const four = ['香皂', '牙膏', '毛巾', '白糖'].map((name) => line(name, 1));
  expect(linesInWords(four)).toBe('香皂×1、牙膏×1、毛巾×1等 4 样');
});
