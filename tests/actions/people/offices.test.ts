import { type Appointed, actOf } from '../../../config/run/appoint';
import { people, points, town as townContracts } from '../../../src/contracts';
import type { InputOf } from '../../../src/contracts/contract';
import { violationsOf } from '../../proof/invariants';
import { openProofTown, type ProofTown } from '../../proof/town';
import { householdId } from '../../support/household-ids';
import { leaveOffice, officeOf } from '../../support/offices';
import { testHeadName } from '../../support/test-register';
import { type TestActor, testShopId } from '../../support/town';

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
const idOf = (answer: Awaited<ReturnType<TestActor['call']>>) =>
  answer.ok ? String((answer.value as { officeActId: string }).officeActId) : answer.error.code;

type Changed = Partial<InputOf<typeof people.giveOffice>>;
const give = (
  as: TestActor,
  householdNumber: number,
  role: Appointed['role'],
  change?: Changed,
) => {
  const place = { keeper: testShopId, 'town-admin': 'town' }[role as string] ?? 'v01';
  const who = { villageId: 'v01', householdNumber, name: testHeadName(householdNumber) };
  return as.call(people.giveOffice, { ...actOf({ ...who, role, place }, town.today()), ...change });
};
const end = (
  as: TestActor,
  householdNumber: number,
  basis: InputOf<typeof people.endOffice>['basis'],
) => {
  const { officeId } = officeOf(town, { householdNumber });
  return as.call(people.endOffice, { officeId, basis, day: town.today(), cites: '会议记录' });
};
const confirm = (as: TestActor, officeActId: string) =>
  codeOf(as.call(people.answerOfficeAct, { officeActId, accept: true }));
const roles = async (number: number) =>
  (await town.head(number).must(people.whoAmI, {})).roles.map(({ role }) => role).sort();
const household = (number: number) =>
  town.engine.get('households', householdId(town, `v01-${number}`));

test('one enters it and nothing happens; another confirms it, and it is held at once', async () => {
  const officeActId = idOf(await give(town.head(2), 14, 'panel', { untilDay: '2031-11-01' }));
  expect(await roles(14)).toEqual(['resident']);
  expect(await confirm(town.head(4), officeActId)).toBe('ok');
  expect(await roles(14)).toEqual(['panel', 'resident']);
  const { offices } = await town.head(9).must(people.listOffices, { villageId: 'v01' });
  expect(offices.find(({ name }) => name === testHeadName(14))).toMatchObject({
    ...{ role: 'panel', basis: 'elected', sinceDay: town.today(), untilDay: '2031-11-01' },
    ...{ isOver: false, byOne: false, isOwn: false },
  });
  expect(await confirm(town.head(5), officeActId)).toBe('act-settled');
});

test('who entered it is nobody else, on whatever phone and in whatever office', async () => {
  await town.appoint({ householdNumber: 4, role: 'town-admin', place: 'town' });
  const officeActId = idOf(await give(town.head(4), 14, 'panel'));
  expect(await confirm(town.head(4), officeActId)).toBe('another-must-agree');
  // Who takes over a second line of the register is let in by two others first.
  const { acts } = await town.head(2).must(people.listOfficeActs, {});
  expect(acts.map((act) => act.officeActId)).toContain(officeActId);
  const own = await town.head(4).must(people.listOfficeActs, {});
  expect([own.acts, own.own.map((act) => act.officeActId)]).toEqual([[], [officeActId]]);
});

test('two colleagues of the committee give nothing and take nothing', async () => {
  const given = idOf(await give(town.head(2), 14, 'panel'));
  const ended = idOf(await end(town.head(2), 9, 'unfit'));
  for (const act of [given, ended]) {
    expect(await confirm(town.head(3), act)).toBe('another-must-agree');
    expect(await confirm(town.head(4), act)).toBe('ok');
  }
  expect([await roles(14), await roles(9)]).toEqual([['panel', 'resident'], ['resident']]);
});

