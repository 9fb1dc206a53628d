import { points } from '../../../src/contracts';
import type { ValueOf } from '../../../src/contracts/contract';
import { householdId } from '../../support/household-ids';
import { testPhoto } from '../../support/photo';
import { codeOf, openPointsTown, type PointsTown, panelNumbers } from './points-town';

let town: PointsTown;
beforeEach(async () => {
  town = await openPointsTown();
});

const list = async (number: number, view: 'own' | 'to-check' | 'to-review' | 'objections') =>
  (await town.head(number).must(points.listRecords, { view })).records.map((r) => r.recordId);

test('each queue shows what its reader may decide on, nobody else’s', async () => {
  const ofRelative = await town.declare(14);
  const ofResident = await town.declare(13);
  const ofCadre = await town.declare(1);
  expect(await list(1, 'to-check')).toEqual([ofResident]);
  expect(await list(2, 'to-check')).toEqual([ofRelative, ofResident, ofCadre]);
  expect(await list(13, 'to-check')).toEqual([]);
  expect(await list(13, 'own')).toEqual([ofResident]);
  await town.drawFor(ofCadre);
  const cosign = await town.head(4).must(points.listRecords, { view: 'to-cosign' });
  expect(cosign.records.map((r) => r.recordId)).toEqual([ofCadre]);
  await town.drawFor(ofResident);
  const drawn = panelNumbers(town, ofResident);
  expect(await list(Number(drawn[0]), 'to-review')).toEqual([ofResident]);
  await town
    .head(Number(drawn[0]))
    .must(points.reviewRecord, { recordId: ofResident, accept: true });
  expect(await list(Number(drawn[0]), 'to-review')).toEqual([]);
  await town
    .head(Number(drawn[1]))
    .must(points.reviewRecord, { recordId: ofResident, accept: true });
  const toNotice = await town.head(3).must(points.listRecords, { view: 'to-notice' });
  expect(toNotice.records.map((r) => r.stateLabel)).toEqual(['等公示']);
  await town.notice([ofResident]);
  await town.head(15).must(points.objectToRecord, { recordId: ofResident, reason: '不对' });
  expect(await list(4, 'objections')).toEqual([ofResident]);
  const neighbour = await town.joinHead(2, 1);
  const there = await neighbour.must(points.listRecords, { view: 'to-check' });
  expect(there.records).toEqual([]);
});

test('lists go on behind the last one, twenty at a time, without a gap', async () => {
  const items = ['public-order-patrol', 'settle-dispute'];
  const declared: string[] = [];
  for (let index = 0; index < 45; index += 1) {
    const number = 13 + (index % 3);
    const itemId = items[index % 2] ?? '';
    const deed = { itemId, day: '2026-10-20' };
    declared.push(await town.declare(number, deed).catch(() => ''));
  }
  const all = declared.filter(Boolean);
  const seen: string[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const input = { view: 'to-check' as const, ...(after && { after }) };
    const page: ValueOf<typeof points.listRecords> = await town
      .head(2)
      .must(points.listRecords, input);
    expect(page.records.length).toBeLessThanOrEqual(20);
    expect(page.more).toBe(page.next !== null);
    seen.push(...page.records.map(({ recordId }) => recordId));
    after = page.next;
  }
  expect(all.length).toBeGreaterThan(20);
  expect(seen).toEqual(all);
});

test('a record is nobody else’s before its notice, then without photo, note, place', async () => {
  const note = '帮 15 号户和 16 号户调解了草场的事';
  const location = { latitude: 38.5, longitude: 109.2, accuracyMetres: 20 };
  const photos = [town.putFile('evidence/a.jpg', testPhoto('evidence/a.jpg'))];
  const recordId = await town.declare(13, { note, location, photos });
  const read = (number: number) => town.head(number).call(points.readRecord, { recordId });
  for (const number of [15, 7, 12]) expect(codeOf(await read(number))).toBe('record-not-found');
  const whole = await read(2);
  expect(whole).toMatchObject({
    ok: true,
    value: {
      ...{ note, location, photos: [expect.any(String)], photosHidden: false },
      record: { householdNumber: 13 },
    },
  });
  expect(codeOf(await town.as('stranger').call(points.readRecord, { recordId }))).toBe(
    'record-not-found',
  );
  await town.drawFor(recordId);
  await town.review(recordId);
  await town.notice([recordId]);
  expect(await read(15)).toMatchObject({
    ok: true,
    value: {
      note: null,
      location: null,
      photos: [],
      photosHidden: true,
      record: { householdNumber: 13, householdName: '试*' },
      offered: [{ action: 'object-to-record', label: '提出异议' }],
    },
  });
  const neighbour = await town.joinHead(2, 12);
  const outside = await neighbour.call(points.readRecord, { recordId });
  expect(codeOf(outside)).toBe('record-not-found');
});

