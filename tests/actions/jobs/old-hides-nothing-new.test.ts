import type { Fields } from '../../../local-cloud/engine';
import { people, points, wechat } from '../../../src/contracts';
import type { JoinRequest } from '../../../src/domain/people/types';
import type { DeedRecord, Notice } from '../../../src/domain/records/types';
import { joinTask } from '../../../src/domain/tasks/join-task';
import { openProofTown, type ProofTown } from '../../proof/town';
import { householdId, memberId } from '../../support/household-ids';
import { testHeadName, testPhone } from '../../support/test-register';

const dayMs = 86_400_000;
let town: ProofTown;
beforeEach(async () => {
  town = await openProofTown();
});

const put = (collection: string, documents: object[]) =>
  town.engine.insert(collection, documents as Fields[]);
const found = <T>(collection: string, id: string) =>
  town.engine.get(collection, id) as unknown as T;

async function noticeOf(recordId: string): Promise<{ record: DeedRecord; notice: Notice }> {
  const record = found<DeedRecord>('records', recordId);
  return { record, notice: found<Notice>('notices', record.noticeId ?? '') };
}

/** Notices of long ago, in a village, each with one line whose record stands as it is told. */
async function oldNotices(
  count: number,
  like: { record: DeedRecord; notice: Notice },
  change: { villageId: string; record: Partial<DeedRecord>; notice: Partial<Notice> },
): Promise<void> {
  const { villageId } = change;
  const numbers = Array.from({ length: count }, (_, index) => index);
  const closesAtMs = (index: number) => like.notice.closesAtMs - (60 + index) * dayMs;
  await put(
    'records',
    numbers.map((index) => {
      const recordId = `${villageId}-old-${index}`;
      const noticeId = `00-${villageId}-${index}`;
      const own = { _id: recordId, recordId, noticeId, villageId, closesAtMs: closesAtMs(index) };
      return { ...like.record, ...own, ...change.record };
    }),
  );
  await put(
    'notices',
    numbers.map((index) => {
      const noticeId = `00-${villageId}-${index}`;
      const lines = like.notice.lines.map((line) => ({
        ...line,
        recordId: `${villageId}-old-${index}`,
        outcome: change.notice.toPost === false ? 'objected' : 'standing',
      }));
      const own = { _id: noticeId, noticeId, villageId, closesAtMs: closesAtMs(index), lines };
      return { ...like.notice, ...own, ...change.notice };
    }),
  );
}

/** Nobody has an account in this household: posting it goes wrong for ever. */
const broken = { householdId: 'nobody-lives-there', purse: 'honour' } as const;

test('old notices with objections nobody answers hide no new one from the board', async () => {
  const like = await noticeOf(await town.onNotice(8));
  await oldNotices(150, like, {
    ...{ villageId: 'v01', record: { state: 'objected' }, notice: { toPost: false } },
  });
  const { notices } = await town.head(9).must(points.readBoard, { villageId: 'v01' });
  expect(notices.map(({ noticeId }) => noticeId)).toEqual([like.notice.noticeId]);
});

test('old notices that cannot be posted keep no new one of their village waiting', async () => {
  const like = await noticeOf(await town.onNotice(8));
  await oldNotices(250, like, { villageId: 'v01', record: broken, notice: {} });
  town.clock.advanceDays(6);
  expect((await town.timer('jobs', 'close-notices')).ok).toBe(false);
  expect(found<DeedRecord>('records', like.record.recordId).state).toBe('posted');
  expect(found<Notice>('notices', like.notice.noticeId).state).toBe('closed');
});

test('villages in which nothing can be posted keep no other waiting', async () => {
  const like = await noticeOf(await town.onNotice(8));
  for (let village = 10; village < 24; village += 1) {
    await oldNotices(1, like, { villageId: `v${village}`, record: broken, notice: {} });
  }
  town.clock.advanceDays(6);
  for (let call = 0; call < 2; call += 1) {
    await town.timer('jobs', 'close-notices');
    town.clock.advanceMs(600_000);
  }
  expect(found<DeedRecord>('records', like.record.recordId).state).toBe('posted');
});

test('photos that cannot be deleted keep no others from being erased', async () => {
  const { record } = await noticeOf(await town.onNotice(8));
  const old = (index: number, photo: string, ageDays: number) => {
    const recordId = `old-${photo}-${index}`;
    const recordedAtMs = town.clock.nowMs() - ageDays * dayMs;
    const held = { evidenceHeld: true, open: false, photos: [`cloud://test.files/${photo}`] };
    return { ...record, _id: recordId, recordId, recordedAtMs, ...held };
  };
  await put('records', [
    ...Array.from({ length: 450 }, (_, index) => old(index, 'stuck', 300 + index)),
    old(0, 'free', 200),
  ]);
  const { files } = town;
  const remove = files.remove.bind(files);
  files.remove = async (ids) => {
    if (ids.some((id) => id.endsWith('stuck'))) throw new Error('not to be deleted');
    await remove(ids);
  };
  expect((await town.timer('jobs', 'erase-expired')).ok).toBe(false);
  expect(found<DeedRecord>('records', 'old-free-0').evidenceHeld).toBe(false);
});

test('requests that only the town answers hide no other from the committee', async () => {
  const request = (index: number, withOffice: boolean): JoinRequest & { _id: string } => {
    const personId = index.toString(16).padStart(32, '0');
    const joinRequestId = `v01.${personId}`;
    const whom = {
      householdId: householdId(town, 'v01-16'),
      householdNumber: 16,
      memberId: memberId(town, 'v01-16', 1),
      name: '某某',
    };
    return {
      ...{ _id: joinRequestId, joinRequestId, villageId: 'v01', villageName: '试一嘎查', ...whom },
      ...{ personId, namesShown: false, withOffice, state: 'waiting', agreed: null },
      ...{ askedAtMs: town.clock.nowMs() - 1000 + index, answeredBy: null, answeredAtMs: null },
    };
  };
  const all = [
    ...Array.from({ length: 220 }, (_, index) => request(index, true)),
    request(300, false),
  ];
  await put('join-requests', all);
  const tasks = all.flatMap(
    (each) => joinTask(each, { relativeIds: [] }, town.clock.nowMs()) ?? [],
  );
  await put(
    'tasks',
    tasks.map((task) => ({ ...task, _id: task.taskId })),
  );
  const { requests } = await town.head(2).must(people.listJoinRequests, {});
  expect(requests.map(({ joinRequestId }) => joinRequestId)).toEqual([
    request(300, false).joinRequestId,
  ]);
});

test('a request that its asker ended with a phone number goes once its days are over', async () => {
  const newcomer = town.as('newly-come');
  const input = {
    ...{ villageId: 'v02', householdNumber: 12, name: testHeadName(12), namesShown: true },
  };
  expect(await newcomer.must(people.join, input)).toEqual({ state: 'waiting' });
  town.clock.advanceDays(20);
  const code = `phone:${testPhone(2, 12)}`;
  const { phoneToken } = await newcomer.must(wechat.readPhoneNumber, { code });
  expect(await newcomer.must(people.join, { ...input, phoneToken })).toEqual({ state: 'joined' });
  const leftAfter = async (days: number) => {
    town.clock.advanceDays(days);
    expect(await town.timer('jobs', 'erase-expired')).toMatchObject({ ok: true });
    return town.engine.count('join-requests', { villageId: 'v02' });
  };
  expect(await leftAfter(29)).toBe(1);
  expect(await leftAfter(2)).toBe(0);
});
