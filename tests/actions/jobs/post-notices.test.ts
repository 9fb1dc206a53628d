import { ulid } from 'ulid';
import { actions as jobActions } from '../../../cloudfunctions/jobs/actions';
import { postHousehold } from '../../../cloudfunctions/jobs/post-household';
import { endLease, takeLease } from '../../../cloudfunctions/jobs/posting-lease';
import { createHandle } from '../../../cloudfunctions/runtime/handle';
import { createSecret } from '../../../cloudfunctions/runtime/secret';
import type { Store } from '../../../cloudfunctions/runtime/store/store';
import { points, town as townContracts } from '../../../src/contracts';
import type { PostingRun } from '../../../src/domain/ledger/types';
import type { Notice } from '../../../src/domain/records/types';
import { noFiles } from '../../support/files';
import { householdId } from '../../support/household-ids';
import { openPointsTown, type PointsTown } from '../points/points-town';
import { failingStore } from './failing-store';

let town: PointsTown;
beforeEach(async () => {
  town = await openPointsTown();
});
afterEach(() => {
  town.checkBooks();
});

/** One notice with a record of each of the households. */
async function noticeOf(deeds: [household: number, itemId: string][]): Promise<string[]> {
  const recordIds: string[] = [];
  for (const [household, itemId] of deeds) {
    const recordId = await town.declare(household, { itemId });
    await town.drawFor(recordId);
    await town.review(recordId);
    recordIds.push(recordId);
  }
  await town.notice(recordIds);
  return recordIds;
}

const pay = (
  amountFen: number,
  source: 'donation' | 'spent-on-goods' = amountFen > 0 ? 'donation' : 'spent-on-goods',
) => town.administrator.must(townContracts.addFunds, { villageId: 'v01', amountFen, source });
const spendable = (household: number) => town.account(household).spendable;
const run = () => town.engine.get('posting-runs', 'v01') as unknown as PostingRun;

/** The close-notices timer on a store that dies at a step. */
async function dyingRun(step: number): Promise<number> {
  const dying = failingStore(town.store, step);
  const handle = createHandle(jobActions, {
    store: dying.store,
    files: noFiles,
    secret: createSecret('a secret of the tests, long enough'),
    nowMs: town.clock.nowMs,
    newId: () => ulid(town.clock.nowMs()),
    log: () => undefined,
  });
  await handle({ Type: 'Timer', TriggerName: 'close-notices' }, { kind: 'timer' }, 'r');
  return dying.steps();
}

test('spendable points without money behind them wait, in order, till it comes', async () => {
  await pay(-1_000_000);
  const [first, second, third] = await noticeOf([
    [13, 'public-order-patrol'],
    [15, 'settle-dispute'],
    [14, 'blood-donation'],
  ]);
  town.clock.advanceDays(6);
  expect(await town.closeNotices()).toEqual({ done: 3, left: 0 });
  expect([13, 15, 14].map((number) => town.account(number).honour)).toEqual([105, 102, 110]);
  expect([13, 15, 14].map(spendable)).toEqual([0, 0, 0]);
  expect(town.record(String(third)).spendableState).toBe('none');
  const account = await town.head(13).must(points.readAccount, {});
  expect(account).toMatchObject({ spendable: 0, spendableWaiting: 5, honour: 105 });
  expect(run()).toMatchObject({ waiting: true, leaseId: null });

  // Two yuan would do for the second, but nobody passes the first.
  await pay(200);
  expect(await town.closeNotices()).toEqual({ done: 0, left: 0 });
  expect([13, 15].map(spendable)).toEqual([0, 0]);
  await pay(300);
  expect(await town.closeNotices()).toEqual({ done: 1, left: 0 });
  expect([13, 15].map(spendable)).toEqual([5, 0]);
  expect(town.record(String(first)).spendableState).toBe('posted');
  // Five points stand now; the fund must back those and the two that wait.
  await pay(199);
  expect(await town.closeNotices()).toEqual({ done: 0, left: 0 });
  await pay(1);
  expect(await town.closeNotices()).toEqual({ done: 1, left: 0 });
  expect([13, 15].map(spendable)).toEqual([5, 2]);
  expect(run()).toMatchObject({ waiting: false });
  expect(town.record(String(second)).spendableState).toBe('posted');
  const { lines } = await town.head(15).must(points.readStatement, {});
  expect(lines.map(({ honour, spendable: added }) => [honour, added])).toEqual([
    [0, 2],
    [2, 0],
    [100, 0],
  ]);
});

