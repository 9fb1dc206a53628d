import { createHash } from 'node:crypto';
import {
  applyEntry,
  dueDayOf,
  emptyAccount,
  entryHash,
  genesisHash,
  mergeLots,
  verifyChain,
} from '../../../src/domain/ledger/chain';
import {
  type Account,
  award,
  type Entry,
  hold,
  openAccount,
} from '../../../src/domain/ledger/ledger';

const startMs = Date.parse('2026-03-01T09:00:00+08:00');
const cause = { kind: 'record' as const, id: 'r', title: '植树', ruleVersion: 1 };

type Chain = { account: Account; entries: Entry[] };

/** Opened, nine points given, four of them on hold. */
function chain(): Chain {
  const opened = openAccount('v01-1', 'v01', startMs);
  const given = award(opened.account, { honour: 9, spendable: 9 }, cause, startMs);
  const held = hold(given.account, 4, { ...cause, kind: 'order' }, startMs);
  const entries = [...opened.entries, ...given.entries, ...held.entries];
  return { account: held.account, entries };
}

/** What a forger who knows the product would do: the last entry changed and everything redone. */
function forged(change: (entry: Entry) => Partial<Entry>): Chain {
  const { entries } = chain();
  const last = entries.at(-1) as Entry;
  const { hash: _hash, ...changed } = { ...last, ...change(last) };
  const made = [...entries.slice(0, -1), { ...changed, hash: entryHash(changed) }];
  const account = made.reduce(applyEntry, emptyAccount('v01-1', 'v01'));
  return { account, entries: made };
}

const found = { sound: false, firstBadSequence: 3 };

test('the same entry has the same hash for ever: what is stored must stay verifiable', () => {
  const entry: Omit<Entry, 'hash'> = {
    ...{ householdId: 'v01-1', villageId: 'v01', sequence: 2, kind: 'award' },
    ...{ honour: 5, spendable: 5, held: 0, lots: [{ lastDay: '2027-12-31', free: 5, held: 0 }] },
    after: { honour: 105, spendable: 5, held: 0 },
    cause,
    ...{ atMs: startMs, quarter: '2026-Q1', previousHash: genesisHash },
  };
  const sha = (text: string) => createHash('sha256').update(text).digest('hex');
  const before = '["v01-1","v01",2,"award",5,5,0,[["2027-12-31",5,0]],[105,5,0],';
  const behind = `,${startMs},"2026-Q1","${'0'.repeat(64)}"]`;
  expect(entryHash(entry)).toBe(sha(`${before}["record","r","植树",1,"",[]]${behind}`));
  const explained = { ...cause, fieldId: 'ecology', why: ['一句。', '两句。'] };
  expect(entryHash({ ...entry, cause: explained })).toBe(
    sha(`${before}["record","r","植树",1,"ecology",["一句。","两句。"]]${behind}`),
  );
});

test('a household nobody has opened yet has nothing, and its chain starts at zeros', () => {
  expect(genesisHash).toMatch(/^0{64}$/);
  expect(emptyAccount('v01-1', 'v01')).toEqual({
    ...{ townId: 'town', householdId: 'v01-1', villageId: 'v01', honour: 0, spendable: 0, held: 0 },
    ...{ lots: [], sequence: 0, headHash: genesisHash, honourYear: 0, dueDay: '0-12-31' },
  });
  const empty = { sound: true, firstBadSequence: null };
  expect(verifyChain(emptyAccount('v01-1', 'v01'), [])).toEqual(empty);
});

test('made anew without a lie, the chain is sound: those below are found by their lies', () => {
  const { account, entries } = forged(() => ({}));
  expect(verifyChain(account, entries)).toEqual({ sound: true, firstBadSequence: null });
});

test.each<[string, (entry: Entry) => Partial<Entry>]>([
  ['spendable points that no lot carries', ({ spendable }) => ({ spendable: spendable + 1 })],
  ['held points that no lot carries', ({ held }) => ({ held: held - 1 })],
  [
    'spendable points that no lot carries, in the totals too',
    ({ spendable, after }) => ({
      spendable: spendable + 1,
      after: { ...after, spendable: after.spendable + 1 },
    }),
  ],
  [
    'held points that no lot carries, in the totals too',
    ({ held, after }) => ({ held: held - 1, after: { ...after, held: after.held - 1 } }),
  ],
  ['another honour total', ({ after }) => ({ after: { ...after, honour: after.honour + 1 } })],
  ['another spendable total', ({ after }) => ({ after: { ...after, spendable: 6 } })],
  ['another held total', ({ after }) => ({ after: { ...after, held: after.held + 1 } })],
  ['another quarter than its instant', () => ({ quarter: '2026-Q2' })],
  ['an entry of another household', () => ({ householdId: 'v01-2' })],
  ['an entry of another village', () => ({ villageId: 'v02' })],
  ['a place left out', () => ({ sequence: 4 })],
  ['a link to another entry', () => ({ previousHash: genesisHash })],
])('hashed right and still a lie: %s', (_lie, change) => {
  const { account, entries } = forged(change);
  expect(verifyChain(account, entries)).toEqual(found);
});

