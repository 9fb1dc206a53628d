import {
  award,
  type Entry,
  hold,
  lapse,
  openAccount,
  redeem,
  release,
  startHonourYear,
} from '../../../src/domain/ledger/ledger';
import { statementLineOf } from '../../../src/domain/ledger/statement';

const at = (text: string) => Date.parse(`${text}+08:00`);
const startMs = at('2026-03-01T09:00:00');
const record = { kind: 'record' as const, id: 'record-1', title: '植树治沙', ruleVersion: 1 };
const order = { kind: 'order' as const, id: 'order-1', title: '超市 香皂×1', ruleVersion: 0 };

const opened = openAccount('v01-1', 'v01', startMs);
const given = award(opened.account, { honour: 9, spendable: 7 }, record, startMs);
const held = hold(given.account, 5, order, startMs);
const lineOf = (entries: readonly Entry[]) => statementLineOf(entries[0] as Entry);

test('a line carries its amounts, the purses after it and the way to its record', () => {
  expect(lineOf(given.entries)).toEqual({
    sequence: 2,
    day: '2026-03-01',
    kind: '加分',
    title: '植树治沙',
    honour: 9,
    spendable: 7,
    held: 0,
    spendableAfter: 7,
    honourAfter: 109,
    why: ['这 7 分兑换分可以用到 2027年12月31日。'],
    recordId: 'record-1',
    orderId: null,
  });
});

test('a line of an order leads to the order', () => {
  expect(lineOf(held.entries)).toMatchObject({
    ...{ title: '超市 香皂×1', recordId: null, orderId: 'order-1' },
    ...{ spendable: -5, held: 5, spendableAfter: 2, honourAfter: 109 },
  });
});

const overMs = at('2028-01-01T00:00:00');
test.each([
  ['开户', opened.entries, ['每户每年从同样的荣誉分起步,用来比贡献,不能换东西。']],
  ['下单占用', held.entries, ['下单时先占住这些分,取到货才算用掉;不换了或过期会退回来。']],
  [
    '退回',
    release(held.account, held.shares, order, startMs, { shopAtFault: false }).entries,
    ['兑换单没有取货,占住的分退回来了。'],
  ],
  [
    '兑换',
    redeem(held.account, held.shares, order, startMs).entries,
    ['货已交到您家手里,占住的分用掉了。'],
  ],
  [
    '到期失效',
    lapse({ account: given.account, entries: [] }, overMs).entries,
    ['兑换分用到第二年年底,过了期的就失效。'],
  ],
  [
    '新的一年',
    startHonourYear({ account: given.account, entries: [] }, overMs).entries,
    ['2026年的荣誉分是 109 分,已经存档。兑换分不受影响。'],
  ],
])('%s explains itself', (kind, entries, why) => {
  const line = lineOf(entries);
  expect([line.kind, line.why]).toEqual([kind, why]);
});

test('an award of honour alone speaks of no last day, its own reasons come first', () => {
  const cause = { ...record, why: ['11月2日,献血。'] };
  const honour = award(opened.account, { honour: 9, spendable: 0 }, cause, startMs);
  expect(lineOf(honour.entries).why).toEqual(['11月2日,献血。']);
  const both = award(opened.account, { honour: 9, spendable: 9 }, cause, startMs);
  expect(lineOf(both.entries).why).toEqual([
    '11月2日,献血。',
    '这 9 分兑换分可以用到 2027年12月31日。',
  ]);
  const silent = award(opened.account, { honour: 9, spendable: 0 }, record, startMs);
  expect(lineOf(silent.entries).why).toEqual([]);
});
