import { createHash } from 'node:crypto';
import { award, type Entry, openAccount } from '../../../src/domain/ledger/ledger';
import {
  chainKeepsSeal,
  firstBadSealDay,
  firstUnsealedSequence,
  leafText,
  sealAccounts,
  sealHash,
  sealId,
  sealIsWhole,
} from '../../../src/domain/seals/seal';
import type { Seal } from '../../../src/domain/seals/types';

const nowMs = Date.parse('2026-11-23T23:50:00+08:00');
const cause = { kind: 'record' as const, id: 'r', title: '植树', ruleVersion: 1 };
const opened = openAccount('v01-1', 'v01', nowMs);
const given = award(opened.account, { honour: 5, spendable: 5 }, cause, nowMs);
const entries: Entry[] = [...opened.entries, ...given.entries];
const leafAt = (sequence: number, headHash = entries[sequence - 1]?.hash ?? '') => ({
  leaves: [{ householdId: 'v01-1', sequence, headHash }],
});

test('a seal is the Merkle root over its village’s heads by household, and nothing more', () => {
  const other = openAccount('v01-2', 'v01', nowMs).account;
  const seal = sealAccounts('v01', '2026-11-23', [other, given.account], nowMs);
  expect(seal).toEqual({
    villageId: 'v01',
    day: '2026-11-23',
    number: 1,
    previousHash: '0'.repeat(64),
    hash: seal.hash,
    root: seal.root,
    leaves: [
      { householdId: 'v01-1', sequence: 2, headHash: given.account.headHash },
      { householdId: 'v01-2', sequence: 1, headHash: other.headHash },
    ],
    sealedAtMs: nowMs,
  });
  const sha = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
  const leaf = (text: string) => sha(Buffer.from([0]), Buffer.from(text));
  const root = sha(
    Buffer.from([1]),
    leaf(`v01-1\n2\n${given.account.headHash}`),
    leaf(`v01-2\n1\n${other.headHash}`),
  );
  expect(seal.root).toBe(root.toString('hex'));
  expect(sealIsWhole(seal)).toBe(true);
});

test('the text of a leaf and the place of a seal are fixed for ever', () => {
  expect(leafText({ householdId: 'v01-1', sequence: 7, headHash: 'ab' })).toBe('v01-1\n7\nab');
  expect(sealId('v01', '2026-11-23')).toBe('v01.2026-11-23');
});

test('a chain that grew keeps its seal, one cut shorter does not', () => {
  expect(chainKeepsSeal('v01-1', entries, leafAt(1))).toBe(true);
  expect(chainKeepsSeal('v01-1', entries, leafAt(2))).toBe(true);
  expect(chainKeepsSeal('v01-1', entries.slice(0, 1), leafAt(2))).toBe(false);
  expect(chainKeepsSeal('v01-1', [], leafAt(1))).toBe(false);
  expect(chainKeepsSeal('v01-1', entries, leafAt(1, 'other'))).toBe(false);
});

test('a household that no seal knew, or that had no entry yet, has nothing to keep', () => {
  expect(chainKeepsSeal('v01-9', entries, leafAt(1))).toBe(true);
  expect(chainKeepsSeal('v01-1', [], leafAt(0, '0'.repeat(64)))).toBe(true);
});

test('the first entry nobody vouches for stands behind the newest seal that is kept', () => {
  const kept = leafAt(1);
  const broken = leafAt(2, 'other');
  const first = (...seals: { leaves: ReturnType<typeof leafAt>['leaves'] }[]) =>
    firstUnsealedSequence('v01-1', entries, seals);
  expect(first(broken, kept)).toBe(2);
  expect(first(leafAt(2), kept)).toBe(3);
  expect(first(broken)).toBe(1);
  expect(first()).toBe(1);
  // A seal that does not know the household vouches for nothing of it.
  expect(first({ leaves: [] }, kept)).toBe(2);
});

test('in whatever order the accounts come, a village has one seal', () => {
  const ids = ['v01-3', 'v01-1', 'v01-4', 'v01-2'];
  const accounts = ids.map((id) => openAccount(id, 'v01', nowMs).account);
  const seal = sealAccounts('v01', '2026-11-23', accounts, nowMs);
  expect(seal.leaves.map(({ householdId }) => householdId)).toEqual([...ids].sort());
  expect(sealAccounts('v01', '2026-11-23', [...accounts].reverse(), nowMs)).toEqual(seal);
});

test('each household has its own leaf', () => {
  const other = { householdId: 'v01-0', sequence: 9, headHash: 'other' };
  const seal = { leaves: [other, ...leafAt(2).leaves] };
  expect(chainKeepsSeal('v01-1', entries, seal)).toBe(true);
  expect(chainKeepsSeal('v01-0', entries, seal)).toBe(false);
  expect(firstUnsealedSequence('v01-1', entries, [seal])).toBe(3);
});

const check = {
  fromFirst: true,
  witness: null,
  latestDay: '2026-11-30',
  isSigned: () => true,
};

/** A seal that is whole by itself, made by somebody who can compute. */
const madeWith = (change: Partial<Seal>): Seal => {
  const made = sealAccounts('v01', '2026-11-24', [given.account], nowMs);
  const seal = { ...made, signature: 'of the test', ...change };
  return { ...seal, hash: sealHash(seal) };
};

test.each<[string, Partial<Seal>]>([
  ['a number left out', { number: 3 }],
  ['another predecessor', { previousHash: 'other' }],
  ['another village', { villageId: 'v02' }],
  ['the day of the one before', { day: '2026-11-23' }],
  ['an earlier day', { day: '2026-11-22' }],
])('whole by itself and still not the next: %s', (_lie, change) => {
  const sealed = sealAccounts('v01', '2026-11-23', [given.account], nowMs);
  const first = { ...sealed, signature: 'of the test' };
  const next = { number: 2, previousHash: first.hash };
  expect(firstBadSealDay([first, madeWith(next)], check)).toBeNull();
  const lie = madeWith({ ...next, ...change });
  expect(sealIsWhole(lie)).toBe(true);
  expect(firstBadSealDay([first, lie], check)).toBe(lie.day);
});

test('the first seal of a village has number one and nothing before it', () => {
  const day = (change: Partial<Seal>) => firstBadSealDay([madeWith(change)], check);
  expect(day({})).toBeNull();
  expect(day({ number: 2 })).toBe('2026-11-24');
  expect(day({ previousHash: 'other' })).toBe('2026-11-24');
});
