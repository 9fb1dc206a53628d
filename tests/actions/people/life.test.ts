import { actOf } from '../../../config/run/appoint';
import { people, points, wechat } from '../../../src/contracts';
import type { InputOf } from '../../../src/contracts/contract';
import { violationsOf } from '../../proof/invariants';
import { openProofTown, type ProofTown } from '../../proof/town';
import { householdId } from '../../support/household-ids';
import { leaveOffice } from '../../support/offices';
import { testHeadName, testPhone } from '../../support/test-register';
import type { TestActor } from '../../support/town';

let town: ProofTown;
beforeEach(async () => {
  town = await openProofTown();
});
afterEach(() => {
  expect(violationsOf(town.engine)).toEqual([]);
});

type Change = InputOf<typeof people.proposeLifeEvent>['change'];

const codeOf = async (call: ReturnType<TestActor['call']>) => {
  const answer = await call;
  return answer.ok ? 'ok' : answer.error.code;
};
const idOf = (number: number) => householdId(town, `v01-${number}`);
const propose = (number: number, change: Change, as: TestActor = town.administrator) =>
  as.call(people.proposeLifeEvent, { householdId: idOf(number), change });
const proposed = async (number: number, change: Change, as?: TestActor) => {
  const answer = await propose(number, change, as);
  return answer.ok ? String((answer.value as { lifeEventId: string }).lifeEventId) : 'refused';
};
const confirm = (lifeEventId: string, as: TestActor = town.head(4)) =>
  codeOf(as.call(people.answerLifeEvent, { lifeEventId, accept: true }));
/** Entered by the town and confirmed by a supervisor. */
const happens = async (number: number, change: Change) => {
  const answer = await propose(number, change);
  if (!answer.ok) return answer.error.code;
  return confirm((answer.value as { lifeEventId: string }).lifeEventId);
};
const phoneTokenOf = async (as: TestActor, phone: string) =>
  (await as.must(wechat.readPhoneNumber, { code: `phone:${phone}` })).phoneToken;
const deed = () => ({ itemId: 'errand-for-neighbour', day: town.today(), photos: [] });
const household = (number: number) => town.engine.get('households', idOf(number));
const linesOf = async (householdNumber: number) =>
  (await town.head(2).must(people.readRegisterLines, { villageId: 'v01', householdNumber })).lines;
const lineOf = async (number: number, name: string) => {
  const found = (await linesOf(number)).find((line) => line.name === name);
  return found?.memberId ?? 'nobody';
};
const headOf = (number: number) => lineOf(number, testHeadName(number));
const spouseOf = (number: number) => lineOf(number, `${testHeadName(number)}偶`);

test('one enters it and nothing happens; another confirms it, and it has', async () => {
  const { minors } = await town
    .head(2)
    .must(people.readRegisterLines, { villageId: 'v01', householdNumber: 14 });
  const change = { kind: 'children', was: minors, minors: minors + 1 } as const;
  const lifeEventId = await proposed(14, change);
  expect(household(14)?.minors).toBe(minors);
  expect(await confirm(lifeEventId, town.administrator)).toBe('another-must-agree');
  expect(await confirm(lifeEventId)).toBe('ok');
  expect(household(14)?.minors).toBe(minors + 1);
  expect(await confirm(lifeEventId)).toBe('event-settled');
  // Entered twice, it does not count twice.
  expect(await happens(14, change)).toBe('children-changed');
});

test('a household gets another head; a head is none anew', async () => {
  const head = { kind: 'head', memberId: await headOf(8), relation: 'spouse' } as const;
  expect(await happens(8, head)).toBe('is-head');
  expect(await happens(8, { ...head, memberId: await spouseOf(8) })).toBe('ok');
  expect(household(8)?.headName).toBe(`${testHeadName(8)}偶`);
  expect(await linesOf(8)).toMatchObject([
    { name: testHeadName(8), relation: '配偶', isHead: false },
    { relation: '户主', isHead: true },
    { relation: '儿子', isHead: false },
  ]);
});

const line = {
  ...{ name: '试新人', birthYear: 1990, relation: 'other' as const },
  ...{ residence: 'newcomer' as const },
};
const personOf = (number: number) =>
  town.engine.find('persons').find(({ openid }) => openid === town.head(number).openid);
const account = (number: number) => town.engine.get('accounts', idOf(number));

