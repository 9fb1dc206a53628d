import { people, points } from '../../../src/contracts';
import { drawIsHonest, drawsOf, votesNeeded } from '../../../src/domain/records/panel';
import { letTheDrawFall } from '../../support/draw';
import { householdId } from '../../support/household-ids';
import { codeOf, messageOf, openPointsTown, type PointsTown, panelNumbers } from './points-town';

let town: PointsTown;
beforeEach(async () => {
  town = await openPointsTown();
});
afterEach(() => {
  town.checkBooks();
});

const deed = () => ({ itemId: 'settle-dispute', day: town.today(), photos: [] });

test('a cadre records neither their own household nor near relatives', async () => {
  const cadre = town.head(1);
  const own = await cadre.call(points.recordDeed, {
    householdId: householdId(town, 'v01-1'),
    ...deed(),
  });
  expect(codeOf(own)).toBe('own-household');
  const relative = await cadre.call(points.recordDeed, {
    householdId: householdId(town, 'v01-14'),
    ...deed(),
  });
  expect(codeOf(relative)).toBe('near-relative');
  expect(messageOf(relative)).toContain('另一位同事');
  const missing = await cadre.call(points.recordDeed, {
    householdId: town.newId(),
    ...deed(),
  });
  expect(codeOf(missing)).toBe('household-not-found');
  const elsewhere = await cadre.call(points.recordDeed, {
    householdId: householdId(town, 'v02-13'),
    ...deed(),
  });
  expect(codeOf(elsewhere)).toBe('not-yours');
  const resident = await town
    .head(13)
    .call(points.recordDeed, { householdId: householdId(town, 'v01-16'), ...deed() });
  expect(codeOf(resident)).toBe('not-your-job');
  expect(town.engine.find('records')).toEqual([]);
});

test('whoever recorded it does not check it; another cadre does', async () => {
  const recorded = await town
    .head(1)
    .must(points.recordDeed, { householdId: householdId(town, 'v01-13'), ...deed() });
  const { recordId } = recorded;
  expect(recorded).toEqual({ recordId, state: 'waiting-check', points: 2 });
  const own = await town.head(1).call(points.checkRecord, { recordId, accept: true });
  expect(codeOf(own)).toBe('recorder-may-not-decide');
  await town.drawFor(recordId);
  expect(town.record(recordId)).toMatchObject({ state: 'waiting-review', byCadre: true });
});

test('a check is not done by the household itself, its relatives, or another village', async () => {
  const ofCadre = await town.declare(1);
  const check = (number: number, recordId: string) =>
    town.head(number).call(points.checkRecord, { recordId, accept: true });
  // The head of household 1 declared it, so that comes first.
  expect(codeOf(await check(1, ofCadre))).toBe('recorder-may-not-decide');
  const ofRelative = await town.declare(14);
  expect(codeOf(await check(1, ofRelative))).toBe('near-relative');
  expect(codeOf(await check(4, ofRelative))).toBe('not-your-job');
  const neighbour = await town.joinHead(2, 1);
  const refused = await neighbour.call(points.checkRecord, { recordId: ofRelative, accept: true });
  expect(codeOf(refused)).toBe('not-yours');
  const nowhere = await town
    .head(2)
    .call(points.checkRecord, { recordId: town.newId(), accept: true });
  expect(codeOf(nowhere)).toBe('record-not-found');
});

test('refusing needs a reason, ends the record and gives the allowance back', async () => {
  const recordId = await town.declare(13, { itemId: 'military-service' });
  const bare = await town.head(2).call(points.checkRecord, { recordId, accept: false });
  expect(codeOf(bare)).toBe('reason-needed');
  const reason = '没有看到入伍通知书';
  await town.head(2).must(points.checkRecord, { recordId, accept: false, reason });
  const { record } = await town.head(13).must(points.readRecord, { recordId });
  expect(record).toMatchObject({ state: 'refused-at-check', stateLabel: '核对没通过' });
  expect(record.next).toContain(reason);
  const again = { itemId: 'military-service', day: town.today(), photos: [] };
  expect(codeOf(await town.head(13).call(points.declareDeed, again))).toBe('ok');
});

test('recorder and checker are never drawn, household and relatives do not vote', async () => {
  for (let round = 0; round < 8; round += 1) {
    const recordId = await town
      .declare(15, { day: `2026-10-${20 + round}`, itemId: 'pair-up-help' })
      .catch(() => null);
    if (!recordId) break;
    await town.drawFor(recordId);
    const drawn = panelNumbers(town, recordId);
    expect(drawn).not.toContain(7);
    expect(drawn.every((number) => number >= 8 && number <= 12)).toBe(true);
    expect(town.record(recordId).draw?.pool.filter(({ near }) => !near)).toHaveLength(5);
  }
  expect(town.engine.find('records').length).toBeGreaterThanOrEqual(4);
});

