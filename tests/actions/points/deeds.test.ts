import { points } from '../../../src/contracts';
import { mostPhotoBytes } from '../../../src/domain/records/photos';
import { householdId } from '../../support/household-ids';
import { jpegParts, jpegSegment, testPhoto } from '../../support/photo';
import { codeOf, type DeedInput, messageOf, openPointsTown, type PointsTown } from './points-town';

let town: PointsTown;
beforeEach(async () => {
  town = await openPointsTown();
});
afterEach(() => {
  town.checkBooks();
});

const photo = (name: string, shows = name) =>
  town.putFile(`evidence/${name}.jpg`, testPhoto(shows));
const declare = (deed: DeedInput, number = 13, commandId = town.newId()) =>
  town
    .head(number)
    .call(
      points.declareDeed,
      { itemId: 'settle-dispute', day: town.today(), photos: [], ...deed },
      commandId,
    );

test('the scheme decides who brings an item up, with which evidence and units', async () => {
  const cases: [DeedInput, string][] = [
    [{ itemId: 'fly-to-the-moon' }, 'item-not-found'],
    [{ itemId: 'attend-village-meeting' }, 'item-not-for-you'],
    [{ itemId: 'plant-trees' }, 'photo-needed'],
    [{ itemId: 'plant-trees', photos: ['cloud://test.files/other/a.jpg'] }, 'photo-not-yours'],
    [{ itemId: 'plant-trees', photos: ['cloud://test.files/evidence/a.jpg'] }, 'photo-not-yours'],
    [{ itemId: 'volunteer-service' }, 'units-needed'],
    [{ itemId: 'volunteer-service', units: 5 }, 'units-needed'],
    [{ itemId: 'admitted-to-university' }, 'level-needed'],
    [{ itemId: 'admitted-to-university', levelId: 'kindergarten' }, 'level-needed'],
    [{ day: '2026-11-03' }, 'day-not-allowed'],
    [{ day: '2026-10-02' }, 'day-not-allowed'],
    [{ day: '2026-02-30' }, 'day-not-allowed'],
  ];
  for (const [deed, code] of cases) {
    const answer = await declare(deed);
    expect([deed, codeOf(answer)]).toEqual([deed, code]);
    expect(messageOf(answer)).toMatch(/[。]$/);
  }
  expect(town.engine.find('records')).toEqual([]);
  expect(town.engine.find('allowances')).toEqual([]);
  expect(codeOf(await declare({ day: '2026-10-03' }))).toBe('ok');
  const level = await declare({ itemId: 'admitted-to-university', levelId: 'master' });
  expect(level).toMatchObject({ ok: true, value: { points: 10, state: 'waiting-check' } });
});

test('today is the server’s day at +08:00, whatever the phone says', async () => {
  town.clock.advanceMs(14 * 3_600_000 + 59 * 60_000 + 59_000);
  expect(codeOf(await declare({ day: '2026-11-03' }))).toBe('day-not-allowed');
  town.clock.advanceMs(1000);
  expect(codeOf(await declare({ day: '2026-11-03' }))).toBe('ok');
});

test('a photo larger than a camera makes is refused, and nothing is written', async () => {
  const large = town.putFile('evidence/large.jpg', new Uint8Array(mostPhotoBytes + 1));
  const before = town.engine.count('records', {});
  const answer = await declare({ itemId: 'plant-trees', photos: [photo('small'), large] });
  expect(answer).toMatchObject({
    error: { code: 'photo-not-yours', message: expect.stringContaining('太大') },
  });
  expect(town.engine.count('records', {})).toBe(before);
  const padded = jpegParts('fits');
  const padding = mostPhotoBytes - testPhoto('fits').length;
  const fits = Uint8Array.from([
    ...[...padded.start, ...padded.jfif, ...padded.picture, ...padded.end],
    ...new Uint8Array(padding),
  ]);
  const photos = [town.putFile('evidence/fits.jpg', fits)];
  expect(codeOf(await declare({ itemId: 'plant-trees', photos }))).toBe('ok');
});

