import { actOf } from '../../../config/run/appoint';
import { people } from '../../../src/contracts';
import { dayOf } from '../../../src/domain/kernel/time';
import type { Erasure, Household, JoinRequest, Member } from '../../../src/domain/people/types';
import { householdId, memberId } from '../../support/household-ids';
import { letIn } from '../../support/let-in';
import { stumblingTowns } from '../../support/stumbling-towns';
import { testHeadName, testPhone } from '../../support/test-register';
import { openTestTown, type TestActor, type TestTown } from '../../support/town';

const nobody = {
  atMs: expect.any(Number),
  proxy: null,
  me: null,
  roles: [],
  waitingJoin: null,
  reminders: [],
};

let town: TestTown;
beforeEach(async () => {
  town = await openTestTown();
});

const codeOf = async (call: ReturnType<TestActor['call']>) => {
  const envelope = await call;
  return envelope.ok ? 'ok' : envelope.error.code;
};
const member = (id: string) => town.engine.get('members', id) as unknown as Member;
const household = (id: string) => town.engine.get('households', id) as unknown as Household;
const erasures = () => town.engine.find('erasures') as unknown as Erasure[];
const everything = () =>
  JSON.stringify(town.engine.collections().map((name) => town.engine.find(name)));

const ofHead = (householdNumber: number) => ({
  villageId: 'v01',
  householdNumber,
  name: testHeadName(householdNumber),
});

/** Asks to be let in as the head of a household of the first village. */
async function waitsAs(openid: string, householdNumber: number): Promise<JoinRequest> {
  await town.as(openid).must(people.join, { ...ofHead(householdNumber), namesShown: false });
  const [request] = town.engine.find('join-requests', { query: { villageId: 'v01' } });
  return request as unknown as JoinRequest;
}

test('somebody who erases themselves is gone at once; the register’s line stays', async () => {
  const head = await town.joinHead(1, 13);
  const answer = await head.must(people.eraseMe, {});
  expect(answer).toEqual({ restGoesOnDay: '2026-11-03' });
  expect(await head.must(people.whoAmI, {})).toEqual(nobody);
  expect(member(memberId(town, 'v01-13', 1))).toMatchObject({
    name: testHeadName(13),
    phone: null,
    personId: null,
  });
  expect(household(householdId(town, 'v01-13'))).toMatchObject({
    namesShown: false,
    headName: testHeadName(13),
  });
  expect(household(householdId(town, 'v01-13')).namesAnsweredAtMs).toBeUndefined();
  expect(everything()).not.toContain(head.openid);
  expect(everything()).not.toContain(testPhone(1, 13));
  expect(erasures()).toMatchObject([
    { state: 'waiting', householdId: householdId(town, 'v01-13') },
  ]);
});

test('the same command again is the same answer; another one finds nothing', async () => {
  const head = await town.joinHead(1, 13);
  const commandId = town.newId();
  const first = await head.must(people.eraseMe, {}, commandId);
  expect(await head.must(people.eraseMe, {}, commandId)).toEqual(first);
  expect(await codeOf(head.call(people.eraseMe, {}))).toBe('nothing-kept');
  expect(erasures()).toHaveLength(1);
});

test('whoever has erased themselves may come back, by a cadre’s hand', async () => {
  const head = await town.joinHead(1, 13);
  await head.must(people.eraseMe, {});
  const answer = await head.must(people.join, { ...ofHead(13), namesShown: true });
  expect(answer.state).toBe('waiting');
});

test('whoever only waits may take it back; guesses of the day stay counted', async () => {
  const guest = town.as('guest');
  const wrong = { ...ofHead(16), name: '错名', namesShown: false };
  for (let time = 0; time < 4; time += 1) await guest.call(people.join, wrong);
  await guest.must(people.join, { ...ofHead(16), namesShown: false });
  await guest.must(people.eraseMe, {});
  expect(town.engine.find('join-requests')).toEqual([]);
  expect(everything()).not.toContain('guest"');
  expect(await codeOf(guest.call(people.join, wrong))).toBe('too-many-tries');
});

test('the town erases a member who has no phone: the line of the register is empty', async () => {
  await town.as('elder').must(people.join, { ...ofHead(16), namesShown: false });
  const { administrator } = town;
  const answer = await administrator.must(people.eraseMember, ofHead(16));
  expect(answer).toEqual({ restGoesOnDay: '2026-11-03' });
  expect(member(memberId(town, 'v01-16', 1))).toMatchObject({
    name: '',
    relation: '',
    birthYear: 0,
    phone: null,
  });
  expect(household(householdId(town, 'v01-16'))).toMatchObject({
    headName: '',
    memberIds: [memberId(town, 'v01-16'), expect.anything(), expect.anything()],
  });
  expect(household(householdId(town, 'v01-16')).headBirthYear).toBeUndefined();
  expect(town.engine.find('join-requests')).toEqual([]);
  expect(everything()).not.toContain('"elder"');
  const found = await codeOf(administrator.call(people.eraseMember, ofHead(16)));
  expect(found).toBe('member-not-found');
});

