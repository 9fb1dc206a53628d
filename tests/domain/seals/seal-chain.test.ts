import { createHash } from 'node:crypto';
import { openAccount } from '../../../src/domain/ledger/ledger';
import {
  firstBadSealDay,
  sealAccounts,
  sealIsWhole,
  type UnsignedSeal,
} from '../../../src/domain/seals/seal';
import type { Seal } from '../../../src/domain/seals/types';

const nowMs = Date.parse('2026-11-23T23:50:00+08:00');
const { account } = openAccount('v01-1', 'v01', nowMs);

const signed = (seal: UnsignedSeal): Seal => ({ ...seal, signature: `of ${seal.day}` });

function chainOf(days: number): Seal[] {
  const seals: Seal[] = [];
  for (let day = 1; day <= days; day += 1) {
    const name = `2026-11-0${day}`;
    const seal = sealAccounts('v01', name, [account], nowMs + day, seals.at(-1) ?? null);
    seals.push(signed(seal));
  }
  return seals;
}
const isSigned = ({ day, signature }: Seal) => signature === `of ${day}`;
const whole = { fromFirst: true, witness: null, latestDay: '2026-11-30', isSigned };
const seals = chainOf(4);
const [first, second, third, fourth] = seals as [Seal, Seal, Seal, Seal];
const witnessOf = ({ day, hash }: Seal) => ({ day, hash });

test('each seal is chained to the one before by a hash over all it says', () => {
  expect(seals.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  expect(first.previousHash).toBe('0'.repeat(64));
  expect(second.previousHash).toBe(first.hash);
  const text = JSON.stringify(['v01', '2026-11-02', 2, second.root, nowMs + 2, first.hash]);
  expect(second.hash).toBe(createHash('sha256').update(text).digest('hex'));
  expect(firstBadSealDay(seals, { ...whole, witness: witnessOf(fourth) })).toBeNull();
  expect(firstBadSealDay([], whole)).toBeNull();
});

test('a seal that is missing, doubled or out of place is noticed by the one behind it', () => {
  expect(firstBadSealDay([first, third, fourth], whole)).toBe(third.day);
  expect(firstBadSealDay([second, third], whole)).toBe(second.day);
  expect(firstBadSealDay([first, second, second, third], whole)).toBe(second.day);
  expect(firstBadSealDay([first, third, second], whole)).toBe(third.day);
  expect(firstBadSealDay([second, third], { ...whole, fromFirst: false })).toBeNull();
});

test('the newest totals name the seal that must still be there', () => {
  const witness = witnessOf(fourth);
  expect(firstBadSealDay([first, second, third], { ...whole, witness })).toBe(fourth.day);
  expect(firstBadSealDay([], { ...whole, witness })).toBe(fourth.day);
  const other = { day: fourth.day, hash: 'other' };
  expect(firstBadSealDay(seals, { ...whole, witness: other })).toBe(fourth.day);
  expect(
    firstBadSealDay([first, second, third], { ...whole, witness: witnessOf(third) }),
  ).toBeNull();
});

test('totals that tell another day than that of the seal they name are noticed', () => {
  const witness = { day: '2026-11-09', hash: fourth.hash };
  expect(firstBadSealDay(seals, { ...whole, witness })).toBe('2026-11-09');
});

test('a seal put behind the newest is noticed, however well it is made', () => {
  const witness = witnessOf(second);
  expect(firstBadSealDay(seals, { ...whole, witness })).toBe(third.day);
  expect(
    firstBadSealDay([third, fourth], { ...whole, fromFirst: false, witness: witnessOf(third) }),
  ).toBe(fourth.day);
});

test('a chain made anew from a changed seal on does not reach the witness', () => {
  const forged = signed(sealAccounts('v01', second.day, [], second.sealedAtMs, first));
  const next = signed(sealAccounts('v01', third.day, [account], third.sealedAtMs, forged));
  expect(firstBadSealDay([first, forged, next], whole)).toBeNull();
  const witness = witnessOf(third);
  expect(firstBadSealDay([first, forged, next], { ...whole, witness })).toBe(third.day);
});

const leaf = { householdId: 'v01-1', sequence: 1, headHash: account.headHash };
test.each<[string, Partial<Record<keyof Seal | 'other' | '_id', unknown>>]>([
  ['another day', { day: '2026-11-09' }],
  ['another village', { villageId: 'v02' }],
  ['another number', { number: 7 }],
  ['another time', { sealedAtMs: 1 }],
  ['another predecessor', { previousHash: 'x' }],
  ['another hash', { hash: 'x' }],
  ['another root', { root: 'x' }],
  ['no leaves', { leaves: [] }],
  ['torn leaves', { leaves: null }],
  ['a leaf whose number is a text', { leaves: [{ ...leaf, sequence: '1' }] }],
  ['a leaf whose household is a list', { leaves: [{ ...leaf, householdId: ['v01-1'] }] }],
  ['a leaf with something beside', { leaves: [{ ...leaf, other: 1 }] }],
  ['something beside', { other: 1 }],
  ['the id of another seal', { _id: 'v01.2026-11-09' }],
])('a seal with %s is not whole', (_what, change) => {
  expect(sealIsWhole({ ...second, ...change } as Seal)).toBe(false);
  expect(sealIsWhole({ ...second, _id: 'v01.2026-11-02' } as Seal)).toBe(true);
});

test('a seal that the secret did not sign is noticed, however well its hashes fit', () => {
  const forged = {
    ...sealAccounts('v01', third.day, [], third.sealedAtMs, second),
    signature: 'x',
  };
  const next = signed(sealAccounts('v01', fourth.day, [account], fourth.sealedAtMs, forged));
  expect(firstBadSealDay([first, second, forged, next], whole)).toBe(third.day);
  expect(firstBadSealDay([first, second, signed(forged), next], whole)).toBeNull();
});

test('a seal made over an alarm says so in its hash, and nothing else in its place', () => {
  const over = signed(sealAccounts('v01', second.day, [account], nowMs, first, 'v01.1'));
  expect(firstBadSealDay([first, over], whole)).toBeNull();
  for (const settledAlarm of [undefined, null, '', ['v01.1'], 'v01.2']) {
    const other = { ...over, settledAlarm } as Seal;
    expect(firstBadSealDay([first, other], whole)).toBe(second.day);
  }
  expect(sealIsWhole({ ...second, settledAlarm: 'v01.1' })).toBe(false);
});

test('a seal of a day that has not come is noticed', () => {
  expect(firstBadSealDay(seals, { ...whole, latestDay: fourth.day })).toBeNull();
  expect(firstBadSealDay(seals, { ...whole, latestDay: third.day })).toBe(fourth.day);
});
