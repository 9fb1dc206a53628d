import { ulid } from 'ulid';
import { actions as jobActions } from '../../../cloudfunctions/jobs/actions';
import { postHousehold } from '../../../cloudfunctions/jobs/post-household';
import { endDecision, takeUpDecision } from '../../../cloudfunctions/jobs/posting-decision';
import { createHandle } from '../../../cloudfunctions/runtime/handle';
import { createSecret } from '../../../cloudfunctions/runtime/secret';
import { points, town as townContracts } from '../../../src/contracts';
import type { PostingDecision, PostingRun } from '../../../src/domain/ledger/types';
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

const posting = () => ({ store: town.store, nowMs: town.clock.nowMs(), templates: {} });

/** What a run decides that is cut off before it posts. */
async function decided(): Promise<PostingDecision> {
  const notices = town.engine.find('notices', { query: { toPost: true } }) as unknown as Notice[];
  const looked = { notices, nowMs: town.clock.nowMs() };
  const found = await takeUpDecision(town.store, 'v01', looked);
  if (!found) throw new Error('there is something to post');
  return found.decision;
}

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
  expect(run()).toMatchObject({ waiting: true, decision: null });

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
  expect(run()).toMatchObject({ waiting: true, decision: null });
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
  // Each run dies one step later than the one before.
  let step = 1;
  for (; step < 500; step += 1) {
    const steps = await dyingRun(step);
    town.checkBooks();
    if (steps < step) break;
  }
  expect(step).toBeGreaterThan(20);
  expect(recordIds.map((id) => town.record(id).state)).toEqual(['posted', 'posted', 'posted']);
  expect([13, 15].map((number) => town.account(number).honour)).toEqual([107, 105]);
  expect([13, 15].map(spendable)).toEqual([7, 5]);
  const [notice] = town.engine.find('notices') as unknown as Notice[];
  expect(notice?.state).toBe('closed');
  expect(run()).toMatchObject({ waiting: false, decision: null });
});

test('closing a notice reads those of its records alone that another run posted', async () => {
  const recordIds = await noticeOf([
    [13, 'public-order-patrol'],
    [15, 'settle-dispute'],
  ]);
  town.clock.advanceDays(6);
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
  const { records } = await decided();
  const work = { householdId: householdId(town, 'v01-13'), records: records.slice(0, 1) };
  expect((await postHousehold(posting(), work)).posted).toEqual([first]);
  read.length = 0;
  expect(await town.closeNotices()).toEqual({ done: 1, left: 0 });
  expect(read).toEqual([second, first]);
  const [notice] = town.engine.find('notices') as unknown as Notice[];
  expect(notice).toMatchObject({ state: 'closed' });
  expect(notice?.lines.map(({ outcome }) => outcome)).toEqual(['posted', 'posted']);
  jest.restoreAllMocks();
});

test('what was decided is carried out by whoever comes, and stays counted', async () => {
  await pay(-1_000_000);
  await pay(500);
  const [first = '', second = ''] = await noticeOf([
    [13, 'public-order-patrol'],
    [15, 'public-order-patrol'],
  ]);
  town.clock.advanceDays(6);
  // It was cut off behind its decision, and the money went before the next one came.
  const { records } = await decided();
  expect(records.map(({ recordId, backed }) => [recordId, backed])).toEqual([
    [first, true],
    [second, false],
  ]);
  await pay(-500);
  expect(await town.closeNotices()).toEqual({ done: 2, left: 0 });
  expect([13, 15].map(spendable)).toEqual([5, 0]);
  await pay(900);
  // Four of nine are left beside the five that stand.
  expect(await town.closeNotices()).toEqual({ done: 0, left: 0 });
  await pay(100);
  expect(await town.closeNotices()).toEqual({ done: 1, left: 0 });
});

test('who still carries out an ended decision posts what it backed, once', async () => {
  await pay(-1_000_000);
  await pay(500);
  const [first = '', second = ''] = await noticeOf([
    [13, 'public-order-patrol'],
    [15, 'public-order-patrol'],
  ]);
  town.clock.advanceDays(6);
  // Its next entry's place is taken, so the decision ends without it.
  const taken = `${householdId(town, 'v01-13')}.${town.account(13).sequence + 1}`;
  const place = { householdId: householdId(town, 'v01-13'), villageId: 'v01' };
  await town.engine.insert('entries', { _id: taken, ...place });
  const stale = await decided();
  expect((await town.timer('jobs', 'close-notices')).ok).toBe(false);
  expect(run()).toMatchObject({ decision: null, owed: [{ recordId: first, backed: true }] });
  // The five yuan stay with the first: nothing is backed for the second.
  expect(town.record(second).spendableState).toBe('waiting');
  expect((await town.timer('jobs', 'close-notices')).ok).toBe(false);
  expect(town.record(second).spendableState).toBe('waiting');
  await town.engine.remove('entries', { _id: taken });
  const [decidedFirst] = stale.records;
  const work = { householdId: place.householdId, records: decidedFirst ? [decidedFirst] : [] };
  expect((await postHousehold(posting(), work)).posted).toEqual([first]);
  expect((await postHousehold(posting(), work)).posted).toEqual([]);
  await town.closeNotices();
  expect([13, 15].map(spendable)).toEqual([5, 0]);
});

test('what was objected to since is not posted by the decision from before', async () => {
  const [recordId = ''] = await noticeOf([[13, 'public-order-patrol']]);
  const objector = town.head(15);
  await objector.must(points.objectToRecord, { recordId, reason: '那天没有看到他们家的人' });
  const dismissed = { recordId, uphold: false, reason: '问过在场的三户,查清了' };
  await town.head(4).must(points.answerObjection, dismissed);
  town.clock.advanceDays(6);
  const { records, ...others } = await decided();
  const [as] = records;
  if (!as) throw new Error('it is due');
  const before = { ...as, steps: as.steps - 1 };
  const work = { householdId: householdId(town, 'v01-13'), records: [before] };
  expect(await postHousehold(posting(), work)).toMatchObject({ posted: [], failed: [] });
  expect(others.noticeIds).toHaveLength(1);
  expect(await town.closeNotices()).toEqual({ done: 1, left: 0 });
});

test('a decision is ended by nobody who carries out another one', async () => {
  await noticeOf([[13, 'public-order-patrol']]);
  town.clock.advanceDays(6);
  const decision = await decided();
  const how = { failed: new Set<string>(), isClean: true };
  await endDecision(town.store, { villageId: 'v01', number: run().decisions - 1, decision }, how);
  expect(run().decision).toEqual(decision);
  await endDecision(town.store, { villageId: 'v01', number: run().decisions, decision }, how);
  expect(run()).toMatchObject({ decision: null, waiting: false });
});

test('a decision made from what another one changed meanwhile is not written', async () => {
  await noticeOf([[13, 'public-order-patrol']]);
  town.clock.advanceDays(6);
  const { transact } = town.store;
  const slow = jest.spyOn(town.store, 'transact').mockImplementationOnce(async (...how) => {
    // It has read everything, and another one decides, posts and ends before it writes.
    expect(await town.closeNotices()).toEqual({ done: 1, left: 0 });
    return transact(...how);
  });
  expect((await decided()).records).toEqual([]);
  slow.mockRestore();
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