test('one photo is evidence for one record', async () => {
  const planting = { itemId: 'plant-trees', photos: [photo('one'), photo('one'), photo('two')] };
  expect(codeOf(await declare(planting))).toBe('ok');
  for (const taken of ['one', 'two']) {
    const photos = [photo('new'), photo(taken)];
    const again = await declare({ itemId: 'rebuild-toilet', photos }, 15);
    expect(codeOf(again)).toBe('photo-not-yours');
    expect(messageOf(again)).toContain('另一条记录');
  }
  // What was refused claimed nothing, and its photo is still there.
  const fresh = { itemId: 'rebuild-toilet', photos: [photo('new')] };
  expect(codeOf(await declare(fresh, 15))).toBe('ok');
});

test('the same photo under another name is the same photo, whatever is noted in it', async () => {
  expect(codeOf(await declare({ itemId: 'plant-trees', photos: [photo('one')] }))).toBe('ok');
  const again = { itemId: 'rebuild-toilet', photos: [photo('renamed', 'one')] };
  const answer = await declare(again, 15);
  expect(codeOf(answer)).toBe('photo-not-yours');
  expect(messageOf(answer)).toContain('(“植树治沙”');
  const { start, jfif, picture, end } = jpegParts('one');
  const noted = [...start, ...jfif, ...jpegSegment(0xfe, 'taken elsewhere'), ...picture, ...end];
  const bytes = Uint8Array.from(noted);
  const photos = [town.putFile('evidence/noted.jpg', bytes)];
  expect(codeOf(await declare({ ...again, photos }, 15))).toBe('photo-not-yours');
  // Twice in one deed it is one photo.
  const twice = [photo('three'), photo('three-again', 'three')];
  const { recordId } = await town.head(15).must(points.declareDeed, {
    ...{ itemId: 'rebuild-toilet', day: town.today(), photos: twice },
  });
  expect(town.record(recordId).photos).toHaveLength(1);
});

test('a deed withdrawn gives its photo back to its household, not to another', async () => {
  const deed = { itemId: 'plant-trees', photos: [photo('one')] };
  const first = await town.head(13).must(points.declareDeed, { ...deed, day: town.today() });
  await town.head(13).must(points.withdrawRecord, { recordId: first.recordId });
  const elsewhere = { itemId: 'rebuild-toilet', photos: [photo('two', 'one')] };
  expect(codeOf(await declare(elsewhere, 15))).toBe('photo-not-yours');
  expect(codeOf(await declare({ ...deed, photos: [photo('three', 'one')] }))).toBe('ok');
});

test('the name of a photo lets nobody put another in its place, nor delete it', async () => {
  const first = { itemId: 'plant-trees', day: town.today(), photos: [photo('one')] };
  const { recordId } = await town.head(13).must(points.declareDeed, first);
  const [kept = ''] = town.record(recordId).photos;
  const other = { itemId: 'rebuild-toilet', day: town.today(), photos: [photo('one', 'other')] };
  const later = await town.head(15).must(points.declareDeed, other);
  const [ofLater = ''] = town.record(later.recordId).photos;
  expect(ofLater).not.toBe(kept);
  const bytesOf = (fileId: string) => town.files.read(fileId, mostPhotoBytes);
  expect(await bytesOf(kept)).toEqual(testPhoto('one'));
  expect(await bytesOf(ofLater)).toEqual(testPhoto('other'));
  // One given back is another file too: the first record’s goes without it.
  await town.head(13).must(points.withdrawRecord, { recordId });
  const again = await town.head(13).must(points.declareDeed, { ...first, photos: [photo('one')] });
  expect(town.record(again.recordId).photos).not.toContain(kept);
});

