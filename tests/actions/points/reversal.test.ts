import { points } from '../../../src/contracts';
import type { Notice } from '../../../src/domain/records/types';
import type { Task } from '../../../src/domain/tasks/types';
import { codeOf, openPointsTown, type PointsTown } from './points-town';

let town: PointsTown;
let recordId: string;
beforeEach(async () => {
  town = await openPointsTown();
  recordId = await town.onNotice(13);
  town.clock.advanceDays(6);
  await town.closeNotices();
});
afterEach(() => {
  town.checkBooks();
});

const propose = (number: number) =>
  town.head(number).call(points.proposeReversal, { recordId, reason: '记错户了' });
const answer = (number: number, accept: boolean) =>
  town.head(number).call(points.answerReversal, { recordId, accept, reason: '查过了' });

test('a posted record is taken back by two, and its household reads why', async () => {
  expect(town.account(13)).toMatchObject({ honour: 102 });
  expect(codeOf(await propose(2))).toBe('ok');
  const task = town.engine.get('tasks', `record.${recordId}`) as unknown as Task;
  expect(task).toMatchObject({ step: 'answer-reversal' });
  expect(task.waitsFor).toEqual(['supervisor@v01', 'town-admin@town']);
  const { records } = await town.head(4).must(points.listRecords, { view: 'reversals' });
  expect(records.map((each) => each.recordId)).toEqual([recordId]);
  expect(codeOf(await propose(4))).toBe('wrong-state');
  expect(codeOf(await answer(2, true))).toBe('another-must-agree');
  expect(codeOf(await answer(3, true))).toBe('another-must-agree');
  expect(codeOf(await answer(4, true))).toBe('ok');
  expect(codeOf(await answer(5, true))).toBe('wrong-state');
  expect(town.account(13)).toMatchObject({ honour: 100, spendable: 0 });
  expect(town.engine.get('tasks', `record.${recordId}`)).toBeNull();
  const { lines } = await town.head(13).must(points.readStatement, {});
  expect(lines[0]).toMatchObject({ kind: '更正', honour: -2, spendable: -2, recordId });
  const { record, timeline } = await town.head(13).must(points.readRecord, { recordId });
  expect(record).toMatchObject({ state: 'reversed', next: expect.stringContaining('已经更正') });
  expect(timeline.at(-2)).toMatchObject({ label: '提出更正', reason: '记错户了' });
  const { sound } = await town
    .head(13)
    .must(points.verifyAccount, { householdId: town.account(13).householdId });
  expect(sound).toBe(true);
});

test('the town finds in its list what the supervisors left lying, and answers it', async () => {
  const doubted = await town.onNotice(12);
  await town.head(15).must(points.objectToRecord, { recordId: doubted, reason: '不是他' });
  const listed = async () =>
    (await town.administrator.must(points.listRecords, { view: 'objections' })).records;
  expect(await listed()).toEqual([]);
  const input = { recordId: doubted, uphold: true, reason: '镇里问过了' };
  const early = await town.administrator.call(points.answerObjection, input);
  expect(codeOf(early)).toBe('supervisors-turn');
  town.clock.advanceDays(5);
  expect(await town.timer('jobs', 'escalate-tasks')).toMatchObject({ ok: true });
  expect((await listed()).map((each) => each.recordId)).toEqual([doubted]);
  expect(codeOf(await town.administrator.call(points.answerObjection, input))).toBe('ok');
});

test('with a no it stands as it was posted, and only another asks again', async () => {
  await propose(4);
  expect(codeOf(await answer(5, true))).toBe('another-must-agree');
  expect(codeOf(await answer(2, true))).toBe('checker-may-not-answer');
  expect(codeOf(await answer(3, false))).toBe('ok');
  expect(town.record(recordId)).toMatchObject({ state: 'posted', open: false });
  expect(town.account(13)).toMatchObject({ honour: 102, spendable: 2 });
  expect(codeOf(await propose(4))).toBe('already-proposed');
  const ofTown = { recordId, reason: '镇里再看一次' };
  expect(codeOf(await town.administrator.call(points.proposeReversal, ofTown))).toBe('ok');
});

test('neither the household nor anybody without an office says so', async () => {
  expect(codeOf(await propose(13))).toBe('not-your-job');
  const own = await town.onNotice(4);
  town.clock.advanceDays(6);
  await town.closeNotices();
  const said = { recordId: own, reason: '记错了' };
  expect(codeOf(await town.head(4).call(points.proposeReversal, said))).toBe('own-household');
});

test('what was taken back leaves its notice closed, and its place in the caps free', async () => {
  const used = () =>
    town.engine.find('allowances').flatMap((each) => each.uses as { recordId: string }[]);
  expect(used().some((use) => use.recordId === recordId)).toBe(true);
  await propose(2);
  await answer(4, true);
  expect(used().some((use) => use.recordId === recordId)).toBe(false);
  const { noticeId } = town.record(recordId);
  const notice = town.engine.get('notices', noticeId ?? '') as unknown as Notice;
  expect(notice).toMatchObject({ state: 'closed', lines: [{ outcome: 'posted' }] });
});