test('one soap at ten thousand yuan opens the gate no further than was paid for it', async () => {
  await pay(-1_000_000, 'donation');
  const soap = { shopId: 'shop-v01', goodsId: 'soap', onHand: 1, costFen: 1_000_000 };
  const worth = { valueFen: 1_000_000, handedOutFen: 0, lostFen: 0 };
  await town.engine.set('stock', 'shop-v01.soap', { ...soap, ...worth });
  await noticeOf([
    [13, 'public-order-patrol'],
    [15, 'public-order-patrol'],
  ]);
  town.clock.advanceDays(6);
  expect(await town.closeNotices()).toEqual({ done: 2, left: 0 });
  expect([13, 15].map(spendable)).toEqual([0, 0]);
  await pay(500);
  await pay(-500);
  expect(await town.closeNotices()).toEqual({ done: 1, left: 0 });
  expect([13, 15].map(spendable)).toEqual([5, 0]);
  // What was handed over was paid for as well: that money backs nothing more.
  await pay(500);
  await pay(-500);
  const given = { ...worth, handedOutFen: 500 };
  await town.engine.set('stock', 'shop-v01.soap', { ...soap, ...given });
  expect(await town.closeNotices()).toEqual({ done: 0, left: 0 });
  expect([13, 15].map(spendable)).toEqual([5, 0]);
});

test('goods on the shelf back points at cost, a shared shop in equal parts', async () => {
  await pay(-1_000_000);
  const worth = { onHand: 2, held: 0, valueFen: 1000, handedOutFen: 0, lostFen: 0 };
  const stock = { shopId: 'shop-v01', goodsId: 'soap', ...worth };
  await town.engine.set('stock', 'shop-v01.soap', stock);
  await noticeOf([[13, 'public-order-patrol']]);
  await noticeOf([[15, 'public-order-patrol']]);
  town.clock.advanceDays(6);
  const shop = town.engine.get('shops', 'shop-v01');
  // A full shop of the other village backs nothing here.
  const other = { ...shop, _id: 'shop-v02', shopId: 'shop-v02', villageIds: ['v02'] };
  await town.engine.set('shops', 'shop-v02', other);
  await town.engine.set('stock', 'shop-v02.soap', { ...stock, shopId: 'shop-v02', valueFen: 9e7 });
  await town.engine.set('shops', 'shop-v01', { ...shop, villageIds: ['v01', 'v02'] });
  expect(await town.closeNotices()).toEqual({ done: 2, left: 0 });
  expect([13, 15].map(spendable)).toEqual([5, 0]);
  await town.engine.set('shops', 'shop-v01', { ...shop, villageIds: ['v01'] });
  expect(await town.closeNotices()).toEqual({ done: 1, left: 0 });
  expect([13, 15].map(spendable)).toEqual([5, 5]);
});

test('one household that cannot be posted keeps nobody else waiting', async () => {
  const [stuck = '', other = ''] = await noticeOf([
    [13, 'public-order-patrol'],
    [15, 'public-order-patrol'],
  ]);
  const [later = ''] = await noticeOf([[14, 'public-order-patrol']]);
  town.clock.advanceDays(6);
  // Its next entry's place is taken.
  const taken = `${householdId(town, 'v01-13')}.${town.account(13).sequence + 1}`;
  await town.engine.insert('entries', {
    _id: taken,
    householdId: householdId(town, 'v01-13'),
    villageId: 'v01',
  });
  const timer = () => town.timer('jobs', 'close-notices');
  expect((await timer()).ok).toBe(false);
  expect([stuck, other, later].map((id) => town.record(id).state)).toEqual([
    'on-notice',
    'posted',
    'posted',
  ]);
  const notices = town.engine.find('notices') as unknown as Notice[];
  const stateOf = (recordId: string) =>
    notices.find(({ noticeId }) => noticeId === town.record(recordId).noticeId)?.state;
  expect([stuck, later].map(stateOf)).toEqual(['open', 'closed']);
  expect(run()).toMatchObject({ waiting: true, leaseId: null });
  await town.engine.remove('entries', { _id: taken });
  expect(await timer()).toMatchObject({ ok: true, value: { done: 1, left: 0 } });
});

test('killed at any step and started again, everything is posted once', async () => {
  const deeds: [number, string][] = [
    [13, 'public-order-patrol'],
    [13, 'settle-dispute'],
    [15, 'volunteer-service'],
  ];
  const units = { 'volunteer-service': 1 } as Record<string, number>;
  const recordIds: string[] = [];
  for (const [household, itemId] of deeds) {
    const count = units[itemId];
    recordIds.push(await town.declare(household, { itemId, ...(count && { units: count }) }));
  }
  for (const recordId of recordIds) {
    await town.drawFor(recordId);
    await town.review(recordId);
  }
  await town.notice(recordIds);
  town.clock.advanceDays(6);
  // Each run dies one step later than the one before; a minute later its lease is over.
  let step = 1;
  for (; step < 500; step += 1) {
    const steps = await dyingRun(step);
    town.checkBooks();
    if (steps < step) break;
    town.clock.advanceMs(61_000);
  }
  expect(step).toBeGreaterThan(30);
  expect(recordIds.map((id) => town.record(id).state)).toEqual(['posted', 'posted', 'posted']);
  expect([13, 15].map((number) => town.account(number).honour)).toEqual([107, 105]);
  expect([13, 15].map(spendable)).toEqual([7, 5]);
  const [notice] = town.engine.find('notices') as unknown as Notice[];
  expect(notice?.state).toBe('closed');
  expect(run()).toMatchObject({ waiting: false, leaseId: null });
});

