import * as fc from 'fast-check';
import { endAccount } from '../../../src/domain/ledger/end-account';
import {
  type Account,
  award,
  type Entry,
  hold,
  type LedgerChange,
  openAccount,
  redeem,
  settleDay,
  spendableAt,
  verifyChain,
} from '../../../src/domain/ledger/ledger';
import {
  decideAnswerReversal,
  decideProposeReversal,
  reverse,
} from '../../../src/domain/ledger/reversal';
import { rollUp } from '../../../src/domain/ledger/rollup';
import { statementLineOf } from '../../../src/domain/ledger/statement';
import type { Decider } from '../../../src/domain/people/types';
import type { DeedRecord } from '../../../src/domain/records/types';
import { refusalOf } from '../kernel/refusal-of';
import { recordWith } from '../records/fixture';

const startMs = Date.parse('2026-03-02T09:00:00+08:00');
const dayMs = 86_400_000;
const cause = { kind: 'record' as const, id: 'record-1', title: '植树治沙', ruleVersion: 1 };
const order = { kind: 'order' as const, id: 'o', title: '香皂', ruleVersion: 0 };

/** A household with a posted deed of five points, and what it had before. */
function withPosted(before = 0): { account: Account; entries: Entry[]; record: DeedRecord } {
  const opened = openAccount('v01-1', 'v01', startMs);
  const had = award(opened.account, { honour: 0, spendable: before }, cause, startMs);
  const given = award(had.account, { honour: 5, spendable: 5 }, cause, startMs);
  const entries = [...opened.entries, ...had.entries, ...given.entries];
  const record = recordWith({ state: 'posted', open: false, postedAtMs: startMs });
  return { account: given.account, entries, record: { ...record, spendableState: 'posted' } };
}

const nowMs = startMs + dayMs;
const by = (personId: string, as: Decider, change: object = {}) => ({
  mover: { personId, ofTheHousehold: false, nearRelative: false, ownIds: [], offices: [as] },
  ...{ nowMs, ...change },
});

const proposed = (record: DeedRecord, as: Decider = 'cadre') =>
  decideProposeReversal(record, by('first', as), '记错户了');

const yes = { accept: true };

test('two people take a posted deed back: the opposite of it, with its why', () => {
  const { account, entries, record } = withPosted();
  const first = proposed(record);
  expect(first).toMatchObject({ state: 'waiting-reversal', open: true });
  const done = decideAnswerReversal(account, first, by('second', 'supervisor'), yes);
  expect(done.record).toMatchObject({ state: 'reversed', open: false });
  expect(done.change?.account).toMatchObject({ honour: 100, spendable: 0, held: 0, lots: [] });
  const all = [...entries, ...(done.change?.entries ?? [])];
  expect(verifyChain(done.change?.account ?? null, all).sound).toBe(true);
  expect(statementLineOf(all.at(-1) as Entry)).toMatchObject({
    ...{ kind: '更正', title: '更正:植树治沙', honour: -5, spendable: -5, recordId: 'record-1' },
    why: [
      '3月2日 入账的 5 分记错了,嘎查村委员会提出,村务监督委员会的另一个人确认。' +
        '原因写在这一条记录里。',
      '荣誉分减 5 分,兑换分收回 5 分。',
    ],
  });
});

test('what is spent or held is written off, and another year’s points are left alone', () => {
  const { account, record } = withPosted();
  const spent = hold(account, 3, order, nowMs);
  const gone = redeem(spent.account, [{ lastDay: '2027-12-31', points: 2 }], order, nowMs);
  const nextYearMs = nowMs + 365 * dayMs;
  const later = award(
    settleDay(gone.account, nextYearMs).account,
    { honour: 0, spendable: 9 },
    cause,
    nextYearMs,
  );
  const change = reverse(later.account, record, cause, nextYearMs);
  expect(change.entries.at(-1)).toMatchObject({ honour: 0, spendable: -2, held: 0 });
  expect(change.entries.at(-1)?.cause.why).toEqual([
    '荣誉分减 0 分,兑换分收回 2 分。',
    '荣誉分只减今年还在的,不会减成负数。',
    '另外 3 分兑换分已经用掉、占着或过期了,不再追回。',
  ]);
  expect(change.account).toMatchObject({ honour: 100, spendable: 9, held: 1 });
});

test('where all is spent the entry still stands; what waits is not posted any more', () => {
  const { account, record } = withPosted();
  const held = hold(account, 5, order, nowMs);
  const spent = reverse(held.account, record, cause, nowMs);
  expect(spent.entries.at(-1)).toMatchObject({ kind: 'reverse', honour: -5, spendable: 0 });
  const waits = proposed({ ...record, spendableState: 'waiting' });
  const { record: after, change } = decideAnswerReversal(
    account,
    waits,
    by('second', 'supervisor'),
    yes,
  );
  expect(after.spendableState).toBe('none');
  expect(change?.account.spendable).toBe(5);
});

test('of a household that has ended it is taken from what is left for its thirty days', () => {
  const { account, record } = withPosted(2);
  const { account: ended } = endAccount(account, nowMs);
  expect(reverse(ended, record, cause, nowMs).account).toMatchObject({ spendable: 2, honour: 100 });
});

const step = { atMs: startMs, reason: null };
const passing: DeedRecord['steps'] = [
  { ...step, action: 'check-record', by: 'cadre', personId: 'checker', state: 'waiting-draw' },
  { ...step, action: 'review-record', by: 'panel', personId: 'voter', state: 'waiting-notice' },
];

