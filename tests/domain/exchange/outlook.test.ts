import {
  type Incoming,
  incomingOf,
  mustHoldThePoints,
  noOutlook,
} from '../../../src/domain/exchange/outlook';
import type { Stock } from '../../../src/domain/exchange/types';
import { refusalOf } from '../kernel/refusal-of';
import { recordWith } from '../records/fixture';
import { accountWith, at, nowMs, stockWith } from './fixture';

/** What is said to a household with twenty points that wants something for thirty. */
function toldWith(shelf: Stock[], incoming: Incoming[] = [], atMs = nowMs): string {
  const account = accountWith(20);
  return refusalOf(() => mustHoldThePoints(account, 30, { shelf, incoming }, atMs)).message;
}

const thing = (name: string, points: number, change: Partial<Stock> = {}) =>
  stockWith({ goodsId: name, name, points, ...change });
const noPoints = '或等新的积分入账。';

test('a purse that holds the points is not told anything', () => {
  expect(noOutlook).toEqual({ shelf: [], incoming: [] });
  expect(() => mustHoldThePoints(accountWith(30), 30, noOutlook, nowMs)).not.toThrow();
  expect(() => mustHoldThePoints(accountWith(31), 30, noOutlook, nowMs)).not.toThrow();
});

test('the gap is said, with what is there', () => {
  const account = accountWith(29);
  expect(refusalOf(() => mustHoldThePoints(account, 30, noOutlook, nowMs))).toEqual({
    code: 'points-not-enough',
    message: '积分差 1 分。请等新的积分入账再来换。',
    details: { missing: 1, spendable: 29 },
  });
});

test('points past their last day do not count', () => {
  const account = accountWith(30);
  const overMs = at('2028-01-01T00:00:00');
  expect(() => mustHoldThePoints(account, 30, noOutlook, overMs - 1)).not.toThrow();
  expect(refusalOf(() => mustHoldThePoints(account, 30, noOutlook, overMs)).details).toEqual({
    missing: 30,
    spendable: 0,
  });
});

test.each<[string, Stock[], string]>([
  [
    'the dearest the purse can pay',
    [thing('盐', 5), thing('砖茶', 15), thing('皂', 8)],
    '15 分的砖茶',
  ],
  ['a purse may be emptied', [thing('手电筒', 20), thing('盐', 5)], '20 分的手电筒'],
  ['not what costs more', [thing('胶鞋', 21), thing('盐', 5)], '5 分的盐'],
  ['not what is held for others', [thing('砖茶', 15, { held: 10 }), thing('盐', 5)], '5 分的盐'],
  [
    'of equals goods before services, however the shelf is sorted',
    [thing('理发', 10, { kind: 'service' }), thing('挂面', 10)],
    '10 分的挂面',
  ],
  [
    'of equals goods before services, goods first',
    [thing('挂面', 10), thing('理发', 10, { kind: 'service' })],
    '10 分的挂面',
  ],
  [
    'a dearer service before cheaper goods',
    [thing('盐', 4), thing('打印', 5, { kind: 'service' })],
    '5 分的打印',
  ],
  ['of two alike the first on the shelf', [thing('盐', 5), thing('皂', 5)], '5 分的盐'],
])('what can be had instead: %s', (_rule, shelf, named) => {
  expect(toldWith(shelf)).toBe(`积分差 10 分。可以先换 ${named},${noPoints}`);
});

test('nothing to be had instead: the household is told to wait', () => {
  expect(toldWith([thing('胶鞋', 30)])).toBe('积分差 10 分。请等新的积分入账再来换。');
});

test('what is on its way is summed for its nearest day, the day of today included', () => {
  const incoming = [
    { points: 9, day: '2026-12-04' },
    { points: 3, day: '2026-12-03' },
    { points: 4, day: '2026-12-03' },
  ];
  expect(toldWith([], incoming)).toBe('积分差 10 分。请等 12月3日 的 7 分入账再来换。');
  expect(toldWith([], incoming, at('2026-12-03T23:59:59'))).toContain('等 12月3日 的 7 分入账');
  expect(toldWith([thing('盐', 5)], [{ points: 2, day: '2027-01-02' }])).toBe(
    '积分差 10 分。可以先换 5 分的盐,或等 2027年1月2日 的 2 分入账。',
  );
});

test('a notice that is over and not yet posted promises no day', () => {
  const incoming = [{ points: 3, day: '2026-11-22' }];
  expect(toldWith([], incoming)).toBe('积分差 10 分。请等新的积分入账再来换。');
});

test('on its way is what stands on notice and brings spendable points', () => {
  const closesAtMs = at('2026-12-04T00:00:00');
  const noticed = recordWith({ state: 'on-notice', closesAtMs, points: 3 });
  expect(incomingOf([noticed])).toEqual([{ points: 3, day: '2026-12-03' }]);
  expect(incomingOf([{ ...noticed, spendable: 2 }])).toEqual([{ points: 2, day: '2026-12-03' }]);
  expect(incomingOf([{ ...noticed, spendable: 0 }])).toEqual([]);
  expect(incomingOf([{ ...noticed, state: 'objected' }])).toEqual([]);
  expect(incomingOf([{ ...noticed, closesAtMs: null }])).toEqual([]);
});
