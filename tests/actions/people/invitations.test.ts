import { exchange, people, points, town as townContracts, wechat } from '../../../src/contracts';
import type { InputOf } from '../../../src/contracts/contract';
import { violationsOf } from '../../proof/invariants';
import { openProofTown, type ProofTown } from '../../proof/town';
import { testHeadName, testPhone } from '../../support/test-register';
import {
  documentsOf,
  openTestTown,
  type TestActor,
  testFoundingSecret,
  testShopId,
} from '../../support/town';

let town: ProofTown;
beforeEach(async () => {
  town = await openProofTown();
});
afterEach(() => {
  expect(violationsOf(town.engine)).toEqual([]);
});

const phone = '13900000001';
type Invited = Partial<InputOf<typeof people.invitePerson>>;

const codeOf = async (call: ReturnType<TestActor['call']>) => {
  const answer = await call;
  return answer.ok ? 'ok' : answer.error.code;
};

const invite = (as: TestActor, change: Invited = {}) =>
  as.call(people.invitePerson, {
    ...{ role: 'observer', place: 'town', name: '乌日娜', organisation: '旗农牧局', phone },
    ...{ day: '2026-11-01', cites: '旗农牧局派驻函', untilDay: '2028-11-01' },
    ...change,
  });

const idOf = (answer: Awaited<ReturnType<TestActor['call']>>) =>
  answer.ok ? String((answer.value as { officeActId: string }).officeActId) : answer.error.code;

const confirm = (officeActId: string, as = town.secondAdministrator) =>
  codeOf(as.call(people.answerOfficeAct, { officeActId, accept: true }));

async function codeShown(officeActId: string, as = town.administrator): Promise<string> {
  const { invitations } = await as.must(people.listInvitations, {});
  return invitations.find((each) => each.officeActId === officeActId)?.code ?? 'none';
}

/** The codes are all of the same letters, so a wrong one is only wrong. */
async function accept(as: TestActor, invitationCode: string, number = phone) {
  const { phoneToken } = await as.must(wechat.readPhoneNumber, { code: `phone:${number}` });
  return as.call(people.acceptInvitation, { invitationCode, phoneToken });
}

/** Decided by the two administrators; the code as the first of them sees it. */
async function invited(change: Invited = {}): Promise<{ id: string; code: string }> {
  const id = idOf(await invite(town.administrator, change));
  expect(await confirm(id)).toBe('ok');
  return { id, code: await codeShown(id) };
}

const rolesOf = async (as: TestActor) =>
  (await as.must(people.whoAmI, {})).roles.map(({ role }) => role).sort();

const guest = () => town.as('the-invited');

test('two decide, the number proves who it is, the office is held until its day', async () => {
  const id = idOf(await invite(town.administrator));
  expect(await codeShown(id)).toBe('none');
  const { acts } = await town.secondAdministrator.must(people.listOfficeActs, {});
  expect(acts).toMatchObject([{ name: '乌日娜', organisation: '旗农牧局', phone }]);
  expect(await confirm(id, town.administrator)).toBe('another-must-agree');
  expect(await confirm(id)).toBe('ok');
  const code = await codeShown(id);
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
  expect(await accept(guest(), code)).toMatchObject({
    value: { role: 'observer', untilDay: '2028-11-01' },
  });
  expect(await guest().must(people.whoAmI, {})).toMatchObject({
    ...{ name: '乌日娜', me: null },
    roles: [{ role: 'observer', place: 'town', untilDay: '2028-11-01' }],
  });
  const { offices } = await town.as('stranger').must(people.listOffices, { villageId: 'v01' });
  expect(offices.filter(({ role }) => role === 'observer')).toMatchObject([
    { name: '乌*', organisation: '旗农牧局', basis: 'invited', untilDay: '2028-11-01' },
  ]);
  expect((await town.administrator.must(people.listInvitations, {})).invitations).toEqual([]);
});

test('the code is stored nowhere, and the number only until it is taken up', async () => {
  const { code, id } = await invited();
  const everything = () => JSON.stringify([...documentsOf(town.engine)]);
  expect(everything()).not.toContain(code);
  expect(JSON.stringify(town.engine.get('office-acts', id))).toContain(phone);
  await accept(guest(), code);
  expect(JSON.stringify(town.engine.get('office-acts', id))).not.toContain(phone);
});

