import { points } from '../../../src/contracts';
import type { InputOf } from '../../../src/contracts/contract';
import { activityRecordId } from '../../../src/domain/records/activity';
import type { Activity } from '../../../src/domain/records/types';
import { activityViolations } from '../../proof/invariants/activities';
import { readData } from '../../proof/invariants/data';
import { letTheDrawFall } from '../../support/draw';
import { householdId, numberOf } from '../../support/household-ids';
import { testPhoto } from '../../support/photo';
import { codeOf, messageOf, openPointsTown, type PointsTown, panelNumbers } from './points-town';

type Deed = Partial<InputOf<typeof points.recordActivity>>;

let town: PointsTown;
beforeEach(async () => {
  town = await openPointsTown();
});
afterEach(() => {
  town.checkBooks();
  expect(activityViolations(readData(town.engine))).toEqual([]);
});

const idOf = (number: number) => householdId(town, `v01-${number}`);
const recordOf = (activityId: string, number: number) => activityRecordId(activityId, idOf(number));
const inputOf = (numbers: readonly number[], deed: Deed = {}) => ({
  villageId: 'v01',
  householdIds: numbers.map(idOf),
  itemId: 'village-clean-up',
  day: town.today(),
  photos: [],
  ...deed,
});
const record = (numbers: readonly number[], deed?: Deed, by = 3, commandId = town.newId()) =>
  town.head(by).call(points.recordActivity, inputOf(numbers, deed), commandId);

async function recorded(numbers: readonly number[], deed?: Deed): Promise<string> {
  town.clock.advanceMs(1000);
  const answer = await record(numbers, deed);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.activityId;
}

const statesOf = (activityId: string, numbers: readonly number[]) =>
  numbers.map((number) => town.record(recordOf(activityId, number)).state);
const activityOf = (activityId: string) =>
  town.engine.get('activities', activityId) as unknown as Activity;
const photo = (name: string) => town.putFile(`evidence/${name}.jpg`, testPhoto(name));

