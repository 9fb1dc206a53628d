import { verifyChain } from '../../../src/domain/ledger/chain';
import { hasOnly, holds, isNamed } from '../../../src/domain/ledger/entry-shape';
import {
  type Account,
  award,
  type Cause,
  type Entry,
  entryHash,
  openAccount,
} from '../../../src/domain/ledger/ledger';

const startMs = Date.parse('2026-03-01T09:00:00+08:00');
const cause: Cause = {
  ...{ kind: 'record', id: 'r', title: '植树', ruleVersion: 1 },
  ...{ fieldId: 'ecology', why: ['一句。'] },
};
const opened = openAccount('v01-1', 'v01', startMs);
const given = award(opened.account, { honour: 5, spendable: 5 }, cause, startMs);
const { account } = given;
const entries = [...opened.entries, ...given.entries];
const first = opened.entries[0] as Entry;
const second = given.entries[0] as Entry;
const sound = { sound: true, firstBadSequence: null };
const badAt = (firstBadSequence: number) => ({ sound: false, firstBadSequence });

test('only known fields, and the database’s name only where it fits', () => {
  expect(hasOnly({ a: 1 }, ['a', 'b'])).toBe(true);
  expect(hasOnly({}, [])).toBe(true);
  expect(hasOnly({ a: 1, c: 1 }, ['a', 'b'])).toBe(false);
  expect(isNamed({}, 'x')).toBe(true);
  expect(isNamed({ _id: 'x' }, 'x')).toBe(true);
  expect(isNamed({ _id: 'y' }, 'x')).toBe(false);
});

test('a check holds, does not hold, or was torn: only the first is a yes', () => {
  expect(holds(() => true)).toBe(true);
  expect(holds(() => false)).toBe(false);
  const torn = () => {
    throw new TypeError('lots is null');
  };
  expect(holds(torn)).toBe(false);
});

test('as the database gives it, named after what is in it, a chain is sound', () => {
  const named = entries.map((entry) => ({ ...entry, _id: `v01-1.${entry.sequence}` }));
  expect(verifyChain({ ...account, _id: 'v01-1' } as Account, named)).toEqual(sound);
});

test.each<[string, object]>([
  ['the id of another entry', { _id: 'v01-1.1' }],
  ['a field beside', { note: 'x' }],
  ['a field beside in a lot', { lots: second.lots.map((lot) => ({ ...lot, note: 'x' })) }],
  ['a field beside in its totals', { after: { ...second.after, note: 'x' } }],
  ['a field beside in its cause', { cause: { ...cause, note: 'x' } }],
  ['no lots at all', { lots: null }],
  ['no cause at all', { cause: undefined }],
])('an entry with %s is named as bad', (_what, change) => {
  const torn = { ...second, ...change } as Entry;
  expect(verifyChain(account, [first, torn])).toEqual(badAt(2));
});

test('empty and absent have one hash: only what is absent is ever written', () => {
  const bare = award(opened.account, { honour: 5, spendable: 5 }, causeOf({}), startMs);
  const plain = bare.entries[0] as Entry;
  expect(verifyChain(bare.account, [first, plain])).toEqual(sound);
  for (const empty of [{ fieldId: '' }, { why: [] }]) {
    const same = { ...plain, cause: causeOf(empty) };
    expect(entryHash(same)).toBe(plain.hash);
    expect(verifyChain(bare.account, [first, same])).toEqual(badAt(2));
  }
});

function causeOf(change: Partial<Cause>): Cause {
  return { kind: 'record', id: 'r', title: '植树', ruleVersion: 1, ...change };
}

test.each<[string, object]>([
  ['the id of another', { _id: 'v01-2' }],
  ['a field beside', { note: 'x' }],
  ['a field beside in a lot', { lots: account.lots.map((lot) => ({ ...lot, note: 'x' })) }],
  ['no lots at all', { lots: null }],
])('an account with %s is bad behind its last entry', (_what, change) => {
  expect(verifyChain({ ...account, ...change } as Account, entries)).toEqual(badAt(3));
});

test('entries without an account: sound or not, the account is what is missing', () => {
  const of = { householdId: 'v01-1', villageId: 'v01' };
  expect(verifyChain(null, entries, of)).toEqual(badAt(1));
  expect(verifyChain(null, [], of)).toEqual(badAt(1));
  expect(verifyChain(null, [first, { ...second, honour: 6 }], of)).toEqual(badAt(2));
  // Without anybody to belong to, the first entry is strange already.
  expect(verifyChain(null, entries)).toEqual(badAt(1));
  expect(verifyChain(null, entries, { ...of, villageId: 'v02' })).toEqual(badAt(1));
});

test('an account that knows fewer, more or no entries is bad where both end', () => {
  const withSequence = (sequence: unknown) => ({ ...account, sequence }) as Account;
  for (const [sequence, bad] of [
    ...[[1, 2] as const, [2, 3] as const, [9, 3] as const],
    ...[[-3, 1] as const, [0, 1] as const, [1.5, 1] as const],
    ...[['2', 1] as const, [undefined, 1] as const, [Number.NaN, 1] as const],
  ]) {
    const changed = { ...withSequence(sequence), honour: 1 };
    expect([sequence, verifyChain(changed, entries)]).toEqual([sequence, badAt(bad)]);
  }
});