test('who comes to live here has a confirmed line, and joins with its number', async () => {
  const phone = '10019990001';
  expect(await happens(14, { kind: 'move-in', line: { ...line, phone } })).toBe('ok');
  const member = town.engine.get('members', await lineOf(14, '试新人'));
  expect(member).toMatchObject({ phone, residence: 'newcomer', personId: null, roles: [] });
  expect(member).not.toHaveProperty('unconfirmed');
  const newcomer = town.as('newcomer');
  const phoneToken = await phoneTokenOf(newcomer, phone);
  const join = { villageId: 'v01', householdNumber: 14, namesShown: false, phoneToken };
  expect(await newcomer.must(people.join, join)).toEqual({ state: 'joined' });
  expect(await happens(14, { kind: 'move-in', line })).toBe('name-stands-already');
  const twin = { kind: 'move-in', line: { ...line, phone } } as const;
  expect(await happens(15, twin)).toBe('stands-elsewhere');
  // Of the event nothing is kept that says who it is.
  expect(JSON.stringify(town.engine.find('life-events'))).not.toMatch(/试新人|10019990001/);
});

test('nobody under 18 is stored; whose year it is needs the registrar’s word', async () => {
  const of = (birthYear: number, isAdult?: true): Change => {
    return { kind: 'adult', line: { ...line, birthYear, ...(isAdult && { isAdult }) } };
  };
  expect(await happens(14, of(2009, true))).toBe('not-adult');
  expect(await happens(14, of(2008))).toBe('not-adult');
  await happens(14, { kind: 'children', was: 0, minors: 2 });
  expect(await happens(14, of(2008, true))).toBe('ok');
  expect(household(14)?.minors).toBe(1);
});

test('who moves out is out at once; points and all else stay with the household', async () => {
  const before = account(14);
  const leaver = town.head(14);
  const memberId = await headOf(14);
  expect(await happens(14, { kind: 'move-out', memberId })).toBe('head-needed');
  const headId = await spouseOf(14);
  expect(await happens(14, { kind: 'move-out', memberId, headId })).toBe('ok');
  expect((await leaver.must(people.whoAmI, {})).me).toBeNull();
  expect(await codeOf(leaver.call(points.declareDeed, deed()))).toBe('join-first');
  expect(household(14)?.headName).toBe(`${testHeadName(14)}偶`);
  expect(account(14)).toEqual(before);
  expect(town.engine.get('members', memberId)).toBeNull();
  expect(await happens(14, { kind: 'move-out', memberId, headId })).toBe('member-not-there');
});

test('who waits to be let in as somebody who leaves waits no more', async () => {
  const asker = town.as('asker');
  const name = `${testHeadName(14)}偶`;
  const asked = { villageId: 'v01', householdNumber: 14, name, namesShown: false };
  await asker.must(people.join, asked);
  expect(await happens(14, { kind: 'move-out', memberId: await spouseOf(14) })).toBe('ok');
  expect((await asker.must(people.whoAmI, {})).waitingJoin).toBeNull();
  expect(town.engine.find('join-requests')).toEqual([]);
});

test('whoever holds an office neither moves, leaves nor dies away before its act', async () => {
  for (const kind of ['move-out', 'death'] as const) {
    const change = { kind, memberId: await headOf(9), headId: await spouseOf(9) };
    expect(await happens(9, change)).toBe('holds-office');
  }
  const leaver = { householdNumber: 9, role: 'panel' } as const;
  const memberId = await headOf(9);
  // Entered before the office began, carried out after: asked again.
  const moved = await proposed(14, { kind: 'move-out', memberId: await spouseOf(14) });
  await town.appoint({
    householdNumber: 14,
    name: `${testHeadName(14)}偶`,
    role: 'panel',
    place: 'v01',
  });
  expect(await confirm(moved)).toBe('holds-office');
  await leaveOffice(town, leaver, town.head(5));
  expect(await happens(9, { kind: 'death', memberId, headId: await spouseOf(9) })).toBe('ok');
});

test('who marries stays who they are, joins anew, and the two households are near', async () => {
  const memberId = await headOf(14);
  const headId = await spouseOf(14);
  const marries = (number: number): Change => {
    return { kind: 'marry', memberId, headId, toHouseholdId: idOf(number), relation: 'spouse' };
  };
  expect(await happens(14, marries(14))).toBe('same-household');
  const before = [account(14), account(16)];
  const recordId = await town.declare(14);
  expect(await happens(14, marries(16))).toBe('ok');
  expect(await lineOf(16, testHeadName(14))).toBe(memberId);
  expect([account(14), account(16)]).toEqual(before);
  expect((await town.head(14).must(people.whoAmI, {})).me).toBeNull();
  expect(household(14)?.relativeIds).toContain(idOf(16));
  expect(household(16)?.relativeIds).toContain(idOf(14));
  // The record stays the old household's; the phone of the line still proves who it is.
  expect(town.engine.get('records', recordId)?.householdId).toBe(idOf(14));
  const phoneToken = await phoneTokenOf(town.head(14), testPhone(1, 14));
  const join = { villageId: 'v01', householdNumber: 16, namesShown: false, phoneToken };
  expect(await town.head(14).must(people.join, join)).toEqual({ state: 'joined' });
});