test('nobody gives themselves an office, nor their household, nor a near relative', async () => {
  expect(await codeOf(give(town.head(2), 2, 'panel'))).toBe('own-office');
  const spouse = { name: `${testHeadName(2)}偶` };
  expect(await codeOf(give(town.head(2), 2, 'panel', spouse))).toBe('own-household');
  expect(await codeOf(give(town.head(1), 14, 'panel'))).toBe('near-relative');
  const officeActId = idOf(await give(town.administrator, 14, 'panel'));
  expect(await confirm(town.head(1), officeActId)).toBe('near-relative');
  const own = idOf(await give(town.administrator, 2, 'panel'));
  expect(await confirm(town.head(2), own)).toBe('own-office');
  expect(await codeOf(give(town.head(9), 14, 'panel'))).toBe('not-your-job');
  expect(await codeOf(give(await town.joinHead(2, 1), 14, 'panel'))).toBe('not-yours');
});

test('the town alone ends no elected office, and a keeper’s it may', async () => {
  const officeActId = idOf(await end(town.administrator, 2, 'recalled'));
  expect(await confirm(town.secondAdministrator, officeActId)).toBe('village-must-agree');
  expect(await confirm(town.head(4), officeActId)).toBe('ok');
  expect([await roles(2), household(2)?.ofCommittee]).toEqual([['resident'], false]);
  const ofKeeper = idOf(await end(town.administrator, 13, 'dismissed'));
  expect(await confirm(town.secondAdministrator, ofKeeper)).toBe('ok');
  expect(await roles(13)).toEqual(['resident']);
  expect(await codeOf(end(town.administrator, 3, 'dismissed'))).toBe('basis-does-not-fit');
});

test('one resigns oneself, and another confirms it', async () => {
  expect(await codeOf(end(town.head(9), 9, 'term-over'))).toBe('office-not-yours');
  expect(await codeOf(end(town.head(9), 10, 'resigned'))).toBe('office-not-yours');
  const officeActId = idOf(await end(town.head(9), 9, 'resigned'));
  expect(await confirm(town.head(2), officeActId)).toBe('ok');
  expect(await roles(9)).toEqual(['resident']);
  // Of the committee itself: its colleague is not enough.
  const cadre = idOf(await end(town.head(3), 3, 'resigned'));
  expect(await confirm(town.head(2), cadre)).toBe('another-must-agree');
  expect(await confirm(town.secondAdministrator, cadre)).toBe('ok');
});

test('given to who holds it, ended for who does not, of somebody unknown', async () => {
  expect(await codeOf(give(town.administrator, 9, 'panel'))).toBe('already-holds');
  const twice = [await give(town.head(2), 14, 'panel'), await give(town.head(3), 14, 'panel')];
  const [first = '', second = ''] = twice.map(idOf);
  expect(await confirm(town.head(4), first)).toBe('ok');
  expect(await confirm(town.head(4), second)).toBe('already-holds');
  const ends = [await end(town.head(2), 9, 'unfit'), await end(town.head(3), 9, 'unfit')];
  const [one = '', other = ''] = ends.map(idOf);
  expect(await confirm(town.head(4), one)).toBe('ok');
  expect(await confirm(town.head(4), other)).toBe('not-held');
  const gone = {
    officeId: town.newId(),
    basis: 'resigned',
    day: town.today(),
    cites: '无',
  } as const;
  expect(await codeOf(town.administrator.call(people.endOffice, gone))).toBe('not-held');
  const nobody = { name: '没这人' };
  expect(await codeOf(give(town.administrator, 14, 'panel', nobody))).toBe('not-in-register');
  const { officeId: officeActId } = gone;
  expect(await confirm(town.administrator, officeActId)).toBe('act-not-found');
});

test('whose term is over holds it on, as the list says, and may be elected anew', async () => {
  town.clock.advanceDays(10);
  const term = { day: '2025-11-01', untilDay: '2025-12-01' };
  const officeActId = idOf(await give(town.administrator, 14, 'panel', term));
  expect(await confirm(town.head(4), officeActId)).toBe('ok');
  const line = async () =>
    (await town.head(9).must(people.listOffices, { villageId: 'v01' })).offices.filter(
      ({ name }) => name === testHeadName(14),
    );
  expect(await line()).toMatchObject([{ isOver: true, untilDay: '2025-12-01' }]);
  expect(await codeOf(give(town.administrator, 14, 'panel', { day: '2025-11-30' }))).toBe(
    'already-holds',
  );
  const anew = idOf(await give(town.administrator, 14, 'panel'));
  expect(await confirm(town.head(4), anew)).toBe('ok');
  expect(await line()).toMatchObject([{ isOver: false, untilDay: null, officeId: anew }]);
});

