import { people, points } from '../../../src/contracts';
import type { Recheck } from '../../../src/domain/records/recheck';
import { redoRecheck } from '../../../src/domain/records/redo-recheck';
import { drawRechecks, freezeRechecks, toTheDraw } from '../../proof/ready/rechecks';
import { codeOf, openPointsTown, type PointsTown } from './points-town';

let town: PointsTown;
beforeEach(async () => {
  town = await openPointsTown();
});
afterEach(() => {
  town.checkBooks();
});

const villageId = 'v01';
const recheckOf = () =>
  (town.engine.find('rechecks') as unknown as Recheck[]).find(
    (each) => each.villageId === villageId,
  );
const timer = async () => codeOf(await town.timer('jobs', 'draw-rechecks'));

/** The one record of village 1 that was posted last month, drawn and asked for. */
async function drawn(householdNumber = 14): Promise<string> {
  const recordId = await town.onNotice(householdNumber);
  town.clock.advanceDays(6);
  await town.closeNotices();
  await drawRechecks(town);
  expect(recheckOf()?.drawn).toEqual([recordId]);
  return recordId;
}

/** Supervisors of village 1, as the town was founded. */
const supervisors = () =>
  [1, 2, 3, 4, 5, 6, 7, 8].filter((number) => {
    const held = town.head(number);
    const [person] = town.engine.find('persons', { query: { openid: held.openid } });
    const roles = person?.roles as { role: string; place: string }[] | undefined;
    return roles?.some(({ role, place }) => role === 'supervisor' && place === villageId);
  });

const look = (number: number, recordId: string, outcome: 'holds' | 'wrong' = 'holds') =>
  town.head(number).call(points.recheckRecord, { recordId, outcome, reason: '到现场看过' });

test('frozen and public before the night; drawn once, and anybody draws it again', async () => {
  const recordId = await town.onNotice(14);
  town.clock.advanceDays(6);
  await town.closeNotices();
  await freezeRechecks(town);
  const before = await town.as('passer-by').must(points.readRecheck, { villageId });
  expect(before).toMatchObject({ draw: null, lines: [] });
  expect(before.marks).toHaveLength(1);
  expect(JSON.stringify(before)).not.toContain(recordId);
  // Two timers at once, again, and the morning before its day: the same pool, and no draw.
  await Promise.all([timer(), timer()]);
  expect(recheckOf()).toMatchObject({ state: 'frozen', frozenAtMs: before.frozenAtMs });
  toTheDraw(town);
  await Promise.all([timer(), timer()]);
  await timer();
  const after = await town.as('passer-by').must(points.readRecheck, { villageId });
  expect(after).toMatchObject({ marks: before.marks, seedHash: before.seedHash });
  expect(redoRecheck(after)).toEqual({ drawFits: true, nightFits: true });
  const asked = town.record(recordId).steps.filter(({ action }) => action === 'draw-recheck');
  expect(asked).toHaveLength(1);
});

test('a supervisor looks again once; the board counts it, and names nobody', async () => {
  const recordId = await drawn();
  const [first = 0, second = 0] = supervisors();
  const { cards } = await town.head(first).must(people.readToday, {});
  expect(cards.map(({ toDo }) => toDo)).toContain('to-recheck');
  expect(codeOf(await look(first, recordId, 'wrong'))).toBe('ok');
  expect(codeOf(await look(second, recordId))).toBe('already-rechecked');
  // It takes nothing back by itself: two do.
  expect(town.record(recordId)).toMatchObject({ state: 'posted', recheck: { outcome: 'wrong' } });
  const ofVillage = await town.head(9).must(points.readRecheck, { villageId });
  expect(ofVillage.lines).toMatchObject([{ householdNumber: 14, result: 'wrong' }]);
  const stranger = await town.as('passer-by').must(points.readRecheck, { villageId });
  expect(stranger.lines).toMatchObject([{ householdNumber: null, result: 'wrong' }]);
  const board = await town.as('passer-by').must(points.readBoard, { villageId });
  expect(board.rechecked).toEqual({ month: ofVillage.month, drawn: 1, holds: 0, wrong: 1 });
  const again = { recordId, reason: '查实没有这件事' };
  expect(codeOf(await town.head(first).call(points.proposeReversal, again))).toBe('ok');
});

test('whoever had a hand in it, the committee and the town in its days may not', async () => {
  const recordId = await drawn();
  const [first = 0] = supervisors();
  const record = town.record(recordId);
  const [person] = town.engine.find('persons', { query: { openid: town.head(first).openid } });
  const personId = String(person?.personId);
  const steps = record.steps.map((step) => ({ ...step, personId }));
  await town.engine.set('records', recordId, { ...record, steps });
  expect(codeOf(await look(first, recordId))).toBe('had-a-hand');
  await town.engine.set('records', recordId, { ...record });
  const input = { recordId, outcome: 'holds' as const, reason: '到现场看过' };
  expect(codeOf(await look(2, recordId))).toBe('not-your-job');
  const early = await town.administrator.call(points.recheckRecord, input);
  expect(codeOf(early)).toBe('supervisors-turn');
  town.clock.advanceDays(21);
  expect(codeOf(await town.administrator.call(points.recheckRecord, input))).toBe('ok');
});

test('what was not drawn is not looked at again; a month that is not over has none', async () => {
  const recordId = await town.onNotice(14);
  town.clock.advanceDays(6);
  await town.closeNotices();
  const [first = 0] = supervisors();
  expect(codeOf(await look(first, recordId))).toBe('not-for-recheck');
  const asked = await town.as('passer-by').call(points.readRecheck, { villageId });
  expect(codeOf(asked)).toBe('recheck-not-found');
});
