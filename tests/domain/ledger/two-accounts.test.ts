import * as fc from 'fast-check';
import { byHeads, divisible } from '../../../src/domain/ledger/division';
import { endAccount, keepShort } from '../../../src/domain/ledger/end-account';
import {
  type Account,
  award,
  type Entry,
  hold,
  type LedgerChange,
  type LotShare,
  openAccount,
  redeem,
  settleDay,
  spendableAt,
  verifyChain,
} from '../../../src/domain/ledger/ledger';
import { rollUp } from '../../../src/domain/ledger/rollup';
import { statementLineOf } from '../../../src/domain/ledger/statement';
import { type BothChanges, carryOn, merge, split } from '../../../src/domain/ledger/two-accounts';
import { refusalOf } from '../kernel/refusal-of';

const at = (text: string) => Date.parse(`${text}+08:00`);
const startMs = at('2026-03-01T09:00:00');
const dayMs = 86_400_000;
const cause = { kind: 'record' as const, id: 'r', title: '植树', ruleVersion: 1 };
const sides = {
  from: { householdId: 'old', number: 12 },
  into: { householdId: 'new', number: 31 },
};

type Chain = { account: Account; entries: Entry[] };
const opened = (id: string): Chain => {
  const { account, entries } = openAccount(id, 'v01', startMs);
  return { account, entries: [...entries] };
};
const take = (chain: Chain, { account, entries }: LedgerChange): Chain => ({
  account,
  entries: [...chain.entries, ...entries],
});

const step = fc.record({
  days: fc.integer({ min: 0, max: 300 }),
  points: fc.nat(40),
  holds: fc.nat(30),
  redeems: fc.boolean(),
});
type Step = { days: number; points: number; holds: number; redeems: boolean };

/** A chain with lots of several years, some of them held. */
function lived(id: string, steps: readonly Step[]): Chain & { nowMs: number } {
  let chain = opened(id);
  let nowMs = startMs;
  for (const { days, points, holds, redeems } of steps) {
    nowMs += days * dayMs;
    chain = take(chain, settleDay(chain.account, nowMs));
    chain = take(chain, award(chain.account, { honour: points, spendable: points }, cause, nowMs));
    if (holds === 0 || spendableAt(chain.account, nowMs) < holds) continue;
    const { shares, ...held } = hold(chain.account, holds, cause, nowMs);
    chain = take(chain, held);
    if (redeems) chain = take(chain, redeem(chain.account, shares, cause, nowMs));
  }
  return { ...chain, nowMs };
}

const pasts = fc.array(step, { maxLength: 12 });
const freeOf = ({ lots }: Account) =>
  lots.filter(({ free }) => free > 0).map(({ lastDay, free }) => [lastDay, free] as const);
/** Free points of several accounts, lot by lot. */
function together(...accounts: readonly Account[]) {
  const all = new Map<string, number>();
  for (const [lastDay, free] of accounts.flatMap(freeOf)) {
    all.set(lastDay, (all.get(lastDay) ?? 0) + free);
  }
  return [...all].sort();
}
const isSound = ({ account, entries }: Chain) =>
  expect(verifyChain(account, entries)).toEqual({ sound: true, firstBadSequence: null });
const kept = (account: Account, nowMs: number) => settleDay(account, nowMs).account;

test('however it is divided, each lot of both together is as before; held ones stay', () => {
  const heads = fc.record({ leaving: fc.integer({ min: 1, max: 4 }), stay: fc.nat(4) });
  fc.assert(
    fc.property(pasts, heads, fc.array(fc.nat(99)), (past, { leaving, stay }, parts) => {
      const { nowMs, ...old } = lived('old', past);
      const before = kept(old.account, nowMs);
      const all = leaving + stay + 1;
      const signed = divisible(before, nowMs).flatMap(({ lastDay, points }, index) => {
        const part = Math.floor((points * (parts[index] ?? 0)) / 99);
        return part > 0 ? [{ lastDay, points: part }] : [];
      });
      for (const shares of [byHeads(before, { leaving, all }, nowMs), signed]) {
        const both = split(old.account, sides, shares, nowMs);
        const { from, into } = both;
        expect(together(from.account, into.account)).toEqual(together(before));
        expect(from.account.spendable + into.account.spendable).toBe(before.spendable);
        expect(from.account).toMatchObject({ held: before.held, honour: before.honour });
        expect(into.account).toMatchObject({ honour: 100, held: 0 });
        isSound(take(old, from));
        isSound({ account: into.account, entries: into.entries });
      }
    }),
    { numRuns: 200 },
  );
});

