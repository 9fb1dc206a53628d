import { eraseRequested } from '../../../cloudfunctions/jobs/erase/erase-requested';
import { people, points } from '../../../src/contracts';
import { saysTheSame } from '../../../src/domain/kernel/same';
import { retentionDays } from '../../../src/domain/people/retention';
import { householdId } from '../../support/household-ids';
import { letIn } from '../../support/let-in';
import { testPhoto } from '../../support/photo';
import { testHeadName } from '../../support/test-register';
import { openPointsTown, type PointsTown } from '../points/points-town';

let town: PointsTown;
beforeEach(async () => {
  town = await openPointsTown();
});

const night = async () => {
  const answer = await town.timer('jobs', 'erase-expired');
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};
const everything = () =>
  JSON.stringify(town.engine.collections().map((name) => town.engine.find(name)));
const place = { latitude: 39.1, longitude: 109.2, accuracyMetres: 20 };

async function declareWithEvidence(householdNumber: number, note: string): Promise<string> {
  const photo = town.putFile(
    `evidence/${town.newId()}.jpg`,
    testPhoto(`evidence/${town.newId()}.jpg`),
  );
  const deed = { itemId: 'plant-trees', photos: [photo], note, location: place };
  return town.declare(householdNumber, deed);
}
const evidenceOf = (recordId: string) => {
  const { note, photos, location, evidenceHeld } = town.record(recordId);
  return { note, photos: photos.length, location, evidenceHeld };
};
const blank = { note: null, photos: 0, location: null, evidenceHeld: false };
const isThere = async (fileId: string | undefined) =>
  (await town.files.temporaryAddresses([fileId ?? ''])).some((address) => address !== null);

test('what somebody gave goes in the night after they asked', async () => {
  const mine = await declareWithEvidence(13, '种了二十棵');
  const other = await declareWithEvidence(14, `和${testHeadName(13)}一起种的`);
  const [photo] = town.record(mine).photos;
  const input = {
    householdId: householdId(town, 'v01-13'),
    itemId: 'settle-dispute',
    day: town.today(),
    photos: [],
    note: `${testHeadName(13)}劝和了邻居`,
  };
  const { recordId: byCadre } = await town.head(2).must(points.recordDeed, input);
  await town.head(13).must(people.eraseMe, {});
  expect(await isThere(photo)).toBe(true);
  expect(await night()).toEqual({ done: 1, left: 0 });
  expect(evidenceOf(mine)).toEqual(blank);
  expect(await isThere(photo)).toBe(false);
  // That it was evidence once stays, so that it never is again.
  const claimed = { query: { recordId: mine } };
  expect(town.engine.find('photos', claimed)).toHaveLength(1);
  expect(evidenceOf(byCadre).note).toBe('〔名字已删〕劝和了邻居');
  expect(evidenceOf(other)).toMatchObject({ photos: 1, evidenceHeld: true });
  const [erasure] = town.engine.find('erasures');
  expect(erasure).toMatchObject({ state: 'done', personId: null, householdId: null, name: null });
  expect(await night()).toEqual({ done: 0, left: 0 });
  town.checkBooks();
});

test('a file that cannot be deleted is not forgotten and keeps nobody waiting', async () => {
  const mine = await declareWithEvidence(13, '种了二十棵');
  const theirs = await declareWithEvidence(14, '浇了水');
  await town.head(13).must(people.eraseMe, {});
  town.clock.advanceMs(1000);
  await town.head(14).must(people.eraseMe, {});
  const [stuck] = town.record(mine).photos;
  const { remove } = town.files;
  const spy = jest.spyOn(town.files, 'remove').mockImplementation(async (ids) => {
    if (ids.includes(stuck ?? '')) throw new Error('storage is down');
    await remove(ids);
  });
  expect(await town.timer('jobs', 'erase-expired')).toMatchObject({ ok: false });
  expect(evidenceOf(mine)).toMatchObject({ photos: 1, evidenceHeld: true });
  expect(evidenceOf(theirs)).toEqual(blank);
  spy.mockRestore();
  expect(await night()).toEqual({ done: 1, left: 0 });
  expect(evidenceOf(mine)).toEqual(blank);
});

test('what is given after coming back stays', async () => {
  await declareWithEvidence(13, '种了二十棵');
  await town.head(13).must(people.eraseMe, {});
  town.clock.advanceMs(3_600_000);
  // Their phone number went too, and they held an office: the town lets them in.
  const again = await town.joinHead(1, 13);
  const [request] = town.engine.find('join-requests');
  const joinRequestId = String(request?._id);
  const seen = { joinRequestId, householdNumber: 13, name: testHeadName(13) };
  await letIn(seen, [town.administrator, await town.joinHead(1, 1)]);
  const photo = town.putFile('evidence/again.jpg', testPhoto('evidence/again.jpg'));
  const deed = { itemId: 'plant-trees', day: town.today(), photos: [photo], note: '又种了十棵' };
  const { recordId } = await again.must(points.declareDeed, deed);
  expect(await night()).toEqual({ done: 1, left: 0 });
  expect(evidenceOf(recordId)).toMatchObject({ note: '又种了十棵', photos: 1 });
});