test('a panel that cannot be drawn is said, and the record goes on waiting', async () => {
  const people = town.engine.find('persons', { query: { 'roles.role': 'panel' } });
  for (const person of people.slice(0, 4)) {
    const { _id, ...rest } = person;
    await town.engine.set('persons', _id, { ...rest, roles: [] });
  }
  const recordId = await town.declare(13);
  const answer = await town.head(2).call(points.checkRecord, { recordId, accept: true });
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'panel-too-small', details: { there: 2, needed: 3 } },
  });
  expect(town.record(recordId)).toMatchObject({ state: 'waiting-check', draw: null });
  expect(town.record(recordId).frozen).toBeNull();
});

test('only the drawn vote, once; two of the first three against end it', async () => {
  const recordId = await town.declare(13);
  await town.drawFor(recordId);
  const drawn = panelNumbers(town, recordId);
  const other = [7, 8, 9, 10, 11, 12].find((number) => !drawn.includes(number)) ?? 0;
  const vote = (number: number | undefined, accept: boolean, reason?: string) =>
    town
      .head(Number(number))
      .call(points.reviewRecord, { recordId, accept, ...(reason && { reason }) });
  expect(codeOf(await vote(other, true))).toBe('not-on-panel');
  expect(codeOf(await vote(drawn[0], false))).toBe('reason-needed');
  expect(codeOf(await vote(drawn[0], false, '那天没见到'))).toBe('ok');
  expect(codeOf(await vote(drawn[0], true))).toBe('already-voted');
  expect(codeOf(await vote(drawn[1], true))).toBe('ok');
  expect(codeOf(await vote(drawn[2], false, '没有劝成'))).toBe('ok');
  expect(town.record(recordId)).toMatchObject({ state: 'refused-at-review', open: false });
});

test('a panel that does not decide in time gives way to another, which votes anew', async () => {
  const recordId = await town.declare(13);
  await town.drawFor(recordId);
  const first = panelNumbers(town, recordId);
  const [yes = 0, no = 0, ...away] = first;
  await town.head(yes).must(points.reviewRecord, { recordId, accept: true });
  const reason = '没看到';
  await town.head(no).must(points.reviewRecord, { recordId, accept: false, reason });
  const redraw = (number: number) => town.head(number).call(points.redrawPanel, { recordId });
  town.clock.advanceDays(3);
  const early = await redraw(2);
  expect([codeOf(early), messageOf(early)]).toEqual([
    'panel-not-late',
    '抽到的人在 11月6日 前都可以表态,过了这天再换人。',
  ]);
  const late = () => town.head(2).must(points.listRecords, { view: 'review-late' });
  expect((await late()).records).toEqual([]);
  town.clock.advanceDays(1);
  await town.timer('jobs', 'escalate-tasks');
  expect((await late()).records).toMatchObject([{ recordId, state: 'waiting-review' }]);
  expect(codeOf(await redraw(first[0] ?? 0))).toBe('not-your-job');
  expect(codeOf(await redraw(2))).toBe('ok');
  expect(town.record(recordId)).toMatchObject({ state: 'waiting-draw', votes: [] });
  await letTheDrawFall(town);
  const second = panelNumbers(town, recordId);
  expect(second).toHaveLength(3);
  expect(second).toEqual(expect.arrayContaining([yes, no]));
  expect(second.filter((number) => away.includes(number))).toEqual([]);
  expect(codeOf(await redraw(2))).toBe('panel-not-late');
  const stale = await town.head(away[0] ?? 0).call(points.reviewRecord, { recordId, accept: true });
  expect(codeOf(stale)).toBe('not-on-panel');
  const { seedHash, draw } = town.record(recordId);
  expect(drawsOf(draw)).toHaveLength(2);
  expect(drawIsHonest(seedHash, drawsOf(draw))).toBe(true);
  await town.review(recordId);
  expect(town.record(recordId).state).toBe('waiting-notice');
});