test('a marriage does not make the supervision kin of the committee', async () => {
  const change = {
    ...{ kind: 'marry' as const, memberId: await spouseOf(2), relation: 'spouse' as const },
    toHouseholdId: idOf(4),
  };
  const answer = await propose(2, change);
  expect(answer.ok ? 'ok' : answer.error.code).toBe('kin-in-both');
});

test('what one person alone entered of somebody who marries is not confirmed by that', async () => {
  const memberId = await spouseOf(14);
  const member = town.engine.get('members', memberId);
  const entered = { personId: 'x', as: 'cadre', atMs: 1 };
  const alone = { ...member, phone: '10019990009', unconfirmed: true, entered };
  await town.engine.set('members', memberId, alone as never);
  const change = {
    ...{ kind: 'marry' as const, memberId, relation: 'spouse' as const },
    toHouseholdId: idOf(16),
  };
  expect(await happens(14, change)).toBe('ok');
  expect(town.engine.get('members', memberId)).toMatchObject({ unconfirmed: true, entered });
  await town.engine.set('members', memberId, { ...member, householdId: idOf(16) } as never);
});

test('who is the last of a household does not leave it by this', async () => {
  await happens(15, { kind: 'move-out', memberId: await spouseOf(15) });
  await happens(15, { kind: 'move-out', memberId: await lineOf(15, `${testHeadName(15)}子`) });
  const last = { memberId: await headOf(15) };
  expect(await happens(15, { kind: 'move-out', ...last })).toBe('last-of-household');
  expect(await happens(15, { kind: 'death', ...last })).toBe('last-of-household');
});

test('one number is one household’s; the old one is free from then on', async () => {
  expect(await happens(14, { kind: 'number', number: 15 })).toBe('number-taken');
  expect(await happens(14, { kind: 'number', number: 14 })).toBe('number-taken');
  const id = idOf(14);
  const [first, second] = [
    await proposed(14, { kind: 'number', number: 77 }),
    await proposed(15, { kind: 'number', number: 77 }),
  ];
  expect(await confirm(first)).toBe('ok');
  expect(await confirm(second)).toBe('number-taken');
  expect(town.engine.get('household-numbers', 'v01.77')?.householdId).toBe(id);
  expect(town.engine.get('household-numbers', 'v01.14')).toBeNull();
  expect((await town.head(14).must(people.whoAmI, {})).me?.householdNumber).toBe(77);
  expect(await happens(15, { kind: 'number', number: 14 })).toBe('ok');
});

test('of who died nothing is kept that names them, and their phone is nobody’s', async () => {
  const name = testHeadName(14);
  const headId = await spouseOf(14);
  expect(await happens(14, { kind: 'death', memberId: await headOf(14), headId })).toBe('ok');
  expect(personOf(14)).toBeUndefined();
  town.clock.advanceDays(1);
  await town.timer('jobs', 'erase-expired');
  // Of the same name there is somebody in the other village.
  const query = { villageId: 'v01' };
  for (const collection of ['members', 'persons', 'households', 'life-events', 'erasures']) {
    const found = JSON.stringify(town.engine.find(collection, { query })).includes(`"${name}"`);
    expect([collection, found]).toEqual([collection, false]);
  }
});

test('both households read what was done, and by which bodies', async () => {
  const memberId = await spouseOf(14);
  const change: Change = { kind: 'marry', memberId, toHouseholdId: idOf(13), relation: 'child' };
  const lifeEventId = await proposed(14, change, town.head(5));
  const seen = async (number: number) =>
    (await town.head(number).must(people.listLifeEvents, {})).ofHousehold;
  expect(await seen(14)).toMatchObject([
    { lifeEventId, state: 'proposed', name: `${testHeadName(14)}偶` },
  ]);
  expect(await confirm(lifeEventId, town.head(3))).toBe('ok');
  for (const number of [14, 13]) {
    expect(await seen(number)).toMatchObject([
      { state: 'done', proposedAs: 'supervisor', settledAs: 'cadre', otherNumber: 13 },
    ]);
  }
  expect(await seen(11)).toEqual([]);
  expect(JSON.stringify(await seen(14))).not.toContain(String(personOf(5)?.personId));
});

test('two people of other houses, one outside the committee', async () => {
  const change = { kind: 'number', number: 77 } as const;
  const first = await proposed(15, change, town.head(2));
  expect(await confirm(first, town.head(3))).toBe('another-must-agree');
  expect(await confirm(first, town.head(2))).toBe('another-must-agree');
  expect(await confirm(first, town.head(9))).toBe('not-your-job');
  expect(await confirm(first, await town.joinHead(2, 1))).toBe('not-yours');
  const answer = await propose(2, change, town.head(2));
  expect(answer.ok ? 'ok' : answer.error.code).toBe('own-household');
  // 14 is near to 1, who is of the committee; also as the household that somebody comes to.
  const near = await propose(14, change, town.head(1));
  expect(near.ok ? 'ok' : near.error.code).toBe('near-relative');
  const memberId = await spouseOf(15);
  const marries: Change = { kind: 'marry', memberId, toHouseholdId: idOf(14), relation: 'child' };
  const into = await propose(15, marries, town.head(1));
  expect(into.ok ? 'ok' : into.error.code).toBe('near-relative');
  expect(await confirm(first, town.head(4))).toBe('ok');
});

