import {
  type Account,
  award,
  hold,
  lapse,
  nextLapse,
  openAccount,
  redeem,
  release,
  settleDay,
  spendableAt,
  startHonourYear,
} from '../../../src/domain/ledger/ledger';
import { refusalOf } from '../kernel/refusal-of';

const at = (text: string) => Date.parse(`${text}+08:00`);
const startMs = at('2026-03-01T09:00:00');
const cause = { kind: 'record' as const, id: 'r', title: '植树', ruleVersion: 1 };
const opened = () => openAccount('v01-1', 'v01', startMs);
const given = (points: number, atMs = startMs, account = opened().account) =>
  award(account, { honour: points, spendable: points }, cause, atMs).account;

test('a household starts its year with a hundred honour points and nothing to spend', () => {
  const { account, entries } = opened();
  expect(entries).toEqual([
    {
      householdId: 'v01-1',
      villageId: 'v01',
      sequence: 1,
      kind: 'open',
      honour: 100,
      spendable: 0,
      held: 0,
      lots: [],
      after: { honour: 100, spendable: 0, held: 0 },
      cause: { kind: 'date', id: '2026-03-01', title: '2026年荣誉分起点', ruleVersion: 0 },
      atMs: startMs,
      quarter: '2026-Q1',
      previousHash: '0'.repeat(64),
      hash: account.headHash,
    },
  ]);
  expect(account).toMatchObject({ honour: 100, spendable: 0, honourYear: 2026, sequence: 1 });
});

test('an award adds to both purses, with its cause; its lot is that of the posting year', () => {
  const { account, entries } = award(opened().account, { honour: 5, spendable: 3 }, cause, startMs);
  expect(entries).toEqual([
    expect.objectContaining({
      kind: 'award',
      sequence: 2,
      ...{ honour: 5, spendable: 3, held: 0, cause },
      lots: [{ lastDay: '2027-12-31', free: 3, held: 0 }],
      after: { honour: 105, spendable: 3, held: 0 },
      previousHash: opened().account.headHash,
    }),
  ]);
  expect(account).toMatchObject({ honour: 105, spendable: 3 });
});

test('an award of honour alone makes no lot, one of spendable points alone no honour', () => {
  const honour = award(opened().account, { honour: 5, spendable: 0 }, cause, startMs);
  expect(honour.entries[0]?.lots).toEqual([]);
  const spendable = award(opened().account, { honour: 0, spendable: 5 }, cause, startMs);
  expect(spendable.account).toMatchObject({ honour: 100, spendable: 5 });
});

test.each([
  ['takes', { honour: -1, spendable: 0 }, 'an award only adds'],
  ['takes', { honour: 0, spendable: -1 }, 'an award only adds'],
  ['halves', { honour: 0.5, spendable: 0 }, 'whole points'],
  ['halves', { honour: 1, spendable: 0.5 }, 'whole points'],
])('an award that %s points is our own mistake: %j', (_what, amount, message) => {
  expect(() => award(opened().account, amount, cause, startMs)).toThrow(`assertion: ${message}`);
});

test('on the first day of a year honour starts at the base again, spendable points stay', () => {
  const account = given(9);
  const newYearMs = at('2027-01-01T00:00:00');
  const same = { account, entries: [] };
  expect(startHonourYear(same, newYearMs - 1)).toBe(same);
  const { account: next, entries } = startHonourYear(same, newYearMs);
  expect(entries).toEqual([
    expect.objectContaining({
      kind: 'year-reset',
      honour: -9,
      spendable: 0,
      cause: {
        kind: 'date',
        id: '2027-01-01',
        title: '2027年荣誉分重新起算',
        ruleVersion: 0,
        why: ['2026年的荣誉分是 109 分,已经存档。兑换分不受影响。'],
      },
    }),
  ]);
  expect(next).toMatchObject({ honour: 100, spendable: 9, honourYear: 2027 });
});

test('an award in a new year starts that year first, so that the reset takes nothing of it', () => {
  const { account, entries } = award(
    given(9),
    { honour: 5, spendable: 5 },
    cause,
    at('2027-02-01T09:00:00'),
  );
  expect(entries.map(({ kind }) => kind)).toEqual(['year-reset', 'award']);
  expect(account).toMatchObject({ honour: 105, spendable: 14, honourYear: 2027 });
});

test('a hold takes the oldest points first and says from which lots', () => {
  const both = given(7, at('2027-02-01T09:00:00'), given(5));
  const { account, entries, shares } = hold(both, 6, cause, at('2027-02-02T09:00:00'));
  expect(shares).toEqual([
    { lastDay: '2027-12-31', points: 5 },
    { lastDay: '2028-12-31', points: 1 },
  ]);
  expect(entries).toEqual([
    expect.objectContaining({ kind: 'hold', honour: 0, spendable: -6, held: 6, cause }),
  ]);
  expect(account.lots).toEqual([
    { lastDay: '2027-12-31', free: 0, held: 5 },
    { lastDay: '2028-12-31', free: 6, held: 1 },
  ]);
  // A lot that is all held has no share in the next hold.
  expect(hold(account, 6, cause, at('2027-02-03T09:00:00')).shares).toEqual([
    { lastDay: '2028-12-31', points: 6 },
  ]);
});

