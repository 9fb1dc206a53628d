import { points } from '../../../src/contracts';
import { merkleRoot } from '../../../src/domain/kernel/hash';
import { settleDay } from '../../../src/domain/ledger/ledger';
import type { Rollup } from '../../../src/domain/ledger/types';
import { leafText } from '../../../src/domain/seals/seal';
import type { Seal } from '../../../src/domain/seals/types';
import { householdId } from '../../support/household-ids';
import { openPointsTown, type PointsTown } from '../points/points-town';

let town: PointsTown;
beforeEach(async () => {
  town = await openPointsTown();
});

const timer = async (name: string) => {
  const answer = await town.timer('jobs', name);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};
const moveTo = (instant: string) => town.clock.advanceMs(Date.parse(instant) - town.clock.nowMs());

async function postOne(): Promise<void> {
  await town.onNotice(13, { itemId: 'public-order-patrol' });
  town.clock.advanceDays(6);
  await town.closeNotices();
}

test('spendable points count to the next year’s end, honour starts anew each year', async () => {
  await postOne();
  moveTo('2026-12-31T23:59:59+08:00');
  expect(await timer('lapse-points')).toEqual({ done: 0, left: 0 });
  moveTo('2027-01-01T00:10:00+08:00');
  expect(await timer('lapse-points')).toEqual({ done: 32, left: 0 });
  expect(await timer('lapse-points')).toEqual({ done: 0, left: 0 });
  expect(town.account(13)).toMatchObject({ honour: 100, spendable: 5, honourYear: 2027 });
  expect(town.entries(13).at(-1)).toMatchObject({ kind: 'year-reset', honour: -5 });
  moveTo('2027-12-31T23:59:00+08:00');
  expect((await town.head(13).must(points.readAccount, {})).spendable).toBe(5);
  moveTo('2028-01-01T00:00:00+08:00');
  // The purse says so before the timer has come.
  const early = await town.head(13).must(points.readAccount, {});
  expect([early.spendable, early.lapse]).toEqual([0, null]);
  await timer('lapse-points');
  expect(town.account(13)).toMatchObject({ honour: 100, spendable: 0, lots: [] });
  const kinds = town.entries(13).map(({ kind }) => kind);
  expect(kinds).toEqual(['open', 'award', 'year-reset', 'lapse', 'year-reset']);
  town.checkBooks();
});

test('an award after New Year is not taken back when the timer comes', async () => {
  await town.onNotice(13, { itemId: 'public-order-patrol' });
  moveTo('2027-01-01T00:00:00+08:00');
  await town.closeNotices();
  expect(town.account(13)).toMatchObject({ honour: 105, honourYear: 2027 });
  await timer('lapse-points');
  expect(town.account(13)).toMatchObject({ honour: 105, spendable: 5 });
  expect(settleDay(town.account(13), town.clock.nowMs()).entries).toEqual([]);
});

test('a day is sealed once for each village: the root is that of the account heads', async () => {
  await postOne();
  expect(await timer('seal-day')).toEqual({ done: 2, left: 0 });
  expect(await timer('seal-day')).toEqual({ done: 0, left: 0 });
  const seal = town.engine.get('seals', 'v01.2026-11-09') as unknown as Seal;
  expect(seal.root).toBe(merkleRoot(seal.leaves.map(leafText)));
  const { sequence, headHash } = town.account(13);
  expect(seal.leaves).toContainEqual({
    householdId: householdId(town, 'v01-13'),
    sequence,
    headHash,
  });
  expect(seal.leaves).toHaveLength(16);
  const rollup = town.engine.get('rollups', 'v01.2026-Q4') as unknown as Rollup;
  expect(rollup).toMatchObject({
    pointsIssued: 5,
    householdsWithPoints: 1,
    standings: [{ householdId: householdId(town, 'v01-13'), points: 5, rank: 1 }],
    seal: { day: '2026-11-09', root: seal.root, accounts: 16 },
  });
});

test('two runs on either side of midnight leave one chain of seals', async () => {
  await timer('seal-day');
  moveTo('2026-11-20T23:59:59+08:00');
  const late = timer('seal-day');
  town.clock.advanceMs(2000);
  await Promise.all([late, timer('seal-day')]);
  await timer('seal-day');
  const order = [{ field: 'number', direction: 'asc' as const }];
  const seals = town.engine.find('seals', {
    query: { villageId: 'v01' },
    order,
  }) as never as Seal[];
  expect(seals.map(({ number }) => number)).toEqual(seals.map((_, index) => index + 1));
  expect(seals.slice(1).map((seal) => seal.previousHash)).toEqual(
    seals.slice(0, -1).map(({ hash }) => hash),
  );
});