describe('recording', () => {
  test('one deed of many: each household has its record, waiting for its check', async () => {
    const answer = await record([8, 9, 10]);
    expect(answer).toMatchObject({ ok: true, value: { recorded: 3, points: 2, left: [] } });
    const { activityId } = (answer as { value: { activityId: string } }).value;
    expect(statesOf(activityId, [8, 9, 10])).toEqual(Array(3).fill('waiting-check'));
    const seeds = [8, 9, 10].map((number) => town.record(recordOf(activityId, number)).seedHash);
    expect(new Set(seeds).size).toBe(1);
  });

  test('who has the deed already is left out and said; whose cap is full has honour', async () => {
    await town.declare(8, { itemId: 'village-clean-up' });
    for (const day of ['2026-10-10', '2026-10-11', '2026-10-12', '2026-10-13']) {
      await recorded([9], { day });
    }
    const answer = await record([8, 9, 10]);
    if (!answer.ok) throw new Error(answer.error.message);
    const { recorded: count, left, activityId } = answer.value;
    expect(count).toBe(2);
    const falls = [9, 10].map((number) => town.record(recordOf(activityId, number)));
    expect(falls.map((each) => [each.points, each.spendable])).toEqual([
      [2, 0],
      [2, 2],
    ]);
    expect(left.map((each) => [numberOf(town, each.householdId), each.code])).toEqual([
      [8, 'same-deed'],
    ]);
    for (const { message } of left) expect(message).toMatch(/[。]$/);
    expect(activityOf(activityId).left).toEqual(
      left.map(({ householdId: id, code }) => ({ householdId: id, code })),
    );
  });

  test.each([1, 2, 12])('of %i households it asks 10 times, and 5 for each', async (many) => {
    const input = inputOf([4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15].slice(0, many));
    const before = town.engine.counters().requests;
    await town.head(3).must(points.recordActivity, input);
    expect(town.engine.counters().requests - before).toBeLessThanOrEqual(10 + 5 * many);
  });

  test('whose record has the id already keeps it, and the others are recorded', async () => {
    const activityId = town.newId();
    const deed = { itemId: 'settle-dispute', day: town.today(), photos: [] };
    const alone = { ...deed, householdId: householdId(town, 'v01-9') };
    await town.head(3).must(points.recordDeed, alone, recordOf(activityId, 8));
    const answer = await town.head(3).must(points.recordActivity, inputOf([8, 10]), activityId);
    expect(answer).toMatchObject({ recorded: 1, left: [{ code: 'command-reused' }] });
    expect(town.record(recordOf(activityId, 8)).householdNumber).toBe(9);
    const taken = await town.head(2).call(points.recordActivity, inputOf([11]), activityId);
    expect(codeOf(taken)).toBe('command-reused');
  });

  test('a second record of the same day is said beside its household', async () => {
    const activityId = await recorded([8, 9], { itemId: 'settle-dispute' });
    const { itemId, day } = town.record(recordOf(activityId, 8));
    const alone = { itemId, day, photos: [], householdId: householdId(town, 'v01-8') };
    await town.head(3).must(points.recordDeed, { ...alone, note: '下午又去了一回' });
    const { lines } = await town.head(2).must(points.readActivity, { activityId });
    expect(lines.map((line) => [line.householdNumber, line.sameDay])).toEqual([
      [8, 1],
      [9, 0],
    ]);
  });

  test.each<[string, () => Deed, number[], string]>([
    ['own', () => ({}), [3, 8], 'own-household'],
    [
      'another village',
      () => ({ householdIds: [householdId(town, 'v02-8')] }),
      [],
      'other-village',
    ],
    ['nobody', () => ({ householdIds: [town.newId()] }), [], 'household-not-found'],
    ['no photo', () => ({ itemId: 'plant-trees' }), [8], 'photo-needed'],
    ['no such item', () => ({ itemId: 'fly-to-the-moon' }), [8], 'item-not-found'],
    ['a day to come', () => ({ day: '2026-11-03' }), [8], 'day-not-allowed'],
    ['how much', () => ({ itemId: 'volunteer-service' }), [8], 'units-needed'],
    [
      '201 of them',
      () => ({ householdIds: Array.from({ length: 201 }, () => town.newId()) }),
      [],
      'too-many-households',
    ],
  ])('%s: refused in words, nothing written', async (_, deed, numbers, code) => {
    const answer = await record(numbers, deed());
    expect(codeOf(answer)).toBe(code);
    expect(messageOf(answer)).toMatch(/[。]$/);
    expect(town.engine.find('activities')).toEqual([]);
    expect(town.engine.find('records')).toEqual([]);
  });

  test('a near relative among them is named by number', async () => {
    const answer = await record([8, 14], {}, 1);
    expect(codeOf(answer)).toBe('near-relative');
    expect(messageOf(answer)).toContain('14号户');
  });

  test('one photo is evidence for the activity, and for nothing else', async () => {
    const activityId = await recorded([8, 9], { itemId: 'plant-trees', photos: [photo('a')] });
    expect(activityOf(activityId).photos).toHaveLength(1);
    expect(town.record(recordOf(activityId, 8)).photos).toEqual([]);
    const again = { itemId: 'plant-trees', photos: [photo('a')] };
    expect(codeOf(await record([10], again))).toBe('photo-not-yours');
    const alone = { ...again, day: town.today(), note: '另栽了一片' };
    expect(codeOf(await town.head(8).call(points.declareDeed, alone))).toBe('photo-not-yours');
    // Whoever sees one of its records whole sees what shows it.
    const read = await town.head(8).must(points.readRecord, { recordId: recordOf(activityId, 8) });
    expect(read.photos).toHaveLength(1);
  });

  test('once nothing is left of it, its photo may be brought again', async () => {
    const photos = [photo('b')];
    const activityId = await recorded([8], { itemId: 'plant-trees', photos });
    const decision = { activityId, accept: false, except: [], reason: '日子不对' };
    await town.head(2).must(points.checkActivity, decision);
    expect(codeOf(await record([8], { itemId: 'plant-trees', photos: [photo('b')] }))).toBe('ok');
  });
});