test('closing a notice reads those of its records alone that another run posted', async () => {
  const recordIds = await noticeOf([
    [13, 'public-order-patrol'],
    [15, 'settle-dispute'],
  ]);
  town.clock.advanceDays(6);
  const nowMs = town.clock.nowMs();
  const { transact } = town.store;
  const read: string[] = [];
  jest.spyOn(town.store, 'transact').mockImplementation((callback) =>
    transact((tx) =>
      callback({
        ...tx,
        get: (collection, id) => {
          if (collection === 'records') read.push(id);
          return tx.get(collection, id);
        },
      }),
    ),
  );
  const [first = '', second = ''] = recordIds;
  // A run posts the first and is cut off before it closes the notice.
  const lease = { villageId: 'v01', leaseId: 'cut-off' };
  await takeLease(town.store, lease, nowMs);
  const posting = { store: town.store, nowMs, templates: {} };
  const work = {
    householdId: householdId(town, 'v01-13'),
    recordIds: [first],
    backed: new Set([first]),
    lane: 0,
  };
  expect(await postHousehold(posting, lease, work)).toEqual({ posted: [first], errors: [] });
  town.clock.advanceMs(61_000);
  read.length = 0;
  expect(await town.closeNotices()).toEqual({ done: 1, left: 0 });
  expect(read).toEqual([second, first]);
  const [notice] = town.engine.find('notices') as unknown as Notice[];
  expect(notice).toMatchObject({ state: 'closed' });
  expect(notice?.lines.map(({ outcome }) => outcome)).toEqual(['posted', 'posted']);
  jest.restoreAllMocks();
});

test('a run that was cut off keeps the village for a minute, then another starts', async () => {
  await noticeOf([[13, 'public-order-patrol']]);
  town.clock.advanceDays(6);
  const lease = { villageId: 'v01', leaseId: 'other', leaseUntilMs: town.clock.nowMs() + 60_000 };
  const held = { ...lease, waiting: true, ranAtMs: town.clock.nowMs() };
  await town.engine.set('posting-runs', 'v01', held);
  expect(await town.closeNotices()).toEqual({ done: 0, left: 1 });
  town.clock.advanceMs(60_000);
  expect(await town.closeNotices()).toEqual({ done: 1, left: 0 });
});

test('a run that was overtaken posts nothing more', async () => {
  const [recordId = ''] = await noticeOf([[13, 'public-order-patrol']]);
  town.clock.advanceDays(6);
  const nowMs = town.clock.nowMs();
  const old = { villageId: 'v01', leaseId: 'old' };
  await takeLease(town.store, old, nowMs);
  await takeLease(town.store, { villageId: 'v01', leaseId: 'new' }, nowMs + 60_000);
  const posting = { store: town.store, nowMs, templates: {} };
  const work = {
    householdId: householdId(town, 'v01-13'),
    recordIds: [recordId],
    backed: new Set([recordId]),
    lane: 0,
  };
  await expect(postHousehold(posting, old, work)).rejects.toThrow('overtaken');
  await endLease(town.store, old, false);
  expect(run()).toMatchObject({ leaseId: 'new', waiting: true });
  expect(town.record(recordId).state).toBe('on-notice');
  town.clock.advanceMs(120_000);
  expect(await town.closeNotices()).toEqual({ done: 1, left: 0 });
});

test('a run that is overtaken in the middle of a household posts nothing of it', async () => {
  const [recordId = ''] = await noticeOf([[13, 'public-order-patrol']]);
  town.clock.advanceDays(6);
  const nowMs = town.clock.nowMs();
  const old = { villageId: 'v01', leaseId: 'old' };
  await takeLease(town.store, old, nowMs);
  const whose = householdId(town, 'v01-13');
  const work = { householdId: whose, recordIds: [recordId], backed: new Set([recordId]), lane: 3 };
  const posting = { store: town.store, nowMs, templates: {} };
  let overtaken = false;
  const slow: Store = {
    ...town.store,
    transact: (callback, how) =>
      town.store.transact(async (tx) => {
        const posted = await callback(tx);
        // It has looked at its lease and is about to commit.
        if (!overtaken) {
          overtaken = true;
          await takeLease(town.store, { ...old, leaseId: 'new' }, nowMs + 60_000);
        }
        return posted;
      }, how),
  };
  await expect(postHousehold({ ...posting, store: slow }, old, work)).rejects.toThrow('overtaken');
  expect(town.record(recordId).state).toBe('on-notice');
});

test('ten timers at once post each award once', async () => {
  await noticeOf([
    [13, 'public-order-patrol'],
    [15, 'settle-dispute'],
  ]);
  await noticeOf([[14, 'settle-dispute']]);
  town.clock.advanceDays(6);
  await Promise.all(Array.from({ length: 10 }, () => town.closeNotices()));
  await town.closeNotices();
  expect([13, 14, 15].map((number) => town.account(number).honour)).toEqual([105, 102, 102]);
});

test('only the timer may start it', async () => {
  const event = { action: 'close-notices', input: {} };
  for (const openid of [null, 'stranger', town.administrator.openid, town.head(2).openid]) {
    const answer = await town.send('jobs', event, openid);
    expect(answer.ok).toBe(false);
  }
});