test('by heads of each lot the part of those who leave, the rest stays', () => {
  const first = award(opened('old').account, { honour: 5, spendable: 5 }, cause, startMs).account;
  const nowMs = at('2027-02-01T09:00:00');
  const { account } = award(first, { honour: 8, spendable: 8 }, cause, nowMs);
  expect(byHeads(account, { leaving: 1, all: 3 }, nowMs)).toEqual([
    { lastDay: '2027-12-31', points: 1 },
    { lastDay: '2028-12-31', points: 2 },
  ]);
  expect(byHeads(account, { leaving: 1, all: 6 }, nowMs)).toEqual([
    { lastDay: '2028-12-31', points: 1 },
  ]);
  expect(() => byHeads(account, { leaving: 3, all: 3 }, nowMs)).toThrow('some leave and some stay');
});

test.each<[string, LotShare[]]>([
  ['more than is free', [{ lastDay: '2027-12-31', points: 10 }]],
  ['of a lot that is not there', [{ lastDay: '2028-12-31', points: 1 }]],
  ['nothing', [{ lastDay: '2027-12-31', points: 0 }]],
  ['less than nothing', [{ lastDay: '2027-12-31', points: -3 }]],
  ['half a point', [{ lastDay: '2027-12-31', points: 1.5 }]],
  [
    'the same lot twice',
    [
      { lastDay: '2027-12-31', points: 5 },
      { lastDay: '2027-12-31', points: 4 },
    ],
  ],
])('a division does not fit that takes %s', (_what, shares) => {
  const { account } = award(opened('old').account, { honour: 9, spendable: 9 }, cause, startMs);
  expect(refusalOf(() => split(account, sides, shares, startMs))).toMatchObject({
    code: 'division-does-not-fit',
    message:
      '要分走的分数和账上对不上。账上现在能分的:9 分用到 2027年12月31日。请照这个数重新商量、重新填。',
  });
});

test('what an order holds is not divided, and a frozen account neither divides nor merges', () => {
  const given = award(opened('old').account, { honour: 9, spendable: 9 }, cause, startMs).account;
  const held = hold(given, 4, cause, startMs).account;
  const six = [{ lastDay: '2027-12-31', points: 6 }];
  expect(refusalOf(() => split(held, sides, six, startMs)).code).toBe('division-does-not-fit');
  const frozen = { ...given, frozen: { byPersonId: 'p', atMs: startMs, agreed: null } };
  // What somebody of the household objected to is looked into as well.
  const disputed = { ...given, disputed: [{ linkId: 'l', atMs: startMs }] };
  expect(refusalOf(() => split(disputed, sides, [], startMs)).code).toBe('spending-frozen');
  const other = opened('new').account;
  expect(refusalOf(() => split(frozen, sides, [], startMs)).code).toBe('spending-frozen');
  for (const accounts of [
    { from: frozen, into: other },
    { from: other, into: frozen },
  ]) {
    expect(refusalOf(() => merge(accounts, sides, startMs)).code).toBe('spending-frozen');
  }
});

test('both statements of a division explain themselves without naming anybody', () => {
  const given = award(opened('old').account, { honour: 9, spendable: 9 }, cause, startMs).account;
  const both = split(given, sides, [{ lastDay: '2027-12-31', points: 4 }], startMs);
  const lineOf = ({ entries }: LedgerChange) => statementLineOf(entries.at(-1) as Entry);
  expect(lineOf(both.from)).toMatchObject({
    ...{ kind: '分户转出', title: '分户:转给 31号户 4 分', spendable: -4, recordId: null },
    why: ['从这一户分出 31号户,这些兑换分分给他们。', '年份不变:4 分用到 2027年12月31日。'],
  });
  expect(lineOf(both.into)).toMatchObject({
    ...{ kind: '分户转入', title: '分户:从 12号户分来 4 分', spendable: 4, spendableAfter: 4 },
  });
});

