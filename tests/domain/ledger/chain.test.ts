import * as fc from 'fast-check';
import {
  type Account,
  award,
  type Entry,
  entryHash,
  hold,
  openAccount,
  redeem,
  verifyChain,
} from '../../../src/domain/ledger/ledger';
import {
  chainKeepsSeal,
  firstUnsealedSequence,
  sealAccounts,
  sealIsWhole,
} from '../../../src/domain/seals/seal';

const startMs = Date.parse('2026-03-01T09:00:00+08:00');
const cause = {
  kind: 'record' as const,
  id: 'r',
  title: '植树',
  ruleVersion: 1,
  fieldId: 'ecology',
  why: ['11月2日,植树:每次 5 分。', '没有异议。'],
};

/** Opened, six awards, one hold and one redemption: every kind of field is filled. */
function chain(householdId = 'v01-1'): { account: Account; entries: Entry[] } {
  let { account, entries } = openAccount(householdId, 'v01', startMs);
  for (let index = 1; index <= 6; index += 1) {
    const change = award(account, { honour: index, spendable: index }, cause, startMs + index);
    account = change.account;
    entries = [...entries, ...change.entries];
  }
  const held = hold(account, 9, { ...cause, kind: 'order' }, startMs + 10);
  const gone = redeem(held.account, held.shares, { ...cause, kind: 'order' }, startMs + 11);
  return { account: gone.account, entries: [...entries, ...held.entries, ...gone.entries] };
}

function replaced(entries: readonly Entry[], at: number, entry: Entry): Entry[] {
  return entries.map((each, index) => (index === at ? entry : each));
}

function spliced(entries: readonly Entry[], at: number, gone: number, ...put: Entry[]): Entry[] {
  return [...entries.slice(0, at), ...put, ...entries.slice(at + gone)];
}

type Path = (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]));
}

function edited<T>(value: T, path: Path): T {
  const copy = structuredClone(value);
  let at = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  const old = at[last];
  at[last] = typeof old === 'number' ? old + 1 : `${String(old)}x`;
  return copy;
}

test('every edit of any single field of any entry is found, and the entry named', () => {
  const { account, entries } = chain();
  let edits = 0;
  for (const [index, entry] of entries.entries()) {
    for (const path of pathsOf(entry)) {
      const changed = replaced(entries, index, edited(entry, path));
      expect([path, verifyChain(account, changed)]).toEqual([
        path,
        { sound: false, firstBadSequence: index + 1 },
      ]);
      edits += 1;
    }
  }
  expect(edits).toBeGreaterThan(200);
});

test('every edit of any single field of the account is found', () => {
  const { account, entries } = chain();
  for (const path of pathsOf(account)) {
    expect([path, verifyChain(edited(account, path), entries).sound]).toEqual([path, false]);
  }
});

test('deletion, insertion, reorder and truncation are found at their first place', () => {
  const { account, entries } = chain();
  const place = fc.nat(entries.length - 1);
  const named = (changed: Entry[]) => verifyChain(account, changed).firstBadSequence;
  fc.assert(
    fc.property(place, place, (at, other) => {
      expect(named(spliced(entries, at, 1))).toBe(at + 1);
      const doubled = entries[other] as Entry;
      expect(named(spliced(entries, at, 0, doubled))).toBe(at === other ? at + 2 : at + 1);
      fc.pre(at !== other);
      const swapped = replaced(replaced(entries, at, doubled), other, entries[at] as Entry);
      expect(named(swapped)).toBe(Math.min(at, other) + 1);
      expect(named(entries.slice(0, at))).toBe(at + 1);
    }),
  );
});

test('an entry rehashed by a forger breaks the link of the next', () => {
  const { account, entries } = chain();
  const { hash: _hash, ...third } = entries[2] as Entry;
  const forged = { ...third, cause: { ...third.cause, title: '别的' } };
  const rehashed = { ...forged, hash: entryHash(forged) };
  expect(verifyChain(account, replaced(entries, 2, rehashed)).firstBadSequence).toBe(4);
});

test('a whole chain made anew is sound by itself and found by the seal', () => {
  const { account, entries } = chain();
  const seal = sealAccounts('v01', '2026-03-01', [account], startMs);
  expect(sealIsWhole(seal)).toBe(true);
  expect(chainKeepsSeal('v01-1', entries, seal)).toBe(true);
  const early = {
    leaves: [{ householdId: 'v01-1', sequence: 2, headHash: entries[1]?.hash ?? '' }],
  };
  let { account: other, entries: made } = openAccount('v01-1', 'v01', startMs);
  for (const points of [1, 20, 3, 4, 5, 6, 7, 8]) {
    const change = award(
      other,
      { honour: points, spendable: points },
      cause,
      startMs + made.length,
    );
    other = change.account;
    made = [...made, ...change.entries];
  }
  expect(verifyChain(other, made).sound).toBe(true);
  expect(chainKeepsSeal('v01-1', made, seal)).toBe(false);
  // The first two entries are the same as before: the older seal vouches for them.
  expect(made[1]?.hash).toBe(entries[1]?.hash);
  expect(firstUnsealedSequence('v01-1', made, [seal, early])).toBe(3);
  expect(firstUnsealedSequence('v01-1', made, [seal])).toBe(1);
});

test('a seal shows every edit of itself', () => {
  const accounts = ['v01-1', 'v01-2', 'v01-3'].map((id) => chain(id).account);
  const seal = sealAccounts('v01', '2026-03-01', [...accounts].reverse(), startMs);
  expect(seal.leaves.map(({ householdId }) => householdId)).toEqual(['v01-1', 'v01-2', 'v01-3']);
  for (const path of pathsOf(seal.leaves)) {
    expect(sealIsWhole({ ...seal, leaves: edited(seal.leaves, path) })).toBe(false);
  }
  expect(sealIsWhole({ ...seal, leaves: seal.leaves.slice(1) })).toBe(false);
  expect(sealIsWhole({ ...seal, root: `${seal.root.slice(1)}0` })).toBe(false);
});
