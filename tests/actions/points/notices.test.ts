import { points } from '../../../src/contracts';
import type { Notice } from '../../../src/domain/records/types';
import { codeOf, openPointsTown, type PointsTown } from './points-town';

let town: PointsTown;
beforeEach(async () => {
  town = await openPointsTown();
});
afterEach(() => {
  town.checkBooks();
});

const noticeOf = (recordId: string) =>
  town.engine.get('notices', town.record(recordId).noticeId ?? '') as unknown as Notice;
const object = (number: number, recordId: string) =>
  town.head(number).call(points.objectToRecord, { recordId, reason: '那天没有去' });
const answer = (number: number, recordId: string, uphold: boolean) =>
  town
    .head(number)
    .call(points.answerObjection, { recordId, uphold, reason: '问过在场的三户,查清了' });

test('a notice takes reviewed records of its own village, all or none', async () => {
  const waiting = await town.declare(13);
  const reviewed = await town.declare(15);
  await town.drawFor(reviewed);
  await town.review(reviewed);
  const open = (recordIds: string[], villageId = 'v01') =>
    town.head(3).call(points.openNotice, { villageId, recordIds });
  expect(codeOf(await open([reviewed, waiting]))).toBe('wrong-state');
  expect(codeOf(await open([reviewed, town.newId()]))).toBe('record-not-found');
  expect(codeOf(await open([reviewed], 'v02'))).toBe('not-yours');
  const neighbour = await town.joinHead(2, 1);
  const other = await neighbour.call(points.openNotice, {
    villageId: 'v02',
    recordIds: [reviewed],
  });
  expect(codeOf(other)).toBe('other-village');
  expect(town.engine.find('notices')).toEqual([]);
  const opened = await open([reviewed, reviewed]);
  expect(opened).toMatchObject({ ok: true, value: { count: 1 } });
});

test('an upheld objection ends the record and gives the allowance back', async () => {
  const recordId = await town.onNotice(13);
  expect(codeOf(await object(15, recordId))).toBe('ok');
  expect(codeOf(await object(14, recordId))).toBe('wrong-state');
  const shown = (await town.head(13).must(points.readRecord, { recordId })).record;
  expect(shown.next).toBe('有人提出异议,等村务监督委员会答复,最晚 11月6日。');
  const board = await town.head(13).must(points.readBoard, { villageId: 'v01' });
  expect(board.notices[0]?.lines[0]).toMatchObject({ recordId, objected: true });
  town.clock.advanceDays(6);
  expect(await town.closeNotices()).toEqual({ done: 0, left: 0 });
  expect(codeOf(await answer(4, recordId, true))).toBe('ok');
  expect(town.record(recordId)).toMatchObject({ state: 'objection-upheld', open: false });
  expect(noticeOf(recordId)).toMatchObject({ state: 'closed', lines: [{ outcome: 'upheld' }] });
  expect(await town.closeNotices()).toEqual({ done: 0, left: 0 });
  expect(town.account(13).honour).toBe(100);
});

test('a dismissed objection stands on the open notice again and posts when it closes', async () => {
  const recordId = await town.onNotice(13);
  await object(15, recordId);
  await answer(5, recordId, false);
  expect(town.record(recordId).state).toBe('on-notice');
  expect(codeOf(await object(14, recordId))).toBe('ok');
  await answer(5, recordId, false);
  town.clock.advanceDays(6);
  expect(await town.closeNotices()).toEqual({ done: 1, left: 0 });
  const { lines } = await town.head(13).must(points.readStatement, {});
  expect(lines[0]?.why.join()).toContain('有过异议,村务监督委员会查过,不成立');
});

test('dismissed after the notice has closed, it posts with the next run', async () => {
  const stands = await town.declare(13);
  const doubted = await town.declare(15);
  for (const recordId of [stands, doubted]) {
    await town.drawFor(recordId);
    await town.review(recordId);
  }
  await town.notice([stands, doubted]);
  await object(14, doubted);
  town.clock.advanceDays(6);
  expect(await town.closeNotices()).toEqual({ done: 1, left: 0 });
  expect(town.record(stands).state).toBe('posted');
  expect(noticeOf(doubted).state).toBe('open');
  expect(codeOf(await answer(6, doubted, false))).toBe('ok');
  expect(await town.closeNotices()).toEqual({ done: 1, left: 0 });
  expect(noticeOf(doubted).state).toBe('closed');
});

