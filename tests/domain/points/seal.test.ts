import { createHash } from 'node:crypto';
import { award, type Entry, openAccount } from '../../../src/domain/points/ledger';
import {
  chainKeepsSeal,
  firstUnsealedSequence,
  leafText,
  sealAccounts,
  sealId,
  sealIsWhole,
} from '../../../src/domain/points/seal';

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