test('whoever waits in two villages goes on waiting in the other, and can be let in', async () => {
  const guest = town.as('guest');
  const { joinRequestId } = await waitsAs('guest', 15);
  await guest.must(people.join, { ...ofHead(16), villageId: 'v02', namesShown: false });
  await town.administrator.must(people.eraseMember, { ...ofHead(16), villageId: 'v02' });
  expect((await guest.must(people.whoAmI, {})).waitingJoin).toMatchObject({
    villageName: '试一嘎查',
  });
  const cadre = await town.joinHead(1, 1);
  const { householdNumber, name } = ofHead(15);
  const supervisor = await town.joinHead(1, 5);
  await letIn({ joinRequestId, householdNumber, name }, [cadre, supervisor]);
  expect((await guest.must(people.whoAmI, {})).me).toMatchObject({
    householdId: householdId(town, 'v01-15'),
  });
});

test('erasing a joined cadre takes office, person and the household’s mark', async () => {
  const cadre = await town.joinHead(1, 1);
  await town.administrator.must(people.eraseMember, ofHead(1));
  expect(await cadre.must(people.whoAmI, {})).toEqual(nobody);
  expect(household(householdId(town, 'v01-1'))).toMatchObject({
    ofCommittee: false,
    namesShown: false,
  });
  expect(everything()).not.toContain(cadre.openid);
});

test('with a second administrator the first may go; the last one stays', async () => {
  const { administrator, secondAdministrator: second } = town;
  expect(await codeOf(administrator.call(people.eraseMe, {}))).toBe('ok');
  expect(await codeOf(second.call(people.eraseMe, {}))).toBe('last-administrator');
  const line = { ...ofHead(13), villageId: 'v02' };
  expect(await codeOf(second.call(people.eraseMember, line))).toBe('last-administrator');
});

test('of two last administrators who go at once one stays', async () => {
  const { administrator, secondAdministrator: second } = town;
  const codes = await Promise.all([
    codeOf(administrator.call(people.eraseMe, {})),
    codeOf(second.call(people.eraseMe, {})),
  ]);
  expect(codes.sort()).toEqual(['last-administrator', 'ok']);
});

test('of two administrators who erase each other at once one stays', async () => {
  const two = [await town.joinHead(1, 14), await town.joinHead(1, 15)];
  for (const householdNumber of [14, 15]) {
    await town.appoint({ householdNumber, role: 'town-admin', place: 'town' });
  }
  await town.administrator.must(people.eraseMe, {});
  await town.secondAdministrator.must(people.eraseMe, {});
  const codes = await Promise.all([
    codeOf((two[0] as TestActor).call(people.eraseMember, ofHead(15))),
    codeOf((two[1] as TestActor).call(people.eraseMember, ofHead(14))),
  ]);
  // Whoever comes second is no administrator any more.
  expect(codes.sort()).toEqual(['not-your-job', 'ok']);
});

test('whoever asks to be let in while the member is erased leaves no name behind', async () => {
  for await (const { administrator, as, engine } of stumblingTowns(town, 40)) {
    const asking = as('guest').call(people.join, { ...ofHead(16), namesShown: false });
    await Promise.all([asking, administrator.must(people.eraseMember, ofHead(16))]);
    expect(engine.find('join-requests')).toEqual([]);
  }
});

test('one leaves the household, another gets the office: it stays of the committee', async () => {
  const number = 13;
  const other = town.engine.get('members', memberId(town, `v01-${number}`, 2)) as unknown as Member;
  await town.appoint({ householdNumber: number, role: 'cadre', place: 'v01' });
  const office = { ...ofHead(number), name: other.name, role: 'cadre', place: 'v01' } as const;
  const act = actOf(office, dayOf(town.clock.nowMs()));
  const { officeActId } = await town.administrator.must(people.giveOffice, act);
  for await (const { administrator, secondAdministrator, engine } of stumblingTowns(town, 40)) {
    await Promise.all([
      secondAdministrator.must(people.answerOfficeAct, { officeActId, accept: true }),
      administrator.must(people.eraseMember, ofHead(number)),
    ]);
    expect(engine.get('households', householdId(town, `v01-${number}`))).toMatchObject({
      ofCommittee: true,
    });
  }
});

test('only the town erases others', async () => {
  const cadre = await town.joinHead(1, 1);
  expect(await codeOf(cadre.call(people.eraseMember, ofHead(16)))).toBe('not-your-job');
  const event = { action: 'erase-me', commandId: town.newId(), input: {} };
  expect(await town.send('people', event, null)).toMatchObject({
    ok: false,
    error: { code: 'log-in-first' },
  });
});
