import { award, openAccount, verifyChain } from '../../../src/domain/ledger/ledger';
import type { Account, Entry } from '../../../src/domain/ledger/types';

const nowMs = Date.parse('2026-11-23T12:00:00+08:00');
const cause = { kind: 'record' as const, id: 'r', title: '植树', ruleVersion: 1 };
const opened = openAccount('v01-1', 'v01', nowMs);
const given = award(opened.account, { honour: 5, spendable: 5 }, cause, nowMs);
const { account } = given;
const entries = [...opened.entries, ...given.entries];
const [first, second] = entries as [Entry, Entry];

const check = (changed: object, known: object | null = account) =>
  verifyChain(known as Account | null, [first, { ...second, ...changed } as Entry]);
const badSecond = { sound: false, firstBadSequence: 2 };
const badAccount = { sound: false, firstBadSequence: 3 };

test('the chain is sound, also with the database’s own names on it', () => {
  expect(check({})).toEqual({ sound: true, firstBadSequence: null });
  const named = { ...account, _id: 'v01-1' };
  expect(check({ _id: 'v01-1.2' }, named)).toEqual({ sound: true, firstBadSequence: null });
});

test('the chain is sound while spending is stopped, by whomever', () => {
  const frozen = { byPersonId: 'p', atMs: nowMs, agreed: null };
  const disputed = [{ linkId: 'l', atMs: nowMs }];
  expect(check({}, { ...account, frozen, disputed })).toEqual({
    sound: true,
    firstBadSequence: null,
  });
});

test.each<[string, object]>([
  ['another name', { _id: 'v01-1.3' }],
  ['something beside', { note: 'x' }],
  ['something beside its purses', { after: { ...second.after, bonus: 1 } }],
  ['something beside its cause', { cause: { ...second.cause, note: 'x' } }],
  ['something beside a lot', { lots: second.lots.map((lot) => ({ ...lot, note: 1 })) }],
  ['an empty field', { cause: { ...second.cause, fieldId: '' } }],
  ['no reasons at all', { cause: { ...second.cause, why: [] } }],
  ['a field of nothing', { cause: { ...second.cause, fieldId: null } }],
  ['reasons of nothing', { cause: { ...second.cause, why: null } }],
  ['no lots', { lots: undefined }],
  ['no purses', { after: null }],
  ['no cause', { cause: undefined }],
  ['another village', { villageId: 'v02' }],
  ['another household', { householdId: 'v01-2' }],
  ['another predecessor', { previousHash: first.previousHash }],
])('an entry with %s is bad', (_what, change) => {
  expect(check(change)).toEqual(badSecond);
});

test.each<[string, object]>([
  ['another name', { _id: 'v01-2' }],
  ['something beside', { bonus: 1 }],
  ['something beside a lot', { lots: account.lots.map((lot) => ({ ...lot, note: 1 })) }],
  ['no lots', { lots: null }],
  ['more points', { spendable: 6 }],
])('an account with %s is bad behind its last entry', (_what, change) => {
  expect(check({}, { ...account, ...change })).toEqual(badAccount);
});

test('an account that says whose it is wrongly is told by what was asked for', () => {
  const of = { householdId: 'v01-1', villageId: 'v01' };
  const moved = { ...account, householdId: 'v01-2' };
  expect(verifyChain(moved, entries, of)).toEqual(badAccount);
  expect(verifyChain(null, entries, of)).toEqual({ sound: false, firstBadSequence: 1 });
  const unsure = { ...account, sequence: '2' } as unknown as Account;
  expect(verifyChain(unsure, entries, of)).toEqual({ sound: false, firstBadSequence: 1 });
  const behind = { ...account, sequence: 1 };
  expect(verifyChain(behind, entries, of)).toEqual(badSecond);
  expect(verifyChain(account, [first], of)).toEqual(badSecond);
});