test('objections end with the notice and are not answered by those with an interest', async () => {
  const recordId = await town.onNotice(13);
  const stranger = await town.joinHead(2, 13);
  const outside = await stranger.call(points.objectToRecord, { recordId, reason: '不对' });
  expect(codeOf(outside)).toBe('not-yours');
  expect(codeOf(await object(4, recordId))).toBe('ok');
  expect(codeOf(await answer(4, recordId, true))).toBe('objector-may-not-answer');
  expect(codeOf(await answer(2, recordId, true))).toBe('not-your-job');
  expect(codeOf(await answer(5, recordId, false))).toBe('ok');
  const own = await town.onNotice(5);
  await object(13, own);
  expect(codeOf(await answer(5, own, false))).toBe('recorder-may-not-decide');
  town.clock.advanceDays(6);
  expect(codeOf(await object(14, recordId))).toBe('notice-closed');
});

test('objections that nobody answers hide no due notice, however many they are', async () => {
  const recordId = await town.onNotice(13);
  const doubted = await town.onNotice(15);
  await object(14, doubted);
  const { _id, ...old } = noticeOf(doubted) as Notice & { _id: string };
  for (let index = 0; index < 200; index += 1) {
    const noticeId = `old-${index}`;
    const closesAtMs = old.closesAtMs - 86_400_000;
    await town.engine.set('notices', noticeId, { ...old, noticeId, closesAtMs });
  }
  town.clock.advanceDays(6);
  expect(await town.closeNotices()).toEqual({ done: 1, left: 0 });
  expect(town.record(recordId).state).toBe('posted');
});

const boardFor = (number: number) => town.head(number).must(points.readBoard, { villageId: 'v01' });

test('how it ended stands for 15 days, why for its household and who objected', async () => {
  const recordId = await town.onNotice(13);
  await object(15, recordId);
  expect((await boardFor(14)).answers).toEqual([]);
  await answer(4, recordId, true);
  const reason = '问过在场的三户,查清了';
  expect((await boardFor(14)).answers).toMatchObject([{ recordId, upheld: true }]);
  expect(JSON.stringify(await boardFor(14))).not.toContain(reason);
  expect(JSON.stringify(await boardFor(14))).not.toContain(town.record(recordId).objectorId);
  const stranger = await town.joinHead(2, 14);
  const outside = await stranger.must(points.readBoard, { villageId: 'v01' });
  expect(outside.answers).toMatchObject([{ recordId, household: null }]);
  const readBy = async (number: number) =>
    (await town.head(number).must(points.readRecord, { recordId })).answer;
  expect(await readBy(15)).toMatchObject({ upheld: true, reason, mine: true });
  expect(await readBy(14)).toMatchObject({ upheld: true, reason: null, mine: false });
  town.clock.advanceDays(15);
  expect((await boardFor(14)).answers).toHaveLength(1);
  town.clock.advanceDays(1);
  expect((await boardFor(14)).answers).toEqual([]);
  expect(await readBy(14)).toBeNull();
  expect(await readBy(15)).toMatchObject({ reason, mine: true });
  expect(await readBy(13)).toMatchObject({ reason, mine: false });
});

test('torn lines are counted; the others are objected to, answered and posted', async () => {
  const recordId = await town.onNotice(13);
  const other = await town.onNotice(14);
  const notice = noticeOf(recordId);
  const { _id, ...stored } = notice as Notice & { _id: string };
  const [line] = notice.lines;
  const torn = [null, { ...line, recordId: town.newId(), itemName: null }];
  const lines = [...torn, ...notice.lines] as never;
  await town.engine.set('notices', notice.noticeId, { ...stored, lines });
  const { _id: _other, ...unreadable } = noticeOf(other) as Notice & { _id: string };
  await town.engine.set('notices', unreadable.noticeId, { ...unreadable, lines: null } as never);
  const { notices } = await boardFor(16);
  expect(notices.map((each) => [each.count, each.torn])).toEqual([
    [1, 2],
    [0, 1],
  ]);
  expect(codeOf(await object(15, recordId))).toBe('ok');
  expect(codeOf(await answer(5, recordId, false))).toBe('ok');
  town.clock.advanceDays(6);
  await expect(town.closeNotices()).rejects.toThrow();
  expect(town.record(recordId).state).toBe('posted');
  expect(noticeOf(recordId).state).toBe('open');
  expect(noticeOf(other)).toMatchObject({ state: 'open', toPost: true });
});