test('what is posted on a quarter’s last day counts for that quarter', async () => {
  await town.onNotice(13, { itemId: 'public-order-patrol' });
  moveTo('2026-12-31T00:20:00+08:00');
  await timer('seal-day');
  moveTo('2026-12-31T18:00:00+08:00');
  await town.closeNotices();
  moveTo('2027-01-01T00:20:00+08:00');
  await timer('seal-day');
  expect(town.engine.get('rollups', 'v01.2026-Q4')).toMatchObject({ pointsIssued: 5 });
  expect(town.engine.get('rollups', 'v01.2027-Q1')).toMatchObject({ pointsIssued: 0 });
});

const rollupOf = (quarter: string) =>
  town.engine.get('rollups', `v01.${quarter}`) as unknown as Rollup;
const sealAt = async (day: string) => {
  moveTo(`${day}T00:20:00+08:00`);
  await timer('seal-day');
};

/** Households whose entries were asked for while a day was sealed, in order, each once. */
async function householdsReadAt(day: string): Promise<unknown[]> {
  const spy = jest.spyOn(town.store, 'query');
  await sealAt(day);
  const asked = spy.mock.calls.flatMap(([collection, { where }]) =>
    collection === 'entries' ? [where.householdId] : [],
  );
  spy.mockRestore();
  return [...new Set(asked)].sort();
}

test('a day’s seal reads what was posted since the one before, and no more', async () => {
  await postOne();
  expect(await householdsReadAt('2026-11-09')).toHaveLength(32);
  expect(await householdsReadAt('2026-11-10')).toEqual([]);
  await town.onNotice(15, { itemId: 'public-order-patrol' });
  town.clock.advanceDays(6);
  await town.closeNotices();
  expect(await householdsReadAt('2026-11-17')).toEqual([householdId(town, 'v01-15')]);
  expect(rollupOf('2026-Q4')).toMatchObject({ pointsIssued: 10, householdsWithPoints: 2 });
});

const settle = async (number: number) => {
  const input = { villageId: 'v01', number, outcome: 'kept' as const };
  for (const one of [town.head(4), town.administrator]) {
    await one.must(points.settleSealAlarm, input);
  }
};

test('over totals that name another seal nothing is sealed, then all is counted anew', async () => {
  await postOne();
  await sealAt('2026-11-09');
  const wrong = { ...rollupOf('2026-Q4'), redeemed: 7, standings: [] };
  const seal = { ...wrong.seal, hash: 'another' };
  await town.engine.set('rollups', 'v01.2026-Q4', { ...wrong, seal });
  await sealAt('2026-11-10');
  expect(rollupOf('2026-Q4')).toMatchObject({ redeemed: 7 });
  await settle(1);
  await sealAt('2026-11-11');
  expect(rollupOf('2026-Q4')).toMatchObject({ pointsIssued: 5, redeemed: 0 });
  await town.engine.remove('rollups', { _id: 'v01.2026-Q4' });
  await sealAt('2026-11-12');
  expect(rollupOf('2026-Q4')).toBeNull();
  await settle(2);
  await sealAt('2026-11-13');
  expect(rollupOf('2026-Q4')).toMatchObject({ pointsIssued: 5, redeemed: 0 });
  const days = town.engine.find('seals', { query: { villageId: 'v01' } }).map(({ day }) => day);
  expect(days).toEqual(['2026-11-09', '2026-11-11', '2026-11-13']);
});

test('a quarter closes eight days into the next one from its entries alone', async () => {
  await postOne();
  for (const day of ['2026-12-30', '2027-01-03', '2027-01-07']) await sealAt(day);
  const carried = rollupOf('2026-Q4');
  expect(carried).toMatchObject({ pointsIssued: 5, seal: { day: '2027-01-07' } });
  await town.engine.set('rollups', 'v01.2026-Q4', { ...carried, redeemed: 7 });
  await sealAt('2027-01-08');
  expect(rollupOf('2026-Q4')).toMatchObject({ pointsIssued: 5, redeemed: 0 });
  await sealAt('2027-01-09');
  expect(rollupOf('2026-Q4').seal.day).toBe('2027-01-08');
  expect(rollupOf('2027-Q1')).toMatchObject({ pointsIssued: 0, seal: { day: '2027-01-09' } });
});