test('a no has its reason; an office that ended confirms nothing', async () => {
  const change = { kind: 'number', number: 77 } as const;
  const lifeEventId = await proposed(15, change);
  const no = { lifeEventId, accept: false };
  expect(await codeOf(town.head(4).call(people.answerLifeEvent, no))).toBe('reason-needed');
  await leaveOffice(town, { householdNumber: 4, role: 'supervisor' }, town.head(5));
  expect(await confirm(lifeEventId, town.head(4))).toBe('not-your-job');
  const told = { ...no, reason: '没有这回事' };
  expect(await codeOf(town.head(5).call(people.answerLifeEvent, told))).toBe('ok');
  expect(await confirm(lifeEventId, town.head(5))).toBe('event-settled');
  expect(household(15)?.number).toBe(15);
});

test('it waits in 今天 of who may confirm it, without a name, and goes when it is done', async () => {
  const cards = async (as: TestActor) =>
    (await as.must(people.readToday, {})).cards.filter(({ toDo }) => toDo === 'life');
  const change: Change = { kind: 'move-out', memberId: await spouseOf(14) };
  const lifeEventId = await proposed(14, change, town.head(2));
  expect([await cards(town.head(2)), await cards(town.head(3))]).toEqual([[], []]);
  expect(await cards(town.head(1))).toEqual([]);
  expect(await cards(town.head(4))).toMatchObject([{ count: 1, title: '户里的变动' }]);
  expect(JSON.stringify(town.engine.find('tasks'))).not.toContain(testHeadName(14));
  expect(await confirm(lifeEventId)).toBe('ok');
  expect(await cards(town.head(4))).toEqual([]);
});

test('nobody answers for a quarter of a year: whom it named is forgotten', async () => {
  const lifeEventId = await proposed(14, { kind: 'move-in', line });
  town.clock.advanceDays(91);
  await town.timer('jobs', 'erase-expired');
  expect(await confirm(lifeEventId)).toBe('event-settled');
  expect(JSON.stringify(town.engine.find('life-events'))).not.toContain('试新人');
});

test('a marriage takes what waits of either household from who is near by now', async () => {
  await town.declare(14);
  await proposed(16, { kind: 'number', number: 77 });
  const asked = { villageId: 'v01', householdNumber: 14, name: `${testHeadName(14)}偶` };
  const office = actOf({ ...asked, role: 'panel', place: 'v01' }, town.today());
  const { officeActId } = await town.administrator.must(people.giveOffice, office);
  const memberId = await spouseOf(14);
  const change = { kind: 'marry' as const, memberId, relation: 'spouse' as const };
  expect(await happens(14, { ...change, toHouseholdId: idOf(16) })).toBe('ok');
  const notFor = (taskId: string) => town.engine.get('tasks', taskId)?.not;
  expect(notFor(`office.${officeActId}`)).toContain(`household@${idOf(16)}`);
  // Whom the act named has other kin by now: it is entered anew.
  const yes = { officeActId, accept: true };
  expect(await codeOf(town.head(4).call(people.answerOfficeAct, yes))).toBe('not-in-register');
});

test('of two who confirm at once, or two events of one person, one happens', async () => {
  const memberId = await spouseOf(14);
  const change = { kind: 'marry' as const, memberId, relation: 'spouse' as const };
  const into = async (number: number) => proposed(14, { ...change, toHouseholdId: idOf(number) });
  const [first, second] = [await into(15), await into(16)];
  const both = await Promise.all([
    ...[confirm(first, town.head(4)), confirm(first, town.head(5))],
    confirm(second, town.head(6)),
  ]);
  expect(both.filter((code) => code === 'ok')).toHaveLength(1);
});

test('the adults of the household are told outside the app, without a word of what', async () => {
  const adult = town.head(14);
  town.postOffice.give(adult.openid, 'template-result');
  await adult.must(people.addTickets, { accepted: ['result'] });
  await happens(14, { kind: 'move-out', memberId: await spouseOf(14) });
  await town.timer('wechat', 'send-messages');
  const told = town.postOffice.sent().filter(({ openid }) => openid === adult.openid);
  expect(told).toHaveLength(1);
  expect(told[0]?.page).toContain('packages/life/list/index');
  expect(JSON.stringify(told)).not.toContain(testHeadName(14));
});
