import { openAccount } from '../../../src/domain/ledger/ledger';
import {
  decidePost,
  decidePostWaiting,
  maySettle,
  reasonsOf,
} from '../../../src/domain/ledger/posting';
import type { DeedRecord, RecordStep } from '../../../src/domain/records/types';
import { refusalOf } from '../kernel/refusal-of';
import { drawWith, recordWith } from '../records/fixture';

const at = (text: string) => Date.parse(`${text}+08:00`);
const nowMs = at('2026-11-29T00:10:00');
const closesAtMs = at('2026-11-29T00:00:00');
const vote = (personId: string, agree: boolean) => ({ personId, agree, reason: null, atMs: nowMs });
const step = (action: string, day: string): RecordStep => ({
  ...{ action, by: 'cadre', personId: 'p', atMs: at(`${day}T09:00:00`) },
  ...{ state: 'on-notice', reason: null },
});
const noticed = (change: Partial<DeedRecord> = {}) =>
  recordWith({
    ...{ state: 'on-notice', noticeOpenedAtMs: at('2026-11-23T09:00:00'), closesAtMs },
    capText: '连这一次在内,还能再记 55 分。',
    draw: drawWith(['a', 'b', 'c', 'd']),
    votes: [vote('a', true), vote('b', false), vote('c', true)],
    steps: [step('check-record', '2026-11-21')],
    ...change,
  });
const account = openAccount('v01-1', 'v01', at('2026-01-01T00:00:00')).account;
const why = [
  '11月20日,植树治沙:每次 5 分(评分办法第 1 版)。',
  '由本户申报。',
  '11月21日 嘎查村委员会 1 人核对通过。',
  '抽了 4 位评议员,表态的 3 位里 2 位同意。',
  '11月23日 到 11月28日 公示,没有异议。',
  '连这一次在内,还能再记 55 分。',
];

test('an entry tells what was done, who looked at it, the notice and the cap', () => {
  expect(reasonsOf(noticed())).toEqual(why);
});

test('a record that went a longer way tells that too', () => {
  const record = noticed({
    ...{ byCadre: true, purse: 'honour' },
    steps: [
      step('check-record', '2026-11-21'),
      step('cosign-record', '2026-11-22'),
      step('object-to-record', '2026-11-24'),
    ],
  });
  expect(reasonsOf(record)).toEqual([
    '11月20日,植树治沙:每次 5 分(评分办法第 1 版)。',
    '由嘎查村现场记录。',
    '11月21日 嘎查村委员会 1 人核对通过。',
    '11月22日 村务监督委员会 1 人联签。',
    '抽了 4 位评议员,表态的 3 位里 2 位同意。',
    '11月23日 到 11月28日 公示,有过异议,村务监督委员会查过,不成立。',
    '连这一次在内,还能再记 55 分。',
    '这一项只加荣誉分,不加兑换分。',
  ]);
});

test('what never happened is not told', () => {
  const bare = noticed({ steps: [], draw: null, votes: [] });
  const panel = '抽了 0 位评议员,表态的 0 位里 0 位同意。';
  expect(reasonsOf(bare)).toEqual([why[0], why[1], panel, why[4], why[5]]);
  expect(reasonsOf({ ...bare, noticeOpenedAtMs: null })).toEqual([why[0], why[1], panel, why[5]]);
  expect(reasonsOf({ ...bare, closesAtMs: null })).toEqual([why[0], why[1], panel, why[5]]);
});

test('a record may settle when its notice is over and no objection waits', () => {
  expect(maySettle(noticed(), closesAtMs)).toBe(true);
  expect(maySettle(noticed(), closesAtMs - 1)).toBe(false);
  expect(maySettle(noticed({ state: 'objected' }), closesAtMs)).toBe(false);
  expect(maySettle(noticed({ closesAtMs: null }), closesAtMs)).toBe(false);
});

test('what the caps left can be spent, all of it is honour', () => {
  for (const backed of [true, false]) {
    const { account: after, record } = decidePost(
      account,
      noticed({ spendable: 2 }),
      backed,
      nowMs,
    );
    expect(after).toMatchObject({ honour: 105, spendable: backed ? 2 : 0 });
    if (!backed) expect(decidePostWaiting(after, record, nowMs).account.spendable).toBe(2);
  }
});

const cause = {
  ...{ kind: 'record', id: 'record-1', title: '植树治沙', ruleVersion: 1, fieldId: 'ecology' },
};

test('backed, both purses are posted and the record has ended', () => {
  const posted = decidePost(account, noticed(), true, nowMs);
  expect(posted.entries).toEqual([
    expect.objectContaining({ kind: 'award', honour: 5, spendable: 5, cause: { ...cause, why } }),
  ]);
  expect(posted.account).toMatchObject({ honour: 105, spendable: 5 });
  expect(posted.record).toMatchObject({
    ...{ state: 'posted', open: false, postedAtMs: nowMs, spendableState: 'posted' },
  });
  expect(posted.record.steps.at(-1)).toEqual({
    ...{ action: 'post-record', by: 'timer', personId: null, atMs: nowMs },
    ...{ state: 'posted', reason: null },
  });
});

test('not backed yet, honour is posted and the spendable points wait, with the reason', () => {
  const posted = decidePost(account, noticed(), false, nowMs);
  const waits = '兑换分 5 分等村里的钱和货跟上了再入账。';
  expect(posted.entries).toEqual([
    expect.objectContaining({ honour: 5, spendable: 0, cause: { ...cause, why: [...why, waits] } }),
  ]);
  expect(posted.record).toMatchObject({ state: 'posted', spendableState: 'waiting' });
});

test('honour alone waits for nothing', () => {
  for (const backed of [true, false]) {
    const posted = decidePost(account, noticed({ purse: 'honour', spendable: 0 }), backed, nowMs);
    expect(posted.account).toMatchObject({ honour: 105, spendable: 0 });
    expect(posted.record.spendableState).toBe('none');
    expect(posted.entries[0]?.cause.why?.at(-1)).toBe('这一项只加荣誉分,不加兑换分。');
  }
});

test('nothing is posted twice', () => {
  const { record } = decidePost(account, noticed(), true, nowMs);
  expect(refusalOf(() => decidePost(account, record, true, nowMs)).code).toBe('wrong-state');
});

test('what waited posts later, once more without honour, and says since when', () => {
  const first = decidePost(account, noticed(), false, nowMs);
  const laterMs = at('2026-12-20T00:10:00');
  const posted = decidePostWaiting(first.account, first.record, laterMs);
  const waited = '荣誉分 11月29日 已入账,兑换分等到村里的钱和货跟上了,现在入账。';
  expect(posted.entries).toEqual([
    expect.objectContaining({
      honour: 0,
      spendable: 5,
      cause: { ...cause, why: [...why, waited] },
    }),
  ]);
  expect(posted.account).toMatchObject({ honour: 105, spendable: 5 });
  const spendablePostedAtMs = laterMs;
  const wanted = { ...first.record, spendableState: 'posted', spendablePostedAtMs };
  expect(posted.record).toEqual(wanted);
  const undated = decidePostWaiting(account, { ...first.record, postedAtMs: null }, laterMs);
  expect(undated.entries[0]?.cause.why?.at(-1)).toMatch(/^荣誉分\s+已入账,兑换分/);
});