describe('checking', () => {
  const check = (activityId: string, part: object = {}, by = 2) =>
    town.head(by).call(points.checkActivity, { activityId, accept: true, except: [], ...part });

  test('all at once, but for those taken out with their reason', async () => {
    const activityId = await recorded([8, 9, 10]);
    const except = [recordOf(activityId, 9)];
    expect(codeOf(await check(activityId, { except }))).toBe('reason-needed');
    const answer = await check(activityId, { except, reason: '没有来' });
    expect(answer).toMatchObject({ ok: true, value: { agreed: 2, refused: 1, left: [] } });
    expect(town.record(recordOf(activityId, 9))).toMatchObject({ state: 'refused-at-check' });
    expect(town.record(recordOf(activityId, 9)).steps.at(-1)?.reason).toBe('没有来');
    for (const number of [8, 10]) {
      expect(town.record(recordOf(activityId, number)).state).toMatch(/^waiting-(review|draw)$/);
    }
  });

  test('what stands too near waits for another, and is said', async () => {
    const activityId = await recorded([8, 14, 1]);
    const answer = await check(activityId, {}, 1);
    if (!answer.ok) throw new Error(answer.error.message);
    const codes = new Map(answer.value.left.map(({ recordId, code }) => [recordId, code]));
    expect(answer.value.agreed).toBe(1);
    expect(codes.get(recordOf(activityId, 14))).toBe('near-relative');
    expect(codes.get(recordOf(activityId, 1))).toBe('own-household');
    expect(statesOf(activityId, [14, 1])).toEqual(['waiting-check', 'waiting-check']);
    const other = await check(activityId);
    expect(other).toMatchObject({ ok: true, value: { agreed: 2 } });
    // A committee member's own household is looked at by a supervisor as well.
    expect(statesOf(activityId, [1])).toEqual(['waiting-cosign']);
  });

  test('never by who recorded it, nor of what is not in it', async () => {
    const activityId = await recorded([8, 9]);
    expect(codeOf(await check(activityId, {}, 3))).toBe('recorder-may-not-decide');
    expect(codeOf(await check(activityId, { except: [town.newId()] }))).toBe('record-not-found');
    expect(codeOf(await check(town.newId()))).toBe('activity-not-found');
    expect(statesOf(activityId, [8, 9])).toEqual(['waiting-check', 'waiting-check']);
  });
});

describe('taking back', () => {
  const withdraw = (activityId: string, by = 3, commandId = town.newId()) =>
    town.head(by).call(points.withdrawActivity, { activityId }, commandId);

  test('all of it by who recorded it; what it used of the caps is free again', async () => {
    const activityId = await recorded([8, 9, 10]);
    const commandId = town.newId();
    const answer = await withdraw(activityId, 3, commandId);
    expect(answer).toMatchObject({ ok: true, value: { withdrawn: 3, left: [] } });
    expect(statesOf(activityId, [8, 9, 10])).toEqual(Array(3).fill('withdrawn'));
    // Cut off before its answer was kept, it says the same.
    await town.engine.remove('commands', { action: 'points.withdraw-activity' });
    const again = await withdraw(activityId, 3, commandId);
    expect(again).toMatchObject({ ok: true, value: { withdrawn: 3, left: [] } });
    expect((await record([8, 9, 10])).ok).toBe(true);
  });

  test('what was checked already is left, and said; nothing where all of it was', async () => {
    const activityId = await recorded([8, 9]);
    const recordId = recordOf(activityId, 8);
    await town.head(2).must(points.checkRecord, { recordId, accept: true });
    const answer = await withdraw(activityId);
    const left = [{ recordId, code: 'wrong-state' }];
    expect(answer).toMatchObject({ ok: true, value: { withdrawn: 1, left } });
    expect(statesOf(activityId, [8])).toEqual(['waiting-draw']);
    const other = await recorded([10]);
    await town.head(2).must(points.checkActivity, { activityId: other, accept: true, except: [] });
    expect(codeOf(await withdraw(other))).toBe('wrong-state');
  });

  test('by nobody else, nor of what is not there', async () => {
    const activityId = await recorded([8, 9]);
    expect(codeOf(await withdraw(activityId, 2))).toBe('not-the-recorder');
    expect(codeOf(await withdraw(activityId, 8))).toBe('not-your-job');
    expect(codeOf(await withdraw(town.newId()))).toBe('activity-not-found');
    expect(statesOf(activityId, [8, 9])).toEqual(['waiting-check', 'waiting-check']);
  });
});

