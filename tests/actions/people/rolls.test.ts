import { people } from '../../../src/contracts';
import { violationsOf } from '../../proof/invariants';
import {
  type Entered,
  enteredRoll,
  memberIdsOf,
  ofTheCollective,
  rollInForce,
  rollOf,
} from '../../proof/ready/rolls';
import { openProofTown, type ProofTown } from '../../proof/town';
import { leaveOffice } from '../../support/offices';
import { testHeadName } from '../../support/test-register';
import type { TestActor } from '../../support/town';

let town: ProofTown;
beforeEach(async () => {
  town = await openProofTown();
});
afterEach(() => {
  expect(violationsOf(town.engine)).toEqual([]);
});

const codeOf = async (call: ReturnType<TestActor['call']>) => {
  const answer = await call;
  return answer.ok ? 'ok' : answer.error.code;
};
const enter = (as: TestActor, changed: Partial<Entered>) =>
  codeOf(as.call(people.enterRoll, rollOf(town, changed)));
const confirm = (as: TestActor, rollId: string) =>
  codeOf(as.call(people.answerRoll, { rollId, accept: true }));
const list = (as: TestActor) => as.must(people.listRolls, { villageId: 'v01' });
const open = (as: TestActor) => as.call(people.listOpenRolls, { villageId: 'v01' });
const namesOn = async (rollId: string, as = town.head(4)) =>
  (await as.must(people.readRoll, { rollId })).lines.map(({ name }) => name);
const pick = async (number: number) => ({ memberId: (await memberIdsOf(town, number))[0] ?? '' });

test('one enters it; another confirms it, and from the next day on it is counted by', async () => {
  const rollId = await enteredRoll(town, { typed: ofTheCollective }, town.head(2));
  expect((await list(town.head(9))).rolls).toEqual([]);
  expect(await confirm(town.head(2), rollId)).toBe('another-must-agree');
  expect(await confirm(town.head(3), rollId)).toBe('another-must-agree');
  expect(await confirm(town.head(4), rollId)).toBe('ok');
  const today = await list(town.head(9));
  expect([today.inForce, today.rolls.length]).toEqual([[], 1]);
  town.clock.advanceDays(1);
  expect((await list(town.head(9))).inForce).toMatchObject([
    {
      rollId,
      kind: 'collective',
      people: 2,
      named: 1,
      enteredAs: 'cadre',
      settledAs: 'supervisor',
    },
  ]);
  expect(await confirm(town.head(5), rollId)).toBe('roll-settled');
});

test('a late yes does not reach back: it is counted by from the day after', async () => {
  const rollId = await enteredRoll(town);
  town.clock.advanceDays(5);
  const { fromDay } = await town.head(4).must(people.answerRoll, { rollId, accept: true });
  expect(fromDay > town.today()).toBe(true);
  expect((await list(town.head(9))).inForce).toEqual([]);
  expect(await enter(town.head(2), { kind: 'adults', fromDay: town.today() })).toBe(
    'roll-day-does-not-fit',
  );
});

test('names are for who enters and confirms; members see whether they stand there', async () => {
  const rollId = await rollInForce(town);
  const mine = async (as: TestActor) => (await list(as)).inForce[0]?.mine;
  expect(await mine(town.head(14))).toBe(true);
  expect(await mine(town.head(9))).toBe(false);
  expect([await mine(town.head(1, 2)), await mine(town.as('stranger'))]).toEqual([null, null]);
  expect(await namesOn(rollId)).toEqual([testHeadName(14), '试外地']);
  expect(await namesOn(rollId, town.administrator)).toHaveLength(2);
  for (const as of [town.head(9), town.head(8), town.head(13), town.as('stranger')]) {
    expect(await codeOf(as.call(people.readRoll, { rollId }))).not.toBe('ok');
    expect(JSON.stringify(await list(as))).not.toMatch(/试户|试外/);
  }
  expect(await codeOf((await town.joinHead(2, 2)).call(people.readRoll, { rollId }))).not.toBe(
    'ok',
  );
});

test('the adults’ roll is proposed by the register, exceptions alone are told', async () => {
  const asked = { villageId: 'v01', kind: 'adults' as const };
  const base = await town.head(2).must(people.readRollBase, asked);
  const adults = town.engine.find('members', { query: { villageId: 'v01' } });
  const nothing = { last: null, committee: null, waits: false, unseen: 0 };
  expect(base).toEqual({ register: adults.length, ...nothing });
  const { memberId } = await pick(14);
  const roll = { kind: 'adults', base: 'register', seen: adults.length } as const;
  const rollId = await enteredRoll(town, { ...roll, without: [memberId] });
  const names = await namesOn(rollId);
  expect(names).toHaveLength(adults.length - 1);
  expect(names).not.toContain(testHeadName(14));
  expect((await town.head(2).must(people.readRollBase, asked)).waits).toBe(true);
  expect(await enter(town.head(5), roll)).toBe('roll-waits');
});