test('whoever judges a health item without knowing the household gets no evidence', async () => {
  const location = { latitude: 38.5, longitude: 109.1, accuracyMetres: 20 };
  const note = '去苏木卫生院做的体检';
  const path = 'evidence/01HZX0000000000000000000AB.jpg';
  const photos = [town.putFile(path, testPhoto(path))];
  const shows = { location, note, photos };
  const health = await town.declare(14, { itemId: 'free-check-up', ...shows });
  const other = await town.declare(13, { location, note });
  await town.drawFor(health, other);
  const panelist = (recordId: string) => town.head(Number(panelNumbers(town, recordId)[0]));
  const read = (recordId: string) => panelist(recordId).must(points.readRecord, { recordId });
  const hidden = await read(health);
  expect(hidden.record.householdNumber).toBeNull();
  const nothing = { note: null, location: null, photos: [], photosHidden: true };
  expect(hidden).toMatchObject(nothing);
  expect(await read(other)).toMatchObject({ location, note, photosHidden: false });
  const own = await town.head(14).must(points.readRecord, { recordId: health });
  expect(own).toMatchObject({ location, note, photosHidden: false });
});

test('behind the notice all read how it ended, who objected why, nobody whose', async () => {
  const upheld = await town.onNotice(13);
  await town.head(15).must(points.objectToRecord, { recordId: upheld, reason: '那天没有去' });
  const answer = { recordId: upheld, uphold: true, reason: '问过在场的人,那天没有来' };
  await town.head(4).must(points.answerObjection, answer);
  const stands = await town.onNotice(14);
  const read = (number: number, recordId: string) =>
    town.head(number).must(points.readRecord, { recordId });
  const hidden = { householdNumber: null, householdName: null };
  const villagers = await read(15, upheld);
  expect(villagers.record).toMatchObject({ ...hidden, state: 'objection-upheld' });
  expect(villagers.record.next).toBe('异议成立,这一条不记分。');
  expect(villagers.record.next).not.toContain('在场');
  expect(villagers.answer).toMatchObject({ reason: answer.reason, mine: true });
  expect((await read(14, upheld)).answer).toMatchObject({ reason: null, mine: false });
  const own = await read(13, upheld);
  expect(own.record).toMatchObject({ householdNumber: 13 });
  expect(own.record.next).toContain('在场');
  expect((await read(15, stands)).record).toMatchObject({ householdNumber: 14 });
  town.clock.advanceDays(6);
  await town.closeNotices();
  expect((await read(15, stands)).record).toMatchObject({ ...hidden, state: 'posted' });
  town.clock.advanceDays(10);
  expect((await read(14, upheld)).answer).toBeNull();
  expect((await read(15, upheld)).answer).toMatchObject({ mine: true });
});

test('the timeline names offices, never people', async () => {
  const recordId = await town.onNotice(13);
  await town.head(15).must(points.objectToRecord, { recordId, reason: '那天没有去' });
  const shown = await town.head(13).must(points.readRecord, { recordId });
  expect(shown.timeline.map(({ by }) => by)).toEqual([
    '本户',
    '嘎查村委员会',
    '到期自动',
    '评议小组',
    '评议小组',
    '嘎查村委员会',
    '本村村民',
  ]);
  expect(JSON.stringify(shown)).not.toMatch(/试户|personId|head-v/);
  expect(shown.timeline.at(-1)?.reason).toBe('那天没有去');
  const neighbour = await town.head(14).must(points.readRecord, { recordId });
  expect(neighbour.timeline.map(({ reason }) => reason)).toEqual(Array(7).fill(null));
});

