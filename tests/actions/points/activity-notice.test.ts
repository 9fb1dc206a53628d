import { longestAnswerBytes } from '../../../cloudfunctions/runtime/answer-size';
import type { Fields } from '../../../local-cloud/engine';
import { points } from '../../../src/contracts';
import { mostLinesOfANotice } from '../../../src/contracts/limits';
import { activityRecordId } from '../../../src/domain/records/activity';
import type { DeedRecord, Notice } from '../../../src/domain/records/types';
import { letTheDrawFall } from '../../support/draw';
import { householdId } from '../../support/household-ids';
import { codeOf, messageOf, openPointsTown, type PointsTown, panelNumbers } from './points-town';

let town: PointsTown;
let activityId: string;
let passed: string;
let like: DeedRecord;

/** One deed of two households that passed the review, the third was never checked. */
beforeEach(async () => {
  town = await openPointsTown();
  const input = {
    villageId: 'v01',
    householdIds: [13, 4].map((number) => householdId(town, `v01-${number}`)),
    ...{ itemId: 'village-clean-up', day: town.today(), photos: [] },
  };
  activityId = (await town.head(3).must(points.recordActivity, input)).activityId;
  const agree = { activityId, accept: true, except: [] };
  await town.head(2).must(points.checkActivity, agree);
  await letTheDrawFall(town);
  passed = activityRecordId(activityId, input.householdIds[0] ?? '');
  for (const voter of panelNumbers(town, passed).slice(0, 2)) {
    await town.head(voter).must(points.reviewActivity, agree);
  }
  like = town.record(passed);
});

const idOf = (number: number) => `01JDBZ${String(number).padStart(20, '0')}`;
const open = (by = 3, commandId = town.newId(), of = activityId) =>
  town.head(by).call(points.openActivityNotice, { activityId: of }, commandId);
const noticeOf = (noticeId: string) => town.engine.get('notices', noticeId) as unknown as Notice;

/** So many more records like the one that passed: a town of them would take minutes to walk. */
async function many(count: number, from = 0): Promise<void> {
  const more = Array.from({ length: count }, (_, index) => {
    const recordId = idOf(from + index);
    return { ...like, _id: recordId, recordId };
  });
  await town.engine.insert('records', more as unknown as Fields[]);
}

test('a whole activity goes on one notice, each household a line of its own', async () => {
  await many(mostLinesOfANotice - 2);
  const noticeId = town.newId();
  const answer = await open(3, noticeId);
  expect(answer).toMatchObject({ ok: true, value: { noticeId, count: 200, left: [] } });
  const { lines } = noticeOf(noticeId);
  expect(new Set(lines.map(({ recordId }) => recordId)).size).toBe(mostLinesOfANotice);
  const asked = { villageId: 'v01', noticeId };
  const board = await town.head(9).must(points.readBoard, asked);
  expect(board.notices[0]?.lines).toHaveLength(mostLinesOfANotice);
  const bytes = Buffer.byteLength(JSON.stringify(board));
  expect(bytes).toBeLessThan(longestAnswerBytes / 8);
  // The line of one is objected to; the others stand.
  const object = { recordId: passed, reason: '那天没有去' };
  expect(codeOf(await town.head(9).call(points.objectToRecord, object))).toBe('ok');
  const outcomes = noticeOf(noticeId).lines.map(({ outcome }) => outcome);
  expect(outcomes.filter((outcome) => outcome !== 'standing')).toEqual(['objected']);
});

test('cut off it goes on under its id, each household once', async () => {
  const noticeId = town.newId();
  await many(5);
  await open(3, noticeId);
  await many(15, 5);
  // As if the answer had never been written.
  const line = { action: 'points.open-activity-notice' };
  expect(await town.engine.remove('commands', line)).toBe(1);
  const again = await open(3, noticeId);
  expect(again).toMatchObject({ ok: true, value: { noticeId, count: 22, left: [] } });
  expect(noticeOf(noticeId).lines).toHaveLength(22);
});

test('what was not reviewed stays; where nothing is ready it is refused', async () => {
  const [first] = town.engine.find('records', { query: { activityId } });
  expect((first as unknown as DeedRecord).state).toBe('waiting-notice');
  expect(codeOf(await open())).toBe('ok');
  const again = await open();
  expect(codeOf(again)).toBe('wrong-state');
  expect(messageOf(again)).toBe('这件事现在没有哪一户可以公示。请刷新看看最新情况。');
  expect(codeOf(await open(3, town.newId(), town.newId()))).toBe('activity-not-found');
  expect(codeOf(await open(9))).toBe('not-your-job');
  expect(town.engine.find('notices')).toHaveLength(1);
});

test('an id under which another notice lies is not taken', async () => {
  const other = await town.onNotice(15);
  const noticeId = town.record(other).noticeId ?? '';
  expect(codeOf(await open(2, noticeId))).toBe('command-reused');
  expect(noticeOf(noticeId).lines).toHaveLength(1);
});