const causeWith = (change: object) => () => ({ cause: { ...cause, ...change } as Entry['cause'] });

test.each([
  ['a field that is a number', causeWith({ fieldId: 7 })],
  ['reasons that are one text', causeWith({ why: '一句。' })],
  ['a reason that is a number', causeWith({ why: ['一句。', 7] })],
  ['an empty reason behind another', causeWith({ why: ['一句。', ''] })],
])('hashed right and not as an entry says it: %s', (_lie, change) => {
  const { account, entries } = forged(change);
  expect(verifyChain(account, entries)).toEqual(found);
});

test('hashed right and as an entry says it, field and reasons are sound', () => {
  const { account, entries } = forged(causeWith({ fieldId: 'ecology', why: ['一句。', '两句。'] }));
  expect(verifyChain(account, entries).sound).toBe(true);
});

/** The whole of an entry's change, its totals included, so that only the purses are wrong. */
const taking = (lot: { free: number; held: number }, honour = 0) => {
  const { account } = chain();
  return () => ({
    ...{ honour, spendable: lot.free, held: lot.held, kind: 'redeem' as const },
    lots: [{ lastDay: '2027-12-31', ...lot }],
    after: {
      honour: account.honour + honour,
      spendable: 9 + lot.free,
      held: lot.held,
    },
  });
};

test.each([
  ['more spent than there was', taking({ free: -10, held: 0 })],
  ['more taken from held than was held', taking({ free: 0, held: -1 })],
  ['honour below zero', taking({ free: 0, held: 0 }, -110)],
  ['half points', taking({ free: -0.5, held: 0 })],
  ['points beyond counting', taking({ free: 2 ** 53, held: 0 })],
])('hashed right and summed right, and still not allowed: %s', (_lie, change) => {
  const { account, entries } = forged(change);
  expect(verifyChain(account, entries)).toEqual(found);
});

test('emptied to the last point a purse is still sound', () => {
  const { account, entries } = forged(taking({ free: -9, held: 0 }, -109));
  expect(account).toMatchObject({ honour: 0, spendable: 0, held: 0 });
  expect(verifyChain(account, entries).sound).toBe(true);
});

test('points moved from one lot into the red of another are found', () => {
  const lots = [
    { lastDay: '2027-12-31', free: 4, held: 0 },
    { lastDay: '2028-12-31', free: -4, held: 0 },
  ];
  const after = { honour: 109, spendable: 9, held: 0 };
  const { account, entries } = forged(() => ({ spendable: 0, held: 0, lots, after }));
  expect(verifyChain(account, entries)).toEqual(found);
});

test('sound entries that are not the account are found behind the last one both know', () => {
  const { account, entries } = chain();
  const named = (one: Account, some: Entry[]) => verifyChain(one, some).firstBadSequence;
  expect(named(account, entries.slice(0, 2))).toBe(3);
  const earlier = entries.slice(0, 1).reduce(applyEntry, emptyAccount('v01-1', 'v01'));
  expect(named(earlier, entries)).toBe(2);
  expect(named({ ...account, honour: account.honour + 1 }, entries)).toBe(4);
  // A document that lost its sequence: nothing both know.
  const { sequence: _sequence, ...rest } = account;
  expect(named({ ...rest, sequence: Number.NaN }, entries)).toBe(1);
});

test('lots are summed by their last day, oldest first, and empty ones are gone', () => {
  const lots = [
    { lastDay: '2027-12-31', free: 5, held: 1 },
    { lastDay: '2028-12-31', free: 2, held: 0 },
  ];
  const merged = mergeLots(lots, [
    { lastDay: '2027-03-02', free: 3, held: 0 },
    { lastDay: '2027-12-31', free: -5, held: 2 },
    { lastDay: '2028-12-31', free: -2, held: 0 },
    { lastDay: '2029-12-31', free: 0, held: 4 },
  ]);
  expect(merged).toEqual([
    { lastDay: '2027-03-02', free: 3, held: 0 },
    { lastDay: '2027-12-31', free: 0, held: 3 },
    { lastDay: '2029-12-31', free: 0, held: 4 },
  ]);
  // The account before the change stays as it was.
  expect(lots[0]).toEqual({ lastDay: '2027-12-31', free: 5, held: 1 });
});

test('an account is due on the last day of its oldest lot, at the latest on 31 December', () => {
  const lot = (lastDay: string, free: number) => ({ lastDay, free, held: 1 });
  expect(dueDayOf([], 2026)).toBe('2026-12-31');
  expect(dueDayOf([lot('2026-03-02', 4), lot('2027-12-31', 4)], 2026)).toBe('2026-03-02');
  // What is held cannot lapse: only its release makes it due.
  expect(dueDayOf([lot('2026-03-02', 0), lot('2026-05-01', 4)], 2026)).toBe('2026-05-01');
  expect(dueDayOf([lot('2027-12-31', 4)], 2026)).toBe('2026-12-31');
});
