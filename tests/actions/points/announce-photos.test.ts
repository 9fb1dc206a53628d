import { actions as jobActions } from '../../../cloudfunctions/jobs/actions';
import { actions as pointActions } from '../../../cloudfunctions/points/actions';
import { points, town as townContracts } from '../../../src/contracts';
import { dayOf } from '../../../src/domain/kernel/time';
import { retentionDays } from '../../../src/domain/people/retention';
import { photosPerDay } from '../../../src/domain/people/uploads';
import { testPhoto } from '../../support/photo';
import { registerRow, spreadsheetOf, testMembers } from '../../support/test-register';
import { openTestTown, type TestActor, type TestTown, testVillages } from '../../support/town';

let town: TestTown;
let head: TestActor;
beforeEach(async () => {
  town = await openTestTown({ functions: { points: pointActions, jobs: jobActions } });
  head = await town.joinHead(1, 8);
});

/** Uploaded, and announced only where a test does it. */
const put = (name: string) => town.putFile(`evidence/${name}.jpg`, testPhoto(name), false);
const announce = (actor: TestActor, ...names: string[]) =>
  actor.call(points.announcePhotos, { paths: names.map((name) => `evidence/${name}.jpg`) });
const declare = (actor: TestActor, ...photos: string[]) =>
  actor.call(points.declareDeed, {
    ...{ itemId: 'plant-trees', photos },
    day: dayOf(town.clock.nowMs()),
  });
const night = async () => {
  const answer = await town.timer('jobs', 'erase-expired');
  expect(answer).toMatchObject({ ok: true, value: { left: 0 } });
};
type Photos = { photos: string[] };
const personId = () => {
  const [person] = town.engine.find('persons', { query: { openid: head.openid } });
  return String(person?.personId);
};
const isThere = async (fileId: string) =>
  (await town.files.temporaryAddresses([fileId]))[0] !== null;

test('a photo counts for whoever announced it, and for nobody else', async () => {
  const other = await town.joinHead(1, 9);
  const photo = put('one');
  const refused = {
    error: { code: 'photo-not-yours', message: expect.stringContaining('重新拍') },
  };
  expect(await declare(head, photo)).toMatchObject(refused);
  expect(await announce(other, 'one')).toMatchObject({ ok: true });
  expect(await declare(head, photo)).toMatchObject(refused);
  expect(await announce(head, 'one')).toMatchObject({ ok: true });
  expect(await declare(head, photo)).toMatchObject({ ok: true });
});

test('what was announced and not handed in is gone after its day', async () => {
  await announce(head, 'one', 'two', 'never-uploaded');
  const [handedIn, left] = [put('one'), put('two')];
  expect(await declare(head, handedIn)).toMatchObject({ ok: true });
  const [{ photos } = { photos: [] }] = town.engine.find('records') as unknown as Photos[];
  town.clock.advanceMs(retentionDays.uploadedPhoto * 86_400_000 - 1000);
  await night();
  expect([await isThere(left), town.engine.find('uploads').length > 0]).toEqual([true, true]);
  town.clock.advanceMs(2000);
  await night();
  expect(await isThere(left)).toBe(false);
  expect(town.engine.find('uploads', { query: { personId: personId() } })).toEqual([]);
  expect(await isThere(photos[0] ?? '')).toBe(true);
});
test('a copy whose original could not be removed is removed by the night', async () => {
  await announce(head, 'one');
  const photo = put('one');
  const remove = jest.spyOn(town.files, 'remove').mockRejectedValueOnce(new Error('cut off'));
  expect(await declare(head, photo)).toMatchObject({ ok: true });
  remove.mockRestore();
  expect(await isThere(photo)).toBe(true);
  town.clock.advanceDays(2);
  await night();
  expect(await isThere(photo)).toBe(false);
});

test('somebody announces so many a day, whatever for; the next day counts anew', async () => {
  const many = (from: number) => Array.from({ length: 6 }, (_, at) => `p${from + at}`);
  for (let from = 0; from < photosPerDay; from += 6) {
    expect(await announce(head, ...many(from))).toMatchObject({ ok: true });
  }
  expect(await announce(head, 'one-more')).toMatchObject({
    error: { code: 'too-many-photos', message: expect.stringContaining('明天') },
  });
  expect(await announce(await town.joinHead(1, 9), 'theirs')).toMatchObject({ ok: true });
  town.clock.advanceDays(1);
  expect(await announce(head, 'one-more')).toMatchObject({
    value: { photosLeft: photosPerDay - 1 },
  });
});

test('a register is read once it was announced, and deleted where nobody takes it in', async () => {
  const [member] = testMembers(1);
  if (!member) throw new Error('a register has its first household');
  const path = 'registers/left.xlsx';
  const bytes = await spreadsheetOf([registerRow(testVillages[0]?.name ?? '', member)]);
  const fileId = town.putFile(path, bytes, false);
  const preview = () =>
    town.send('town', { action: 'preview-register', input: { fileId } }, 'town-admin');
  expect(await preview()).toMatchObject({ error: { code: 'file-not-found' } });
  await town.administrator.must(townContracts.announceRegister, { path });
  expect(await preview()).toMatchObject({ ok: true });
  town.clock.advanceDays(retentionDays.abandonedFile - 1);
  await night();
  expect(await isThere(fileId)).toBe(true);
  town.clock.advanceDays(2);
  await night();
  expect(await isThere(fileId)).toBe(false);
});

test('only a place for photos can be announced: nothing that is kept is swept by it', async () => {
  for (const path of ['kept/0f/one.jpg', 'evidence/../kept/a.jpg', 'evidence/a/b.jpg', 'a.jpg']) {
    const answer = await head.call(points.announcePhotos, { paths: [path] });
    expect([path, answer.ok || answer.error.code]).toEqual([path, 'input-invalid']);
  }
  expect(town.engine.find('uploads', { query: { personId: personId() } })).toEqual([]);
});