test('used twice, over, replaced, taken back, another’s, made up: each its own no', async () => {
  const { code, id } = await invited();
  expect(await accept(town.as('thief'), code, '13900000009')).toMatchObject({
    error: { code: 'invitation-of-another' },
  });
  expect(await accept(guest(), code)).toMatchObject({ ok: true });
  expect(await accept(guest(), code)).toMatchObject({ error: { code: 'invitation-used' } });
  expect(await codeOf(town.administrator.call(people.renewInvitation, { officeActId: id }))).toBe(
    'act-settled',
  );
  const other = await invited({ role: 'carrier' });
  town.clock.advanceDays(7);
  expect(await accept(guest(), other.code)).toMatchObject({ error: { code: 'invitation-over' } });
  expect(await codeShown(other.id)).toBe('none');
  await town.secondAdministrator.must(people.renewInvitation, { officeActId: other.id });
  expect(await accept(guest(), other.code)).toMatchObject({
    error: { code: 'invitation-replaced' },
  });
  const anew = await codeShown(other.id);
  const take = { officeActId: other.id };
  expect(await codeOf(town.head(2).call(people.withdrawOfficeAct, take))).toBe('not-your-act');
  await town.secondAdministrator.must(people.withdrawOfficeAct, take);
  expect(await accept(guest(), anew)).toMatchObject({ error: { code: 'invitation-withdrawn' } });
  expect(await accept(guest(), '0000000000')).toMatchObject({
    error: { code: 'invitation-not-found' },
  });
  expect(await rolesOf(guest())).toEqual(['observer']);
});

test('five codes a day, and then the right one does not help', async () => {
  const { code } = await invited();
  const thief = town.as('thief');
  const { phoneToken } = await thief.must(wechat.readPhoneNumber, { code: `phone:${phone}` });
  const guess = (invitationCode: string) =>
    codeOf(thief.call(people.acceptInvitation, { invitationCode, phoneToken }));
  for (let each = 0; each < 5; each += 1) {
    expect(await guess(`000000000${each}`)).toBe('invitation-not-found');
  }
  expect(await guess(code)).toBe('too-many-tries');
  expect(await rolesOf(thief)).toEqual([]);
});

test('neither of the two is who is invited, nor somebody of their house', async () => {
  const { code } = await invited();
  for (const as of [town.administrator, town.secondAdministrator]) {
    expect(await accept(as, code)).toMatchObject({ error: { code: 'invitation-own' } });
  }
  // The second administrator lives in a household of the register: its number is no stranger's.
  const own = { phone: testPhone(2, 13) };
  expect(await codeOf(invite(town.secondAdministrator, own))).toBe('own-household');
  const byFirst = idOf(await invite(town.administrator, own));
  expect(await confirm(byFirst)).toBe('own-household');
});

test('nobody of a village invites, confirms, or sees a code', async () => {
  const id = idOf(await invite(town.administrator));
  for (const number of [2, 4, 9]) {
    const as = town.head(number);
    expect(await codeOf(invite(as))).toBe('not-your-job');
    expect(['not-yours', 'not-your-job']).toContain(await confirm(id, as));
    expect(await codeOf(as.call(people.listInvitations, {}))).toBe('not-your-job');
  }
});

test('a term ends after today and within five years; place, number and words fit', async () => {
  const refused: [Invited, string][] = [
    [{ untilDay: '2026-11-02' }, 'term-does-not-fit'],
    [{ untilDay: '2031-11-02' }, 'term-does-not-fit'],
    [{ day: '2027-01-01', untilDay: '2028-01-01' }, 'day-to-come'],
    [{ role: 'merchant' }, 'role-does-not-fit'],
    [{ place: 'v01' }, 'role-does-not-fit'],
    [{ role: 'merchant', place: 'shop-of-nobody' }, 'place-not-found'],
    [{ phone: '12345678901' }, 'phone-not-chinese'],
    [{ organisation: '张三 13912345678' }, 'private-number'],
  ];
  for (const [change, code] of refused) {
    expect([change, await codeOf(invite(town.administrator, change))]).toEqual([change, code]);
  }
  await invited();
  expect(await codeOf(invite(town.administrator))).toBe('already-invited');
  expect(await codeOf(invite(town.administrator, { role: 'carrier' }))).toBe('ok');
});

/** What each of them is answered who holds one seat and nothing else. */
test('each seat reads what its line of the table says, until its term is over', async () => {
  const table = {
    guide: [],
    observer: ['overview'],
    merchant: ['orders', 'stock'],
    accountant: ['overview'],
    carrier: [],
    'town-staff': ['overview', 'late'],
    discipline: ['overview', 'late', 'alarms'],
  } as const;
  const reads = async (as: TestActor) => {
    const calls = {
      overview: as.call(townContracts.readOverview, {}),
      late: as.call(people.listLate, {}),
      alarms: as.call(points.listSealAlarms, {}),
      orders: as.call(exchange.listShopOrders, { shopId: testShopId }),
      stock: as.call(exchange.readStock, { shopId: testShopId }),
    };
    const codes = await Promise.all(
      Object.entries(calls).map(async ([name, call]) => [name, await codeOf(call)] as const),
    );
    return codes.filter(([, code]) => code === 'ok').map(([name]) => name);
  };
  for (const [index, [role, wanted]] of Object.entries(table).entries()) {
    const number = `1390000001${index}`;
    const as = town.as(`seat-${role}`);
    const place = role === 'merchant' ? testShopId : 'town';
    const { code } = await invited({ role: role as 'guide', place, phone: number });
    expect(await accept(as, code, number)).toMatchObject({ ok: true });
    expect([role, await reads(as)]).toEqual([role, wanted]);
    expect(
      await codeOf(as.call(people.answerOfficeAct, { officeActId: town.newId(), accept: true })),
    ).toBe('not-your-job');
  }
  town.clock.advanceDays(730);
  for (const role of Object.keys(table)) {
    expect([role, await reads(town.as(`seat-${role}`))]).toEqual([role, []]);
  }
  expect(town.engine.find('offices', { query: { basis: 'invited' } })).toHaveLength(7);
  await town.timer('jobs', 'erase-expired');
  expect(town.engine.find('offices', { query: { basis: 'invited' } })).toEqual([]);
  expect(await rolesOf(town.as('seat-discipline'))).toEqual([]);
});