test('who was drawn steps aside with a reason; under three the next comes in', async () => {
  const recordId = await town.declare(14);
  await town.drawFor(recordId);
  const drawn = panelNumbers(town, recordId);
  const [first = 0, second = 0, third = 0, fourth = 0] = drawn;
  const outside = [7, 8, 9, 10, 11, 12].find((number) => !drawn.includes(number)) ?? 0;
  const aside = (number: number) =>
    town.head(number).call(points.stepAside, { recordId, reason: '跟这一户有过节' });
  await town.head(fourth).must(points.reviewRecord, { recordId, accept: true });
  expect(codeOf(await aside(fourth))).toBe('already-voted');
  expect(codeOf(await aside(first))).toBe('ok');
  expect(codeOf(await aside(second))).toBe('ok');
  expect(panelNumbers(town, recordId)).toEqual(drawn.slice(2));
  expect(codeOf(await aside(third))).toBe('ok');
  expect(panelNumbers(town, recordId)).toEqual([...drawn.slice(3), outside]);
  expect(codeOf(await aside(outside))).toBe('nobody-comes-in');
  expect(codeOf(await aside(first))).toBe('not-on-panel');
  const { draw, seedHash, votes, steps } = town.record(recordId);
  const [told] = drawsOf(draw);
  expect(told && drawIsHonest(seedHash, [told])).toBe(true);
  expect(told && drawIsHonest(seedHash, [{ ...told, aside: [] }])).toBe(false);
  expect([votes.length, steps.at(-1)?.reason]).toEqual([1, '跟这一户有过节']);
  const { cards } = await town.head(outside).must(people.readToday, {});
  expect(cards.map(({ title }) => title)).toContain('评议');
  await town.head(outside).must(points.reviewRecord, { recordId, accept: true });
  expect(town.record(recordId).state).toBe('waiting-notice');
});

test('the same deed declared anew goes to the panel that refused it, may pass now', async () => {
  const recordId = await town.declare(13);
  await town.drawFor(recordId);
  const drawn = panelNumbers(town, recordId);
  const reason = '照片看不清';
  for (const number of drawn.slice(0, 2)) {
    const vote = { recordId, accept: false, reason };
    await town.head(number).must(points.reviewRecord, vote);
  }
  expect(town.record(recordId).state).toBe('refused-at-review');
  const { day, seedHash } = town.record(recordId);
  const again = await town.declare(13, { day });
  await town.check(again);
  expect(town.record(again)).toMatchObject({
    state: 'waiting-review',
    againOf: recordId,
    seedHash,
  });
  expect(panelNumbers(town, again)).toEqual(drawn);
  const other = await town.declare(13, { day: town.today() });
  expect(town.record(other).seedHash).not.toBe(seedHash);
  await town.review(again);
  expect(town.record(again).state).toBe('waiting-notice');
});

test('near relatives of who recorded or checked it are not drawn', async () => {
  // Households 1 and 14 are near relatives, 7 and 15 are, too.
  const people = town.engine.find('persons', { query: { 'roles.role': 'panel' } });
  expect(people.length).toBeGreaterThan(votesNeeded);
  const recordId = await town.declare(13);
  const household = town.engine.get('households', householdId(town, 'v01-2'));
  const relativeIds = [householdId(town, 'v01-8')];
  await town.engine.set('households', String(household?._id), { ...household, relativeIds });
  await town.drawFor(recordId);
  expect(panelNumbers(town, recordId).sort()).toEqual([10, 11, 12, 7, 9]);
  const why = town.record(recordId).draw?.leftOut.map((each) => each.why);
  expect(why).toEqual(['kin-of-involved']);
});

test('a cosignature is refused by the wrong people and can end it', async () => {
  const recordId = await town.declare(3);
  await town.drawFor(recordId);
  const cadre = await town.head(2).call(points.cosignRecord, { recordId, accept: true });
  expect(codeOf(cadre)).toBe('not-your-job');
  const reason = '没有材料';
  await town.head(5).must(points.cosignRecord, { recordId, accept: false, reason });
  expect(town.record(recordId).state).toBe('refused-at-cosign');
});

test('withdrawing is for the declarer while nobody has looked', async () => {
  const recordId = await town.declare(13);
  const neighbour = await town.head(15).call(points.withdrawRecord, { recordId });
  expect(codeOf(neighbour)).toBe('not-yours');
  const cadre = await town.head(2).call(points.withdrawRecord, { recordId });
  expect(codeOf(cadre)).toBe('not-the-recorder');
  expect(codeOf(await town.head(13).call(points.withdrawRecord, { recordId }))).toBe('ok');
  expect(codeOf(await town.head(13).call(points.withdrawRecord, { recordId }))).toBe('wrong-state');
  const checked = await town.declare(13);
  await town.drawFor(checked);
  const late = await town.head(13).call(points.withdrawRecord, { recordId: checked });
  expect(codeOf(late)).toBe('wrong-state');
  expect(messageOf(late)).toContain('评议中');
});