test('a no has its reason and leaves all as it was; who entered it may take it back', async () => {
  const officeActId = idOf(await give(town.head(2), 14, 'panel'));
  const no = { officeActId, accept: false };
  expect(await codeOf(town.head(4).call(people.answerOfficeAct, no))).toBe('reason-needed');
  const reason = { ...no, reason: '还没有选' };
  expect(await codeOf(town.head(4).call(people.answerOfficeAct, reason))).toBe('ok');
  expect(await confirm(town.head(5), officeActId)).toBe('act-settled');
  const other = idOf(await give(town.head(2), 14, 'panel'));
  const take = (as: TestActor) => codeOf(as.call(people.withdrawOfficeAct, { officeActId: other }));
  expect(await take(town.head(4))).toBe('not-your-act');
  expect(await take(town.head(2))).toBe('ok');
  expect(await confirm(town.head(4), other)).toBe('act-settled');
  expect(await roles(14)).toEqual(['resident']);
});

test('the last administrator cannot go, also of two who go at once', async () => {
  const resign = async (as: TestActor, villageId: string, number: number) => {
    const [held] = town.engine.find('offices', {
      query: { role: 'town-admin', householdId: householdId(town, `${villageId}-${number}`) },
    });
    const officeId = String(held?.officeId);
    const act = { officeId, basis: 'resigned' as const, day: town.today(), cites: '辞职报告' };
    return as.call(people.endOffice, act);
  };
  const second = idOf(await resign(town.secondAdministrator, 'v02', 13));
  await town.appoint({ householdNumber: 14, role: 'town-admin', place: 'town' });
  const third = idOf(await resign(town.head(14), 'v01', 14));
  expect(await confirm(town.administrator, second)).toBe('ok');
  // The founder erases themselves meanwhile: nobody would be left.
  expect(await codeOf(town.administrator.call(people.eraseMe, {}))).toBe('ok');
  expect(await codeOf(resign(town.head(14), 'v01', 14))).toBe('last-administrator');
  expect(await confirm(town.head(14), third)).toBe('own-office');
});

test('the founder gives the second office alone once, and everybody sees it', async () => {
  const gifts = town.engine.find('offices', { query: { byOne: true } });
  expect(gifts).toHaveLength(1);
  const officeActId = idOf(await give(town.administrator, 14, 'town-admin'));
  expect(await roles(14)).toEqual(['resident']);
  expect(await confirm(town.head(4), officeActId)).toBe('office-not-yours');
  expect(await confirm(town.secondAdministrator, officeActId)).toBe('ok');
  const { offices } = await town.as('passer-by').must(people.listOffices, { villageId: 'v01' });
  expect(offices.filter(({ byOne }) => byOne)).toMatchObject([{ role: 'town-admin', name: '试*' }]);
  const board = await town.as('passer-by').must(points.readBoard, { villageId: 'v01' });
  expect(board.secondGivenOnDay).toBe('2026-11-02');
  const overview = await town.administrator.must(townContracts.readOverview, {});
  expect(overview.secondGivenOnDay).toBe('2026-11-02');
});

test('an administrator who is left alone gives a second office with the supervision', async () => {
  await town.administrator.must(people.eraseMe, {});
  // Two of the supervision would make one of their own the town.
  expect(await codeOf(give(town.head(4), 14, 'town-admin'))).toBe('office-not-yours');
  const officeActId = idOf(await give(town.secondAdministrator, 14, 'town-admin'));
  expect(await roles(14)).toEqual(['resident']);
  expect(await confirm(town.head(2), officeActId)).toBe('office-not-yours');
  expect(await confirm(town.head(4), officeActId)).toBe('ok');
  expect(await roles(14)).toEqual(['resident', 'town-admin']);
  const other = idOf(await give(town.secondAdministrator, 15, 'town-admin'));
  expect(await confirm(town.head(4), other)).toBe('office-not-yours');
});