test('merged, all lots stand in the one that stays, the higher honour counts', () => {
  fc.assert(
    fc.property(pasts, pasts, (past, otherPast) => {
      const from = lived('old', past);
      const into = lived('new', otherPast);
      const nowMs = Math.max(from.nowMs, into.nowMs);
      const [left, right] = [kept(from.account, nowMs), kept(into.account, nowMs)];
      const accounts = { from: from.account, into: into.account };
      if (left.held > 0) {
        expect(refusalOf(() => merge(accounts, sides, nowMs)).code).toBe('open-orders');
        return;
      }
      const both = merge(accounts, sides, nowMs);
      expect(freeOf(both.into.account)).toEqual(together(left, right));
      expect(both.into.account.honour).toBe(Math.max(left.honour, right.honour));
      expect(both.into.account.held).toBe(right.held);
      const { account: ended } = both.from;
      expect(ended).toMatchObject({ spendable: 0, held: 0, lots: [], honour: left.honour });
      expect(ended.ended?.into).toBe('new');
      isSound(take(from, both.from));
      isSound(take(into, both.into));
      // Nothing is left to do there, in any year.
      expect(settleDay(ended, nowMs + 900 * dayMs).entries).toEqual([]);
      expect(ended.dueDay > '9000').toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('a statement of an account that was merged cannot be said to go elsewhere', () => {
  const both = merge({ from: opened('old').account, into: opened('new').account }, sides, startMs);
  const { account } = both.from;
  const entries = [...opened('old').entries, ...both.from.entries];
  isSound({ account, entries });
  for (const ended of [undefined, { day: '2026-03-01', into: 'mine' }, { day: '', into: 'new' }]) {
    const { ended: _was, ...rest } = account;
    const forged = ended ? { ...rest, ended } : rest;
    expect(verifyChain(forged, entries).sound).toBe(false);
  }
  const more = { ...account, ended: { day: '2026-03-01', into: 'new', note: '' } };
  expect(verifyChain(more as Account, entries).sound).toBe(false);
});

const merged = (): BothChanges =>
  merge({ from: opened('old').account, into: opened('new').account }, sides, startMs);

test('what posts to a merged account goes on, once, with its year and its honour', () => {
  const both = merged();
  const laterMs = at('2027-05-01T09:00:00');
  const posted = award(both.from.account, { honour: 7, spendable: 5 }, cause, laterMs);
  const on = carryOn(posted, both.into.account, sides, laterMs);
  expect(on.from.entries.map(({ kind }) => kind)).toEqual(['award', 'carry-out']);
  expect(on.from.account).toMatchObject({ honour: 100, spendable: 0, lots: [] });
  expect(on.into.entries.map(({ kind }) => kind)).toEqual(['year-reset', 'carry-in']);
  expect(on.into.account).toMatchObject({
    ...{ honour: 107, spendable: 5, honourYear: 2027 },
    lots: [{ lastDay: '2028-12-31', free: 5, held: 0 }],
  });
  const again = carryOn({ account: on.from.account, entries: [] }, on.into.account, sides, laterMs);
  expect([...again.from.entries, ...again.into.entries]).toEqual([]);
  const all = [...opened('old').entries, ...both.from.entries, ...on.from.entries];
  isSound({ account: on.from.account, entries: all });
});

test('a household that has ended is neither counted nor ranked; what was given stays given', () => {
  const both = merged();
  const before = award(both.from.account, { honour: 7, spendable: 0 }, cause, startMs);
  const on = carryOn(before, both.into.account, sides, startMs);
  const accounts = [on.from.account, on.into.account];
  const entries = [...both.from.entries, ...on.from.entries, ...both.into.entries];
  const seal = { villageId: 'v01', day: '2026-03-02', root: '', hash: '', leaves: [] };
  const made = rollUp([...entries, ...on.into.entries], accounts, seal as never, '2026-Q1', 0);
  expect(made).toMatchObject({ households: 1, householdsWithPoints: 1, pointsIssued: 7 });
  expect(made.standings).toEqual([{ householdId: 'new', points: 7, rank: 1 }]);
});

test('thirty days after the last member is gone the rest lapses, with its reason', () => {
  const nowMs = at('2027-12-20T09:00:00');
  const first = award(opened('old').account, { honour: 5, spendable: 5 }, cause, startMs).account;
  const given = award(first, { honour: 8, spendable: 8 }, cause, nowMs).account;
  const over = endAccount(given, nowMs);
  expect(over.entries.at(-1)).toMatchObject({ kind: 'end', honour: 0, spendable: 0 });
  expect(over.account).toMatchObject({
    ended: { day: '2027-12-20', into: null },
    lots: [
      { lastDay: '2027-12-31', free: 5, held: 0 },
      { lastDay: '2028-01-19', free: 8, held: 0 },
    ],
    dueDay: '2027-12-31',
  });
  const thenMs = at('2028-01-20T00:10:00');
  expect(settleDay(over.account, thenMs - dayMs).account.spendable).toBe(8);
  const rest = settleDay(over.account, thenMs);
  expect(rest.entries.map(({ kind, spendable }) => [kind, spendable])).toEqual([['lapse', -13]]);
  expect(rest.entries[0]?.cause.why).toEqual(['这一户已经销户,留的日子满了,剩下的兑换分失效。']);
  expect(rest.account).toMatchObject({ spendable: 0, dueDay: '9999-12-31' });
});

test('what posts behind the end stays thirty days as well, elsewhere as long as ever', () => {
  const laterMs = startMs + 3 * dayMs;
  const over = endAccount(opened('old').account, startMs);
  const posted = award(over.account, { honour: 2, spendable: 2 }, cause, laterMs);
  const short = keepShort(posted, laterMs);
  expect(short.account.lots).toEqual([{ lastDay: '2026-04-03', free: 2, held: 0 }]);
  expect(keepShort(short, laterMs)).toBe(short);
  isSound({
    account: short.account,
    entries: [...opened('old').entries, ...over.entries, ...short.entries],
  });
  const living = award(opened('new').account, { honour: 2, spendable: 2 }, cause, laterMs);
  expect(keepShort(living, laterMs)).toBe(living);
  expect(keepShort(merged().from, laterMs)).toEqual(merged().from);
});