describe('voting', () => {
  const votersOf = (activityId: string, number: number) =>
    panelNumbers(town, recordOf(activityId, number));

  async function checked(numbers: readonly number[], deed?: Deed): Promise<string> {
    const activityId = await recorded(numbers, deed);
    await town.head(2).must(points.checkActivity, { activityId, accept: true, except: [] });
    await letTheDrawFall(town);
    return activityId;
  }

  test('one vote for all of it that the member was drawn for; then one notice', async () => {
    const activityId = await checked([13, 4, 5]);
    const all = { activityId, accept: true, except: [] };
    for (const voter of votersOf(activityId, 13).slice(0, 2)) {
      await town.head(voter).must(points.reviewActivity, all);
      // Asked again it says the same.
      expect(await town.head(voter).must(points.reviewActivity, all)).toMatchObject({ refused: 0 });
    }
    expect(statesOf(activityId, [13, 4, 5])).toEqual(Array(3).fill('waiting-notice'));
    const recordIds = [13, 4, 5].map((number) => recordOf(activityId, number));
    await town.notice(recordIds);
    town.clock.advanceDays(6);
    await town.closeNotices();
    expect([13, 4, 5].map((number) => town.account(number).honour)).toEqual([102, 102, 102]);
  });

  test('a household can be taken out by the panel too, with its reason', async () => {
    const activityId = await checked([13, 4]);
    const except = [recordOf(activityId, 4)];
    for (const voter of votersOf(activityId, 13).slice(0, 2)) {
      const decision = { activityId, accept: true, except, reason: '没有来' };
      await town.head(voter).must(points.reviewActivity, decision);
    }
    expect(statesOf(activityId, [13, 4])).toEqual(['waiting-notice', 'refused-at-review']);
  });

  test('who was not drawn neither votes nor learns what it is', async () => {
    const activityId = await checked([13]);
    const drawn = votersOf(activityId, 13);
    const other = [7, 8, 9, 10, 11, 12].find((number) => !drawn.includes(number)) ?? 0;
    const vote = await town.head(other).call(points.reviewActivity, {
      ...{ activityId, accept: true, except: [] },
    });
    expect(codeOf(vote)).toBe('not-on-panel');
    const read = await town.head(other).call(points.readActivity, { activityId });
    expect(codeOf(read)).toBe('activity-not-found');
  });

  test('what shows a deed about health is the checker’s alone', async () => {
    const shows = { itemId: 'free-check-up', note: '卫生院体检', photos: [photo('c')] };
    const activityId = await checked([13], shows);
    const [voter = 0] = votersOf(activityId, 13);
    const seen = await town.head(voter).must(points.readActivity, { activityId });
    expect(seen).toMatchObject({ note: null, photos: [], evidenceHidden: true });
    expect(seen.lines[0]).toMatchObject({ householdNumber: null, householdName: null });
    const whole = await town.head(2).must(points.readActivity, { activityId });
    expect(whole).toMatchObject({ note: '卫生院体检', evidenceHidden: false });
    expect(whole.photos).toHaveLength(1);
  });
});

test('note and photos are gone after their time, for all of its records', async () => {
  const activityId = await recorded([8, 9], { note: '一起扫的', photos: [photo('d')] });
  town.clock.advanceDays(181);
  const night = await town.timer('jobs', 'erase-expired');
  expect(night.ok).toBe(true);
  expect(activityOf(activityId)).toMatchObject({ note: null, photos: [], evidenceHeld: false });
});