const fallOf = (answer: Awaited<ReturnType<typeof declare>>) =>
  answer.ok ? town.record(answer.value.recordId) : { points: 0, spendable: 0 };
const spendableOf = async (deed: Parameters<typeof declare>[0]) =>
  fallOf(await declare(deed)).spendable;

test('what is pending counts towards the cap, what ended without points does not', async () => {
  const patrol = { itemId: 'public-order-patrol', note: '又一班' };
  for (let times = 0; times < 4; times += 1) expect(await spendableOf(patrol)).toBe(5);
  // Nothing is refused, and all of it is honour.
  expect(fallOf(await declare(patrol))).toMatchObject({ points: 5, spendable: 0 });
  const [first] = town.engine.find('records');
  await town.head(13).must(points.withdrawRecord, { recordId: String(first?._id) });
  expect(await spendableOf(patrol)).toBe(5);
  // The last quarter has its own cap: caps count by the day of the deed.
  town.clock.advanceDays(-30);
  expect(await spendableOf({ ...patrol, day: '2026-09-30' })).toBe(5);
});

test('what the cap leaves goes to both purses, from the record to the account', async () => {
  const hours = (units: number) => ({ itemId: 'volunteer-service', units, note: '又一回' });
  expect(fallOf(await declare(hours(3)))).toMatchObject({ points: 15, spendable: 15 });
  const over = await declare(hours(2));
  expect(over).toMatchObject({ ok: true, value: { points: 10 } });
  if (!over.ok) return;
  const { recordId } = over.value;
  expect(town.record(recordId).capText).toContain('荣誉分 10,兑换分 5。');
  const { record } = await town.head(13).must(points.readRecord, { recordId });
  expect(record).toMatchObject({ points: 10, spendable: 5 });
  expect(await spendableOf(hours(1))).toBe(0);
  await town.drawFor(recordId);
  await town.review(recordId);
  const noticeId = await town.notice([recordId]);
  const board = await town.head(15).must(points.readBoard, { villageId: 'v01', noticeId });
  expect(board.notices[0]?.lines).toMatchObject([{ points: 10, spendable: 5 }]);
  town.clock.advanceDays(6);
  await town.closeNotices();
  const entry = town.entries(13).at(-1);
  expect(entry).toMatchObject({ kind: 'award', honour: 10 });
  expect(entry?.cause.why?.join('')).toContain('荣誉分 10,兑换分 5。');
  expect(town.account(13).spendable).toBe(5);
  expect(await spendableOf(hours(1))).toBe(0);
});

test('once means once in all years: the second time is honour alone', async () => {
  const service = { itemId: 'military-service' };
  expect(await spendableOf(service)).toBe(20);
  town.clock.advanceDays(400);
  expect(fallOf(await declare(service))).toMatchObject({ points: 20, spendable: 0 });
  expect(fallOf(await declare(service, 15)).spendable).toBe(20);
});

test('sixty points a quarter over all items, what is once in a life beside them', async () => {
  expect(await spendableOf({ itemId: 'act-of-courage' })).toBe(50);
  for (const units of [2, 2]) {
    const work = {
      itemId: 'unpaid-public-work',
      units,
      note: '又一处',
      photos: [photo(`work-${town.newId()}`)],
    };
    await declare(work);
  }
  expect(await spendableOf({ itemId: 'volunteer-service', units: 4 })).toBe(20);
  expect(await spendableOf({ itemId: 'pair-up-help' })).toBe(5);
  expect(await spendableOf({ itemId: 'public-order-patrol', note: '又一班' })).toBe(5);
  expect(await spendableOf({ itemId: 'grassland-fire-watch' })).toBe(0);
  expect(await spendableOf({ itemId: 'admitted-to-university', levelId: 'doctor' })).toBe(20);
});