test.each<[string, Decider, string, Decider, object, string]>([
  ['the same person', 'cadre', 'first', 'supervisor', {}, 'another-must-agree'],
  ['two of the committee', 'cadre', 'second', 'cadre', {}, 'another-must-agree'],
  ['two of the supervisors', 'supervisor', 'second', 'supervisor', {}, 'another-must-agree'],
  ['the checker', 'supervisor', 'checker', 'cadre', {}, 'checker-may-not-answer'],
  ['who voted', 'cadre', 'voter', 'supervisor', {}, 'checker-may-not-answer'],
  ['the recorder', 'cadre', 'recorder', 'supervisor', {}, 'recorder-may-not-decide'],
  ['the household', 'cadre', 'second', 'supervisor', { ofTheHousehold: true }, 'own-household'],
  ['kin', 'cadre', 'second', 'supervisor', { nearRelative: true }, 'near-relative'],
])('%s does not confirm a reversal', (_, as, personId, second, change, code) => {
  const { account, record } = withPosted();
  const first = proposed({ ...record, steps: passing }, as);
  const who = by(personId, second);
  const mover = { ...who.mover, ...change };
  const attempt = () => decideAnswerReversal(account, first, { ...who, mover }, yes);
  expect(refusalOf(attempt).code).toBe(code);
});

test('a no has a reason, takes nothing, and the record stands as it was posted', () => {
  const { account, record } = withPosted();
  const first = proposed(record, 'supervisor');
  const say = (reason?: string) =>
    decideAnswerReversal(account, first, by('second', 'cadre'), { accept: false, reason });
  expect(refusalOf(() => say()).code).toBe('reason-needed');
  expect(say('没有记错')).toMatchObject({ change: null, record: { state: 'posted', open: false } });
});

test('who was told no does not ask again; two of the town are two', () => {
  const { account, record } = withPosted();
  const no = { accept: false, reason: '没有记错' };
  const stands = decideAnswerReversal(
    account,
    proposed(record, 'supervisor'),
    by('second', 'cadre'),
    no,
  ).record;
  expect(refusalOf(() => proposed(stands, 'supervisor')).code).toBe('already-proposed');
  const again = decideProposeReversal(stands, by('third', 'town-admin'), '户主认了');
  const done = decideAnswerReversal(account, again, by('fourth', 'town-admin'), yes);
  expect(done.record.state).toBe('reversed');
});

test('a quarter loses what is taken back in it, and counts it', () => {
  const { account, entries, record } = withPosted();
  const done = decideAnswerReversal(account, proposed(record), by('s', 'supervisor'), yes);
  const seal = { villageId: 'v01', day: '2026-03-03', number: 1, root: 'r', previousHash: '' };
  const rollup = (atMs: number, change: LedgerChange | null) =>
    rollUp(
      [...entries, ...(change?.entries ?? [])],
      [],
      { ...seal, hash: 'h', sealedAtMs: atMs, leaves: [] },
      '2026-Q1',
      atMs,
    );
  expect(rollup(nowMs, null)).toMatchObject({ pointsIssued: 5, reversed: 0 });
  expect(rollup(nowMs, done.change)).toMatchObject({
    ...{ pointsIssued: 0, reversed: 1, standings: [] },
  });
});

type Turn = { do: 'award' | 'spend' | 'hold' | 'reverse' | 'wait'; count: number };
const turn: fc.Arbitrary<Turn> = fc.record({
  do: fc.constantFrom('award', 'spend', 'hold', 'reverse', 'wait'),
  count: fc.integer({ min: 1, max: 60 }),
});

test('however it was spent: Σ entries = balance ≥ 0, and no more is taken than was brought', () => {
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 40 }), (turns) => {
      let atMs = startMs;
      let { account, entries } = openAccount('v01-1', 'v01', atMs);
      const deeds: DeedRecord[] = [];
      const take = (change: LedgerChange) => {
        account = change.account;
        entries = [...entries, ...change.entries];
      };
      for (const { do: what, count } of turns) {
        if (what === 'wait') atMs += count * 10 * dayMs;
        const there = Math.min(count, spendableAt(account, atMs));
        if (what === 'award') {
          take(award(account, { honour: count, spendable: count }, cause, atMs));
          deeds.push(
            recordWith({
              points: count,
              spendable: count,
              postedAtMs: atMs,
              spendableState: 'posted',
            }),
          );
        }
        if ((what === 'spend' || what === 'hold') && there > 0) {
          const { shares, ...held } = hold(account, there, order, atMs);
          take(held);
          if (what === 'spend') take(redeem(account, shares, order, atMs));
        }
        const [deed] = what === 'reverse' ? deeds.splice(count % (deeds.length || 1), 1) : [];
        if (!deed) continue;
        const before = account.held;
        take(reverse(account, deed, cause, atMs));
        const entry = entries.at(-1) as Entry;
        expect(-entry.honour).toBeLessThanOrEqual(deed.points);
        expect(-entry.spendable).toBeLessThanOrEqual(deed.points);
        expect(account.held).toBe(before);
      }
      for (const purse of ['honour', 'spendable', 'held'] as const) {
        expect(account[purse]).toBe(entries.reduce((sum, entry) => sum + entry[purse], 0));
        expect(account[purse]).toBeGreaterThanOrEqual(0);
      }
      expect(verifyChain(account, entries).sound).toBe(true);
    }),
  );
});