test('a hold of more than there is says how much is missing', () => {
  expect(hold(given(9), 9, cause, startMs).account).toMatchObject({ spendable: 0, held: 9 });
  expect(refusalOf(() => hold(given(9), 12, cause, startMs))).toEqual({
    code: 'points-not-enough',
    message: '积分差 3 分。可以少换一些,或等新的积分入账。',
    details: { missing: 3 },
  });
});

test.each([0, -1, 1.5, Number.NaN])('a hold of %p points is our own mistake', (points) => {
  expect(() => hold(given(9), points, cause, startMs)).toThrow(
    'assertion: a hold is a positive number of points',
  );
});

test('redeemed points are gone from held and from nowhere else', () => {
  const held = hold(given(9), 4, cause, startMs);
  const { account, entries } = redeem(held.account, held.shares, cause, startMs);
  expect(entries).toEqual([
    expect.objectContaining({ kind: 'redeem', honour: 0, spendable: 0, held: -4, cause }),
  ]);
  expect(account.lots).toEqual([{ lastDay: '2027-12-31', free: 5, held: 0 }]);
});

test('nothing is redeemed or released twice: that would be our own mistake', () => {
  const held = hold(given(9), 4, cause, startMs);
  const gone = redeem(held.account, held.shares, cause, startMs).account;
  expect(() => redeem(gone, held.shares, cause, startMs)).toThrow('assertion: no negative purse');
  const free = { shopAtFault: false };
  expect(() => release(gone, held.shares, cause, startMs, free)).toThrow(
    'assertion: no negative purse',
  );
});

test('points come out of the lots they were held in, and of no other', () => {
  const both = given(7, at('2027-02-01T09:00:00'), given(5));
  const nowMs = at('2027-02-02T09:00:00');
  const held = hold(both, 5, cause, nowMs).account;
  const others = [{ lastDay: '2028-12-31', points: 5 }];
  expect(() => redeem(held, others, cause, nowMs)).toThrow('assertion: a lot never goes negative');
  // A negative share would hold what is not free in its lot.
  const negative = [{ lastDay: '2027-12-31', points: -1 }];
  expect(() => release(held, negative, cause, nowMs, { shopAtFault: false })).toThrow(
    'assertion: a lot never goes negative',
  );
});

test.each<Partial<Account>>([{ honour: -1 }, { spendable: -100 }, { held: -100 }])(
  'nothing more is written onto an account that is below zero: %j',
  (broken) => {
    const account = { ...given(9), ...broken };
    expect(() => hold(account, 1, cause, startMs)).toThrow('assertion: no negative purse');
  },
);

test('released in time points go back where they came from, also when the shop is at fault', () => {
  const held = hold(given(9), 4, cause, startMs);
  const lastMs = at('2028-01-01T00:00:00') - 1;
  for (const shopAtFault of [true, false]) {
    const back = release(held.account, held.shares, cause, lastMs, { shopAtFault });
    expect(back.entries).toEqual([
      expect.objectContaining({
        ...{ kind: 'release', spendable: 4, held: -4, cause },
        lots: [{ lastDay: '2027-12-31', free: 4, held: -4 }],
      }),
    ]);
    expect(back.account.lots).toEqual([{ lastDay: '2027-12-31', free: 9, held: 0 }]);
  }
});

test('what lapses is an entry that says so', () => {
  const held = hold(given(9), 4, cause, startMs).account;
  const overMs = at('2028-01-01T00:00:00');
  expect(lapse({ account: held, entries: [] }, overMs).entries).toEqual([
    expect.objectContaining({
      ...{ kind: 'lapse', honour: 0, spendable: -5, held: 0 },
      lots: [{ lastDay: '2027-12-31', free: -5, held: 0 }],
      cause: { kind: 'date', id: '2028-01-01', title: '到期积分失效', ruleVersion: 0 },
    }),
  ]);
});

test('entries are added behind those a change has already', () => {
  const overMs = at('2028-01-01T00:00:00');
  const { account, entries } = settleDay(given(9), overMs);
  expect(entries.map(({ kind, sequence }) => [kind, sequence])).toEqual([
    ['lapse', 3],
    ['year-reset', 4],
  ]);
  expect(account).toMatchObject({ honour: 100, spendable: 0, honourYear: 2028, lots: [] });
});

test('the next points to lapse are the oldest free ones that still count', () => {
  const both = given(7, at('2027-02-01T09:00:00'), given(5));
  const nowMs = at('2027-02-02T09:00:00');
  expect(nextLapse(both, nowMs)).toEqual({ points: 5, day: '2027-12-31' });
  const held = hold(both, 5, cause, nowMs).account;
  expect(nextLapse(held, nowMs)).toEqual({ points: 7, day: '2028-12-31' });
  expect(nextLapse(both, at('2028-01-01T00:00:00'))).toEqual({ points: 7, day: '2028-12-31' });
  expect(nextLapse(both, at('2029-01-01T00:00:00'))).toBeNull();
  expect(nextLapse(opened().account, nowMs)).toBeNull();
  expect(spendableAt(held, nowMs)).toBe(7);
});

test('a purse that is empty is not below zero', () => {
  const account = { ...given(9), honour: 0 };
  expect(hold(account, 9, cause, startMs).account).toMatchObject({ honour: 0, spendable: 0 });
});