test('a roll is replaced from its day on; the one before stays as it was and is read', async () => {
  const first = await rollInForce(town);
  const base = await town.head(2).must(people.readRollBase, {
    ...{ villageId: 'v01', kind: 'collective' },
  });
  expect(base.last).toMatchObject({ rollId: first, people: 2 });
  const lines = (await town.head(4).must(people.readRoll, { rollId: first })).lines;
  const gone = lines.find(({ inRegister }) => !inRegister)?.line ?? '';
  const second = await rollInForce(town, {
    ...{ base: 'last', seen: 2, without: [gone], picked: [await pick(15)] },
  });
  const { inForce, rolls } = await list(town.as('stranger'));
  expect(inForce.map(({ rollId }) => rollId)).toEqual([second]);
  expect(rolls.map(({ rollId }) => rollId)).toEqual([second, first]);
  expect(await namesOn(second)).toEqual([testHeadName(14), testHeadName(15)]);
  expect(await namesOn(first)).toEqual([testHeadName(14), '试外地']);
});

test('the committee sits on the representatives’ roll without being entered', async () => {
  const picked = [{ ...(await pick(14)), woman: true as const }];
  const rollId = await enteredRoll(town, { kind: 'representatives', picked });
  const { roll, lines } = await town.head(4).must(people.readRoll, { rollId });
  expect(roll).toMatchObject({ people: 4, committee: 3, women: 1 });
  expect(lines.filter(({ committee }) => committee).map(({ name }) => name)).toEqual(
    [1, 2, 3].map(testHeadName),
  );
});

test('of a roll that came to nothing no name is kept, of one nobody answers neither', async () => {
  const no = await enteredRoll(town);
  const told = { rollId: no, accept: false };
  expect(await codeOf(town.head(4).call(people.answerRoll, told))).toBe('reason-needed');
  await town.head(4).must(people.answerRoll, { ...told, reason: '少了人' });
  const taken = await enteredRoll(town);
  expect(await codeOf(town.head(4).call(people.withdrawRoll, { rollId: taken }))).toBe(
    'not-your-roll',
  );
  await town.administrator.must(people.withdrawRoll, { rollId: taken });
  expect(town.engine.find('roll-pages')).toEqual([]);
  const { rolls } = await town.administrator.must(people.listOpenRolls, { villageId: 'v01' });
  expect(rolls).toMatchObject([{ rollId: no, state: 'refused', reason: '少了人' }]);
  expect(await codeOf(open(town.head(9)))).toBe('not-your-job');
  const left = await enteredRoll(town);
  town.clock.advanceDays(91);
  await town.timer('jobs', 'erase-expired');
  expect(town.engine.find('roll-pages')).toEqual([]);
  expect(await confirm(town.head(4), left)).toBe('roll-settled');
});

test('who is erased stands there without a name, of the register or typed', async () => {
  const typed = [{ name: testHeadName(14), householdNumber: 99 }, { name: '试户十' }];
  const rollId = await rollInForce(town, {
    ...{ typed, picked: [await pick(14)], cites: `按${testHeadName(14)}的申请` },
  });
  const where = { villageId: 'v01', householdNumber: 14, name: testHeadName(14) };
  await town.administrator.must(people.eraseMember, where);
  await town.timer('jobs', 'erase-expired');
  expect(await namesOn(rollId)).toEqual([testHeadName(10), null, '〔名字已删〕']);
  const { cites, people: counted } = (await list(town.head(9))).inForce[0] ?? {};
  expect([cites, counted]).toEqual(['按〔名字已删〕的申请', 3]);
});

test('it waits in 今天 of who may confirm it, without a name, and goes when it is done', async () => {
  const cards = async (as: TestActor) =>
    (await as.must(people.readToday, {})).cards.filter(({ toDo }) => toDo === 'rolls');
  const rollId = await enteredRoll(town, { picked: [await pick(14)] }, town.head(2));
  expect([await cards(town.head(2)), await cards(town.head(3))]).toEqual([[], []]);
  expect(await cards(town.head(4))).toMatchObject([
    { count: 1, title: '名册', subject: '集体经济组织成员名册 要确认' },
  ]);
  expect(await confirm(town.head(4), rollId)).toBe('ok');
  expect(await cards(town.head(4))).toEqual([]);
});

test('an office that ended enters, confirms and reads nothing', async () => {
  const rollId = await enteredRoll(town);
  await leaveOffice(town, { householdNumber: 4, role: 'supervisor' }, town.head(5));
  for (const former of [town.head(4), town.head(9), await town.joinHead(2, 3)]) {
    expect(await enter(former, { kind: 'party' })).toMatch(/^not-your/);
    expect(await confirm(former, rollId)).toMatch(/^not-your/);
    expect(await codeOf(former.call(people.readRoll, { rollId }))).toMatch(/^not-your/);
  }
  expect(await confirm(town.administrator, town.newId())).toBe('roll-not-found');
});