test('the names of office holders are the village’s; strangers see them masked', async () => {
  const namesSeen = async (as: TestActor) => {
    const { offices } = await as.must(people.listOffices, { villageId: 'v01' });
    return offices
      .filter(({ role }) => role === 'cadre')
      .map(({ name }) => name)
      .sort();
  };
  const full = [1, 2, 3].map(testHeadName).sort();
  expect(await namesSeen(town.head(9))).toEqual(full);
  expect(await namesSeen(town.administrator)).toEqual(full);
  const masked = ['试*', '试*', '试*'];
  expect(await namesSeen(town.as('stranger'))).toEqual(masked);
  expect(await namesSeen(town.head(1, 2))).toEqual(masked);
});

test('it waits in 今天 of who may confirm it, and goes when it is done', async () => {
  const officeActId = idOf(await give(town.head(2), 14, 'panel'));
  const cards = async (as: TestActor) =>
    (await as.must(people.readToday, {})).cards.filter(({ toDo }) => toDo === 'offices');
  expect(await cards(town.head(2))).toEqual([]);
  expect(await cards(town.head(3))).toEqual([]);
  expect(await cards(town.head(4))).toMatchObject([{ count: 1, title: '任职和离任' }]);
  expect(JSON.stringify(town.engine.find('tasks'))).not.toContain(testHeadName(14));
  expect(await confirm(town.head(4), officeActId)).toBe('ok');
  expect(await cards(town.head(4))).toEqual([]);
});

test('what waited for who leaves goes on to the others', async () => {
  for (const householdNumber of [13, 14, 15]) {
    await town.appoint({ householdNumber, role: 'panel', place: 'v01' });
  }
  const recordId = await town.declare(8);
  await town.drawFor(recordId);
  const [drawn] = town.panelOf(recordId);
  const left = [7, 9, 10, 11, 12, 13, 14, 15].find(
    (number) => town.head(number).openid === drawn?.openid,
  );
  const leaver = { householdNumber: left ?? 0, role: 'panel' } as const;
  await leaveOffice(town, leaver, town.head(5));
  const review = { recordId, accept: true };
  expect(await codeOf(town.head(left ?? 0).call(points.reviewRecord, review))).toBe('not-your-job');
  town.clock.advanceDays(6);
  expect(await codeOf(town.head(2).call(points.redrawPanel, { recordId }))).toBe('ok');
  expect(town.panelOf(recordId).map(({ openid }) => openid)).not.toContain(drawn?.openid);
});

test('an erased line holds nothing, and an act about it comes to nothing', async () => {
  const officeActId = idOf(await give(town.head(2), 14, 'panel'));
  const line = { villageId: 'v01', householdNumber: 14, name: testHeadName(14) };
  await town.administrator.must(people.eraseMember, line);
  expect(await confirm(town.head(4), officeActId)).toBe('act-settled');
  expect(JSON.stringify(town.engine.find('office-acts'))).not.toContain(`"${testHeadName(14)}"`);
  const cadre = { villageId: 'v01', householdNumber: 2, name: testHeadName(2) };
  await town.administrator.must(people.eraseMember, cadre);
  const { offices } = await town.head(9).must(people.listOffices, { villageId: 'v01' });
  expect(offices.filter(({ role }) => role === 'cadre')).toHaveLength(2);
});

test('an act says when and by what, and nothing private', async () => {
  const as = town.administrator;
  expect(await codeOf(give(as, 14, 'panel', { day: '2030-01-01' }))).toBe('day-to-come');
  expect(await codeOf(give(as, 14, 'panel', { untilDay: '2020-01-01' }))).toBe('term-does-not-fit');
  expect(await codeOf(give(as, 14, 'panel', { basis: 'appointed' }))).toBe('basis-does-not-fit');
  expect(await codeOf(give(as, 14, 'panel', { cites: '电话 13812345678' }))).toBe('private-number');
});