test('the allowance asked before is the one that decides', async () => {
  const ask = (number: number, household = 'v01-13') =>
    town.head(number).call(points.readAllowance, {
      householdId: householdId(town, household),
      itemId: 'settle-dispute',
      day: town.today(),
    });
  expect(await ask(13)).toMatchObject({ ok: true, value: { pointsLeft: 8 } });
  await declare({});
  expect(await ask(2)).toMatchObject({ ok: true, value: { pointsLeft: 6 } });
  expect(codeOf(await ask(15))).toBe('not-yours');
  expect(codeOf(await ask(13, 'v02-13'))).toBe('not-yours');
});

test('one command sent fifty times at once is one record and one use of the cap', async () => {
  const commandId = town.newId();
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => declare({ itemId: 'military-service' }, 13, commandId)),
  );
  const bodies = new Set(answers.map((answer) => JSON.stringify(answer.ok && answer.value)));
  expect(bodies).toEqual(
    new Set([JSON.stringify({ recordId: commandId, state: 'waiting-check', points: 20 })]),
  );
  expect(town.engine.find('records')).toHaveLength(1);
  const other = await declare({ itemId: 'settle-dispute' }, 13, commandId);
  expect(codeOf(other)).toBe('command-reused');
});

test('twenty declarations at once never pass the cap together, and none is lost', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => {
      town.clock.advanceMs(1);
      return declare({ itemId: 'public-order-patrol', note: '又一班' });
    }),
  );
  const falls = answers.map(fallOf);
  expect(falls.map(({ points: honour }) => honour)).toEqual(Array(20).fill(5));
  expect(falls.reduce((sum, { spendable }) => sum + spendable, 0)).toBe(20);
});

test('bad input is refused in words and writes nothing', async () => {
  const resident = town.head(13);
  const good = { itemId: 'settle-dispute', day: town.today(), photos: [] };
  const bad: unknown[] = [
    null,
    'text',
    [],
    { ...good, itemId: { $ne: '1' } },
    { ...good, day: { $gt: '' } },
    { ...good, day: '2026-13-01' },
    { ...good, units: 0 },
    { ...good, units: 1.5 },
    { ...good, units: '2' },
    { ...good, photos: ['https://elsewhere/evidence/a.jpg'] },
    { ...good, photos: Array.from({ length: 7 }, (_, index) => photo(`p${index}`)) },
    { ...good, note: '长'.repeat(201) },
    { ...good, householdId: householdId(town, 'v01-15') },
    { ...good, points: 500 },
    { ...good, location: { latitude: 91, longitude: 0, accuracyMetres: 1 } },
  ];
  for (const input of bad) {
    const event = { action: 'declare-deed', commandId: town.newId(), input };
    const answer = await town.send('points', event, resident.openid);
    expect([input, codeOf(answer)]).toEqual([input, 'input-invalid']);
  }
  const long = { action: 'declare-deed', commandId: town.newId(), input: 'x'.repeat(1_000_000) };
  expect(codeOf(await town.send('points', long, resident.openid))).toBe('input-too-large');
  expect(town.engine.find('records')).toEqual([]);
});

test('an id that is taken by a record or notice is refused at once, and theirs stays', async () => {
  const recordId = await town.declare(13);
  const deed = { itemId: 'public-order-patrol', day: town.today(), photos: [] };
  const again = await town.head(15).call(points.declareDeed, deed, recordId);
  expect(codeOf(again)).toBe('command-reused');
  expect(town.record(recordId)).toMatchObject({ householdNumber: 13, itemId: 'settle-dispute' });
  const [first, second] = [await town.declare(14), await town.declare(15)];
  for (const id of [first, second]) {
    await town.drawFor(id);
    await town.review(id);
  }
  const noticeId = await town.notice([first]);
  const notice = { villageId: 'v01', recordIds: [second] };
  const taken = await town.head(2).call(points.openNotice, notice, noticeId);
  expect(codeOf(taken)).toBe('command-reused');
  expect(town.record(second).state).toBe('waiting-notice');
});