test('a long history is read back page by page, no further than its quarter', async () => {
  const { award } = await import('../../../src/domain/ledger/ledger');
  let account = town.account(13);
  const cause = { kind: 'record' as const, id: 'r', title: '植树', ruleVersion: 1 };
  for (const [month, count] of [
    ['08', 60],
    ['11', 45],
  ] as const) {
    for (let each = 0; each < count; each += 1) {
      const atMs = Date.parse(`2026-${month}-01T00:00:00+08:00`) + each;
      const change = award(account, { honour: 1, spendable: 1 }, cause, atMs);
      account = change.account;
      const [entry] = change.entries;
      await town.engine.set('entries', `${householdId(town, 'v01-13')}.${entry?.sequence}`, {
        ...entry,
      });
    }
  }
  await town.engine.set('accounts', householdId(town, 'v01-13'), { ...account });
  const spy = jest.spyOn(town.store, 'query');
  await sealAt('2026-11-20');
  const pages = spy.mock.calls.filter(
    ([, { where }]) => where.householdId === householdId(town, 'v01-13'),
  );
  spy.mockRestore();
  expect(pages).toHaveLength(3);
  expect(rollupOf('2026-Q4')).toMatchObject({ pointsIssued: 45, redeemed: 0 });
});

test('verification finds a change, and by the seal also one made to look right', async () => {
  await postOne();
  await timer('seal-day');
  const verify = (number = 13) =>
    town
      .head(number)
      .must(points.verifyAccount, { householdId: householdId(town, `v01-${number}`) });
  expect(await verify()).toEqual({
    sound: true,
    entries: 2,
    sealedDay: '2026-11-09',
    olderSeals: null,
    firstBadSequence: null,
    badSealDay: null,
    message: '2 笔都对得上,和 11月9日 的留底也一致。',
  });
  const entry = town.engine.get('entries', `${householdId(town, 'v01-13')}.2`);
  await town.engine.set('entries', `${householdId(town, 'v01-13')}.2`, { ...entry, honour: 500 });
  expect(await verify()).toMatchObject({ sound: false, firstBadSequence: 2 });

  // A forger who knows the code rebuilds the whole chain of household 14 and swaps it in.
  const forged = town.account(15);
  const forgedEntries = town.entries(15);
  const { openAccount, award } = await import('../../../src/domain/ledger/ledger');
  const opened = openAccount(householdId(town, 'v01-15'), 'v01', 1_700_000_000_000);
  const cause = { kind: 'record' as const, id: 'x', title: '假的', ruleVersion: 1 };
  const change = award(opened.account, { honour: 50, spendable: 50 }, cause, 1_700_000_001_000);
  await town.engine.set('accounts', householdId(town, 'v01-15'), { ...change.account });
  for (const each of [...opened.entries, ...change.entries]) {
    await town.engine.set('entries', `${householdId(town, 'v01-15')}.${each.sequence}`, {
      ...each,
    });
  }
  expect(forgedEntries).toHaveLength(forged.sequence);
  expect(await verify(15)).toMatchObject({
    sound: false,
    firstBadSequence: 1,
    sealedDay: '2026-11-09',
  });
  expect(await verify(14)).toMatchObject({ sound: true });
});

test('what is posted and sealed while somebody verifies is not taken for a forgery', async () => {
  await postOne();
  await town.onNotice(13);
  town.clock.advanceDays(6);
  const { query } = town.store;
  let meanwhile = true;
  const spy = jest.spyOn(town.store, 'query').mockImplementation(async (collection, asked) => {
    if (collection === 'entries' && meanwhile) {
      meanwhile = false;
      await town.closeNotices();
      await timer('seal-day');
    }
    return query(collection, asked);
  });
  const verify = () =>
    town.head(13).must(points.verifyAccount, { householdId: householdId(town, 'v01-13') });
  expect(await verify()).toMatchObject({ sound: true, entries: 3, firstBadSequence: null });
  spy.mockRestore();
  expect(await verify()).toMatchObject({ sound: true, entries: 3, sealedDay: '2026-11-16' });
});

test('verification is for the household, its village and the town', async () => {
  const heads = [13, 15, 2, 4].map((number) => town.head(number).openid);
  const codes = (input: { householdId: string; sealsUpTo?: string }) =>
    Promise.all(
      [...heads, town.administrator.openid].map(async (openid) => {
        const answer = await town.as(openid).call(points.verifyAccount, input);
        return answer.ok ? 'ok' : answer.error.code;
      }),
    );
  const expected = ['ok', 'not-yours', 'ok', 'ok', 'ok'];
  expect(await codes({ householdId: householdId(town, 'v01-13') })).toEqual(expected);
  // Whoever may ask at all goes back to the first seal.
  expect(
    await codes({ householdId: householdId(town, 'v01-13'), sealsUpTo: '2026-11-01' }),
  ).toEqual(expected);
});