test('who is invited resigns, and another confirms it; the town ends it by two', async () => {
  const { code } = await invited();
  await accept(guest(), code);
  const [held] = town.engine.find('offices', { query: { basis: 'invited' } });
  const act = { officeId: String(held?.officeId), day: town.today(), cites: '辞职报告' };
  expect(await codeOf(guest().call(people.endOffice, { ...act, basis: 'term-over' }))).toBe(
    'office-not-yours',
  );
  const resigned = idOf(await guest().call(people.endOffice, { ...act, basis: 'resigned' }));
  const own = await guest().must(people.listOfficeActs, {});
  expect(own.own.map((each) => each.officeActId)).toEqual([resigned]);
  expect(await confirm(resigned)).toBe('ok');
  expect(await rolesOf(guest())).toEqual([]);
});

test('a term that follows takes the place of the one before', async () => {
  const first = await invited();
  await accept(guest(), first.code);
  const next = await invited({ untilDay: '2029-11-01' });
  expect(await accept(guest(), next.code)).toMatchObject({ ok: true });
  const held = town.engine.find('offices', { query: { basis: 'invited' } });
  expect(held).toMatchObject([{ officeId: next.id, untilDay: '2029-11-01' }]);
});

test('an invited administrator is one, but nobody is counted on whose term ends', async () => {
  const { code } = await invited({ role: 'town-admin' });
  await accept(guest(), code);
  expect(await rolesOf(guest())).toEqual(['town-admin']);
  expect(await codeOf(guest().call(townContracts.readOverview, {}))).toBe('ok');
  const [second] = town.engine.find('offices', {
    query: { role: 'town-admin', name: testHeadName(13) },
  });
  const end = { officeId: String(second?.officeId), day: town.today(), cites: '辞职报告' };
  const resign = { ...end, basis: 'resigned' as const };
  const ended = idOf(await town.secondAdministrator.call(people.endOffice, resign));
  expect(await confirm(ended, guest())).toBe('ok');
  expect(await codeOf(town.administrator.call(people.eraseMe, {}))).toBe('last-administrator');
});

test('who is erased leaves no name behind in the acts', async () => {
  const { code, id } = await invited();
  await accept(guest(), code);
  await guest().must(people.eraseMe, {});
  expect(town.engine.get('office-acts', id)).toMatchObject({ name: '' });
  expect(town.engine.find('offices', { query: { basis: 'invited' } })).toEqual([]);
});

test('a code that nobody used is forgotten in a month, with the number that it named', async () => {
  const { id } = await invited();
  town.clock.advanceDays(38);
  await town.timer('jobs', 'erase-expired');
  expect(town.engine.get('office-acts', id)).toMatchObject({
    ...{ state: 'withdrawn' },
    invited: { phone: null },
  });
  expect([...town.engine.find('invitations', { query: {} })]).toEqual([]);
});

test('the founder invites the second administrator alone, once, and may withdraw', async () => {
  const empty = await openTestTown({ seed: false });
  const founder = empty.as('founder');
  const founding = { townName: '试验镇', owner: '试验镇政府', sample: true };
  await founder.must(townContracts.foundTown, { ...founding, foundingSecret: testFoundingSecret });
  const gift = idOf(await invite(founder, { role: 'town-admin' }));
  const other = { role: 'town-admin', phone: '13900000002' } as const;
  const waits = idOf(await invite(founder, other));
  expect(await confirm(waits, founder)).toBe('another-must-agree');
  expect((await codeShown(gift, founder)).length).toBe(10);
  await founder.must(people.withdrawOfficeAct, { officeActId: gift });
  await founder.must(people.withdrawOfficeAct, { officeActId: waits });
  const again = idOf(await invite(founder, { role: 'town-admin' }));
  const second = empty.as('second');
  expect(await accept(second, await codeShown(again, founder))).toMatchObject({ ok: true });
  expect(await rolesOf(second)).toEqual(['town-admin']);
  expect(empty.engine.find('offices', { query: { byOne: true } })).toHaveLength(1);
  const third = idOf(await invite(founder, other));
  expect(await codeShown(third, founder)).toBe('none');
  expect(await confirm(third, second)).toBe('ok');
});
