import { points } from '../../../src/contracts';
import { drawIsHonest, drawsOf } from '../../../src/domain/records/panel';
import { letTheDrawFall } from '../../support/draw';
import { testPhoto } from '../../support/photo';
import { openPointsTown, type PointsTown, panelNumbers } from './points-town';

let town: PointsTown;
beforeEach(async () => {
  town = await openPointsTown();
});
afterEach(() => {
  town.checkBooks();
});

test('a declared deed is checked, reviewed, put on notice, posted, and says so', async () => {
  const photo = town.putFile(
    'evidence/01HZX0000000000000000000AA.jpg',
    testPhoto('evidence/01HZX0000000000000000000AA.jpg'),
  );
  const recordId = await town.declare(13, { itemId: 'plant-trees', photos: [photo] });
  const read = () => town.head(13).must(points.readRecord, { recordId });
  expect((await read()).record).toMatchObject({
    state: 'waiting-check',
    stateLabel: '等核对',
    next: '等嘎查村核对,最晚 11月5日。',
    points: 5,
    householdName: '试*',
  });
  expect((await read()).offered).toEqual([{ action: 'withdraw-record', label: '撤回' }]);

  await town.check(recordId);
  expect((await read()).record).toMatchObject({
    state: 'waiting-draw',
    next: '核对过了,11月3日早上抽 5 位评议员。',
  });
  await letTheDrawFall(town);
  const { draw, seedHash } = town.record(recordId);
  expect(drawIsHonest(seedHash, drawsOf(draw))).toBe(true);
  expect(draw?.panel).toHaveLength(5);
  const [first, second, third] = panelNumbers(town, recordId);
  const vote = { recordId, accept: true };
  expect(await town.head(Number(first)).must(points.reviewRecord, vote)).toEqual({
    recordId,
    state: 'waiting-review',
    votesCast: 1,
    votesNeeded: 3,
  });
  expect((await read()).record.next).toBe(
    '抽了 5 位评议员,先表态的 3 位说了算,已有 1 人表态,最晚 11月6日。',
  );
  const decided = await town.head(Number(second)).must(points.reviewRecord, vote);
  expect(decided.state).toBe('waiting-notice');
  const late = await town.head(Number(third)).call(points.reviewRecord, vote);
  expect(late).toMatchObject({ ok: false, error: { code: 'wrong-state' } });

  const opened = await town
    .head(3)
    .must(points.openNotice, { villageId: 'v01', recordIds: [recordId] });
  // Opened on 3 November: the first day is not counted, the fifth ends on the 8th at midnight.
  expect(opened.closesAtMs).toBe(Date.parse('2026-11-09T00:00:00+08:00'));
  expect((await read()).record.next).toBe('公示到 11月8日,没有异议就入账。');
  expect(await town.closeNotices()).toEqual({ done: 0, left: 0 });
  town.clock.advanceMs(opened.closesAtMs - town.clock.nowMs() - 1);
  expect(await town.closeNotices()).toEqual({ done: 0, left: 0 });
  town.clock.advanceMs(1);
  expect(await town.closeNotices()).toEqual({ done: 1, left: 0 });
  expect(await town.closeNotices()).toEqual({ done: 0, left: 0 });
  expect((await read()).record).toMatchObject({ state: 'posted', next: '已经入账。' });
  const labels = (await read()).timeline.map(({ label }) => label);
  expect(labels).toEqual(['申报', '核对通过', '抽签', '评议表态', '评议表态', '公示', '入账']);
});

test('account and statement after posting; a line explains itself', async () => {
  const recordId = await town.onNotice(13, { itemId: 'volunteer-service', units: 2 });
  const resident = town.head(13);
  expect(await resident.must(points.readAccount, {})).toMatchObject({
    spendable: 0,
    honour: 100,
    quarterRank: null,
    booksCheckedSince: null,
    lapse: null,
    pending: [{ recordId, state: 'on-notice' }],
  });
  town.clock.advanceDays(6);
  await town.closeNotices();
  expect(await resident.must(points.readAccount, {})).toEqual({
    spendable: 10,
    held: 0,
    honour: 110,
    spendableWaiting: 0,
    lapse: { points: 10, day: '2027-12-31' },
    quarterRank: null,
    booksCheckedSince: null,
    frozen: null,
    pending: [],
  });
  const { lines, more } = await resident.must(points.readStatement, {});
  expect(more).toBe(false);
  expect(lines.map(({ sequence, kind }) => [sequence, kind])).toEqual([
    [2, '加分'],
    [1, '开户'],
  ]);
  expect(lines[0]).toMatchObject({
    title: '志愿服务',
    honour: 10,
    spendable: 10,
    spendableAfter: 10,
    honourAfter: 110,
    recordId,
    orderId: null,
  });
  const why = lines[0]?.why.join('\n') ?? '';
  expect(why).toContain('每 2 小时 5 分,4 小时,共 10 分(评分办法第 1 版)');
  expect(why).toContain('抽了 5 位评议员,表态的 2 位里 2 位同意。');
  expect(why).toContain('11月3日 到 11月8日 公示,没有异议。');
  expect(why).toContain('一季最多 20 分');
  expect(why).not.toMatch(/试户/);
});

test('a statement of any length is one query a page', async () => {
  for (const day of ['2026-10-29', '2026-10-30', '2026-10-31']) await town.onNotice(13, { day });
  town.clock.advanceDays(6);
  await town.closeNotices();
  expect(town.entries(13)).toHaveLength(4);
  const resident = town.head(13);
  const before = town.engine.counters().requests;
  const { lines } = await resident.must(points.readStatement, { before: 2 });
  expect(lines.map(({ sequence }) => sequence)).toEqual([1]);
  // The caller's person, and the page.
  expect(town.engine.counters().requests - before).toBe(2);
});

test('a household of the committee needs a supervisor beside the check', async () => {
  const recordId = await town.declare(1, { itemId: 'sort-waste' });
  await town.check(recordId);
  expect(town.record(recordId).state).toBe('waiting-cosign');
  const line = (await town.head(1).must(points.readRecord, { recordId })).record;
  expect(line.next).toBe('核对过了,等村务监督委员会联签,最晚 11月5日。');
  await town.head(4).must(points.cosignRecord, { recordId, accept: true });
  expect(town.record(recordId).state).toBe('waiting-draw');
  await letTheDrawFall(town);
  await town.review(recordId);
  await town.notice([recordId]);
  town.clock.advanceDays(6);
  await town.closeNotices();
  const { lines } = await town.head(1).must(points.readStatement, {});
  expect(lines[0]?.why.join()).toContain('村务监督委员会 1 人联签');
});

test('honour-only items add nothing to spend', async () => {
  await town.onNotice(13, { itemId: 'blood-donation' });
  town.clock.advanceDays(6);
  await town.closeNotices();
  expect(town.account(13)).toMatchObject({ honour: 110, spendable: 0, lots: [] });
});