test('the board shows the public items, villagers the households that agreed', async () => {
  const named = await town.onNotice(13);
  const silent = await town.onNotice(15);
  const health = await town.onNotice(14, { itemId: 'free-check-up' });
  const household = town.engine.get('households', householdId(town, 'v01-15'));
  await town.engine.set('households', householdId(town, 'v01-15'), {
    ...household,
    namesShown: false,
  });
  const read = async (openid: string | null) => {
    const event = { action: 'read-board', input: { villageId: 'v01' } };
    const answer = await town.send('points', event, openid);
    const { notices } = (answer as { value: { notices: { lines: Record<string, unknown>[] }[] } })
      .value;
    return new Map(
      notices.flatMap(({ lines }) => lines).map((line) => [line.recordId, line.household]),
    );
  };
  const neighbour = await town.joinHead(2, 13);
  for (const openid of [null, 'stranger', neighbour.openid]) {
    expect([...(await read(openid)).values()]).toEqual([null, null, null]);
  }
  const seen = await read(town.head(7).openid);
  expect(seen.get(named)).toBe('13号户 试*');
  expect(seen.get(silent)).toBe('15号户');
  expect(seen.get(health)).toBeNull();
});

test('a board reads the households on its lines and no others, all with one request', async () => {
  const namesOf = async () => {
    const spy = { get: jest.spyOn(town.store, 'get'), query: jest.spyOn(town.store, 'query') };
    const { notices } = await town.head(7).must(points.readBoard, { villageId: 'v01' });
    const read = [...spy.get.mock.calls, ...spy.query.mock.calls]
      .filter(([collection]) => collection === 'households')
      .map(([, asked]) => (typeof asked === 'string' ? asked : asked.where));
    jest.restoreAllMocks();
    return { read, names: notices.flatMap(({ lines }) => lines.map((line) => line.household)) };
  };
  await town.timer('jobs', 'seal-day');
  await town.onNotice(14, { itemId: 'free-check-up' });
  expect(await namesOf()).toEqual({ read: [], names: [null] });
  for (const number of [13, 15]) await town.onNotice(number);
  expect(await namesOf()).toEqual({
    read: [{ _id: [householdId(town, 'v01-13'), householdId(town, 'v01-15')] }],
    names: [null, '13号户 试*', '15号户 试*'],
  });
});

test('the board has totals of the quarter and the last seal once the day was sealed', async () => {
  const board = () => town.as('stranger').must(points.readBoard, { villageId: 'v01' });
  expect(await board()).toMatchObject({
    villageName: '试一嘎查',
    quarter: { name: '2026年第四季度', pointsIssued: 0, householdsWithPoints: 0, households: 16 },
    seal: null,
  });
  await town.onNotice(13, { itemId: 'public-order-patrol' });
  await town.onNotice(15);
  town.clock.advanceDays(6);
  await town.closeNotices();
  await town.timer('jobs', 'seal-day');
  const after = await board();
  expect(after.quarter).toMatchObject({ pointsIssued: 7, householdsWithPoints: 2, redeemed: 0 });
  expect(after.byField).toContainEqual({
    fieldId: 'patriotism-and-law',
    name: '爱党爱国、学法守法',
    points: 7,
  });
  expect(after.seal).toMatchObject({ day: '2026-11-10', accounts: 16 });
  expect(after.notices).toEqual([]);
  const rank = async (number: number) =>
    (await town.head(number).must(points.readAccount, {})).quarterRank;
  expect([await rank(13), await rank(15), await rank(14)]).toEqual([1, 2, null]);
  const nowhere = await town.as('stranger').call(points.readBoard, { villageId: 'v77' });
  expect(codeOf(nowhere)).toBe('village-not-found');
});

test('the scheme in force is public', async () => {
  const { items, fields, schemeVersion } = await town
    .as('stranger')
    .must(points.listItems, { villageId: 'v01' });
  expect([items.length > 30, fields.length, schemeVersion]).toEqual([true, 8, 1]);
});