test('evidence goes half a year after the recording, also while the record is open', async () => {
  const ended = await declareWithEvidence(13, '种了二十棵');
  await town.head(13).must(points.withdrawRecord, { recordId: ended });
  const open = await declareWithEvidence(14, '浇了水');
  const [photo] = town.record(open).photos;
  town.clock.advanceDays(retentionDays.evidence - 1);
  await night();
  expect(evidenceOf(ended).evidenceHeld).toBe(true);
  town.clock.advanceDays(2);
  await night();
  expect(evidenceOf(ended)).toEqual(blank);
  expect(evidenceOf(open)).toEqual(blank);
  expect(await isThere(photo)).toBe(false);
  // It can still be decided on, and whoever does sees that nothing shows it any more.
  const shown = await town.head(2).must(points.readRecord, { recordId: open });
  expect(shown).toMatchObject({ note: null, photos: [], location: null });
  const answer = { recordId: open, accept: false, reason: '过了半年,对不上了' };
  expect(await town.head(2).must(points.checkRecord, answer)).toMatchObject({});
  town.checkBooks();
});

test('what others wrote about somebody goes too, over as many nights as it takes', async () => {
  const name = testHeadName(13);
  const notes = [`帮${name}取药,电话10010000013`, '清了草场', `问过 ${name} 了`, '修了路'];
  const records: string[] = [];
  for (const note of notes) {
    const itemId = 'errand-for-neighbour';
    const deed = {
      householdId: householdId(town, 'v01-14'),
      itemId,
      day: town.today(),
      photos: [],
      note,
    };
    records.push((await town.head(2).must(points.recordDeed, deed)).recordId);
    town.clock.advanceMs(1000);
  }
  await town.head(13).must(people.eraseMe, {});
  const { store, files, clock } = town;
  const ports = { store, files, nowMs: clock.nowMs(), hasTime: () => true };
  const parts: unknown[] = [];
  const halfway = { done: 0, left: 1, errors: [] };
  // Records, orders, then acts of office: a page a call.
  for (let call = 0; call < 60 && saysTheSame(parts.at(-1) ?? halfway, halfway); call += 1) {
    parts.push(await eraseRequested(ports, { pagesLeft: 1, documentsPerPage: 2 }));
  }
  expect(parts.length).toBeGreaterThan(3);
  const [last, ...before] = [...parts].reverse();
  expect(last).toEqual({ done: 1, left: 0, errors: [] });
  expect(before).toEqual(before.map(() => halfway));
  const kept = records.map((recordId) => town.record(recordId).note);
  expect(kept).toEqual([
    '帮〔名字已删〕取药,电话〔号码已删〕',
    '清了草场',
    '问过 〔名字已删〕 了',
    '修了路',
  ]);
  expect(town.engine.find('erasures')).toMatchObject([
    { state: 'done', villageId: null, name: null, reached: null },
  ]);
});

test('join requests, guesses and the register’s file go when their time is over', async () => {
  const ask = (openid: string, name: string) =>
    town.as(openid).must(people.join, {
      villageId: 'v01',
      householdNumber: 16,
      name,
      namesShown: false,
    });
  await ask('refused-one', testHeadName(16));
  const [request] = town.engine.find('join-requests') as unknown as { joinRequestId: string }[];
  const joinRequestId = request?.joinRequestId ?? '';
  const seen = { joinRequestId, householdNumber: 16, name: testHeadName(16) };
  await town.head(1).must(people.answerJoin, { ...seen, accept: false });
  await ask('waiting-one', `${testHeadName(16)}偶`);
  expect(everything()).toContain('refused-one');
  expect(await isThere('cloud://test.files/register.xlsx')).toBe(true);
  await night();
  expect(town.engine.find('attempts').length).toBeGreaterThan(0);

  town.clock.advanceDays(retentionDays.importedFile);
  town.clock.advanceMs(60_000);
  await night();
  expect(town.engine.find('attempts')).toEqual([]);
  expect(await isThere('cloud://test.files/register.xlsx')).toBe(false);
  expect(town.engine.find('imports')).toMatchObject([{ state: 'erased', fileId: null }]);

  town.clock.advanceDays(retentionDays.answeredJoin);
  await night();
  expect(everything()).not.toContain('refused-one');
  expect(everything()).toContain('waiting-one');
  town.clock.advanceDays(retentionDays.unansweredJoin);
  await night();
  expect(town.engine.find('join-requests')).toEqual([]);
  expect(everything()).not.toContain('waiting-one');
  expect(await town.as('waiting-one').must(people.whoAmI, {})).toMatchObject({ me: null });
});

test('erasing 试户十 leaves 试户十二 and 试户十偶 alone, wherever they are named', async () => {
  expect([testHeadName(10), testHeadName(12)]).toEqual(['试户十', '试户十二']);
  const place = { householdId: householdId(town, 'v01-14'), day: town.today(), photos: [] };
  const note = '试户十二和试户·十 都来了,试户十偶也在';
  const deed = { ...place, itemId: 'errand-for-neighbour', note };
  const { recordId } = await town.head(2).must(points.recordDeed, deed);
  const reason = '试户 十二没有去,去的是试户十';
  await town.head(3).must(points.checkRecord, { recordId, accept: false, reason });
  const erased = { villageId: 'v01', householdNumber: 10, name: '试户 十' };
  await town.administrator.must(people.eraseMember, erased);
  expect(await night()).toEqual({ done: 1, left: 0 });
  const record = town.record(recordId);
  expect(record.note).toBe('试户十二和〔名字已删〕 都来了,试户十偶也在');
  expect(record.steps.at(-1)?.reason).toBe('试户 十二没有去,去的是〔名字已删〕');
  // Whoever stands in no register any more is somebody else all the same.
  const both = await town.head(2).must(points.recordDeed, { ...deed, note: '试户九偶、试户九' });
  for (const name of ['试户九', '试户九偶']) {
    await town.administrator.must(people.eraseMember, {
      villageId: 'v01',
      householdNumber: 9,
      name,
    });
  }
  expect(await night()).toEqual({ done: 2, left: 0 });
  expect(town.record(both.recordId).note).toBe('〔名字已删〕、〔名字已删〕');
});
