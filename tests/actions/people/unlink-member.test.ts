import { town as contracts, people } from '../../../src/contracts';
import { householdId } from '../../support/household-ids';
import { letIn } from '../../support/let-in';
import { testHeadName } from '../../support/test-register';
import { openTestTown, type TestActor, type TestTown } from '../../support/town';

let town: TestTown;
beforeEach(async () => {
  town = await openTestTown();
});

const lineOf = (householdNumber: number, forgetPhone = false) => {
  return { villageId: 'v01', householdNumber, name: testHeadName(householdNumber), forgetPhone };
};
const unlink = (householdNumber: number, forgetPhone = false) =>
  town.administrator.must(people.unlinkMember, lineOf(householdNumber, forgetPhone));
const codeOf = async (call: ReturnType<TestActor['call']>) => {
  const envelope = await call;
  return envelope.ok ? 'ok' : envelope.error.code;
};
const me = async (actor: TestActor) => (await actor.must(people.whoAmI, {})).me;

test('a lost phone is out at once, and its owner joins with a new one', async () => {
  const lost = await town.joinHead(1, 13);
  await unlink(13);
  expect(await lost.must(people.whoAmI, {})).toMatchObject({ me: null, roles: [] });
  expect(await codeOf(lost.call(people.setNamesShown, { namesShown: true }))).toBe('join-first');
  // The number of the register still proves who it is, and the office comes back with the line.
  const again = await town.joinHead(1, 13);
  expect(await me(again)).toMatchObject({ householdId: householdId(town, 'v01-13') });
  const { roles } = await again.must(people.whoAmI, {});
  expect(roles.map(({ role }) => role).sort()).toEqual(['keeper', 'resident']);
});

test('who was let in as somebody else leaves the line to the rightful one', async () => {
  const cadre = await town.joinHead(1, 1);
  const supervisor = await town.joinHead(1, 5);
  const ask = async (openid: string, namesShown: boolean) => {
    const name = testHeadName(16);
    const input = { villageId: 'v01', householdNumber: 16, name, namesShown };
    await town.as(openid).must(people.join, input);
    const { requests } = await cadre.must(people.listJoinRequests, {});
    return { joinRequestId: requests[0]?.joinRequestId ?? '', householdNumber: 16, name };
  };
  await letIn(await ask('impostor', true), [cadre, supervisor]);
  const rightful = town.as('rightful');
  const input = { villageId: 'v01', householdNumber: 16, name: testHeadName(16) };
  expect(await codeOf(rightful.call(people.join, { ...input, namesShown: false }))).toBe(
    'member-taken',
  );
  await unlink(16);
  expect(await me(town.as('impostor'))).toBeNull();
  await letIn(await ask('rightful', false), [cadre, supervisor]);
  // Whether the household's name is shown was the impostor's word: it is asked anew.
  expect(await me(rightful)).toMatchObject({ namesShown: false });
  expect(town.engine.find('persons', { query: { openid: 'impostor' } })).toEqual([]);
});

test('a number that was somebody else’s proves nothing any more', async () => {
  await town.joinHead(1, 14);
  expect(await unlink(14, true)).toEqual({ phoneForgotten: true });
  const again = await town.joinHead(1, 14);
  expect(await again.must(people.whoAmI, {})).toMatchObject({
    me: null,
    waitingJoin: { householdNumber: 14 },
  });
});

test('what the founder holds beside the line of the register stays', async () => {
  const { administrator } = town;
  const grant = { villageId: 'v01', householdNumber: 15, name: testHeadName(15) };
  const second = await town.joinHead(1, 15);
  await administrator.must(contracts.grantRole, { ...grant, role: 'town-admin', place: 'town' });
  // Given with the line: it goes with it, since another administrator is left.
  await unlink(15);
  expect((await second.must(people.whoAmI, {})).roles).toEqual([]);
});

test('the last administrator, one’s own household, nobody and a stranger’s wish', async () => {
  const { administrator } = town;
  const grant = { villageId: 'v01', householdNumber: 15, name: testHeadName(15) };
  const second = await town.joinHead(1, 15);
  await administrator.must(contracts.grantRole, { ...grant, role: 'town-admin', place: 'town' });
  expect(await codeOf(second.call(people.unlinkMember, lineOf(15)))).toBe('own-household');
  await administrator.must(people.eraseMe, {});
  const wished = [
    [second, lineOf(16), 'nobody-linked'],
    [second, { ...lineOf(16), name: '试没有' }, 'member-not-found'],
    [await town.joinHead(1, 1), lineOf(13), 'not-your-job'],
  ] as const;
  for (const [actor, line, code] of wished) {
    expect(await codeOf(actor.call(people.unlinkMember, line))).toBe(code);
  }
});
