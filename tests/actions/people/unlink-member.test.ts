import { town as contracts, people, wechat } from '../../../src/contracts';
import { householdId } from '../../support/household-ids';
import { importInput } from '../../support/import-input';
import { letIn } from '../../support/let-in';
import { registerRow, spreadsheetOf, testHeadName, testMembers } from '../../support/test-register';
import { openTestTown, type TestActor, type TestTown, testVillages } from '../../support/town';

let town: TestTown;
beforeEach(async () => {
  town = await openTestTown();
});

const lineOf = (householdNumber: number) => {
  return { villageId: 'v01', householdNumber, name: testHeadName(householdNumber) };
};
const unlink = (householdNumber: number) =>
  town.administrator.must(people.unlinkMember, lineOf(householdNumber));
const codeOf = async (call: ReturnType<TestActor['call']>) => {
  const envelope = await call;
  return envelope.ok ? 'ok' : envelope.error.code;
};
const me = async (actor: TestActor) => (await actor.must(people.whoAmI, {})).me;

/** The request of whoever waits as the head of a household, as the list shows it. */
async function seenBy(cadre: TestActor, householdNumber: number) {
  const { requests } = await cadre.must(people.listJoinRequests, {});
  const request = requests.find((each) => each.householdNumber === householdNumber);
  const { joinRequestId = '' } = request ?? {};
  return { joinRequestId, householdNumber, name: testHeadName(householdNumber) };
}

test('a lost phone is out at once, and two people let its owner in again', async () => {
  const lost = await town.joinHead(1, 15);
  await unlink(15);
  expect(await lost.must(people.whoAmI, {})).toMatchObject({ me: null, roles: [] });
  expect(await codeOf(lost.call(people.setNamesShown, { namesShown: true }))).toBe('join-first');
  await town.as('new-phone').must(people.join, { ...lineOf(15), namesShown: true });
  const [cadre, supervisor] = [await town.joinHead(1, 1), await town.joinHead(1, 5)];
  await letIn(await seenBy(cadre, 15), [cadre, supervisor]);
  expect(await me(town.as('new-phone'))).toMatchObject({
    householdId: householdId(town, 'v01-15'),
  });
});

test('the line keeps its office, which waits for the town as one of the two', async () => {
  await town.joinHead(1, 13);
  await unlink(13);
  await town.as('new-phone').must(people.join, { ...lineOf(13), namesShown: true });
  const cadre = await town.joinHead(1, 1);
  const [request] = (await town.administrator.must(people.listJoinRequests, {})).requests;
  const { joinRequestId = '' } = request ?? {};
  const seen = { joinRequestId, householdNumber: 13, name: testHeadName(13) };
  await letIn(seen, [town.administrator, cadre]);
  const { roles } = await town.as('new-phone').must(people.whoAmI, {});
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

test('who takes a line back is not let in by a number of their own in it', async () => {
  await town.joinHead(1, 14);
  await unlink(14);
  const head = testMembers(1).find(({ householdNumber }) => householdNumber === 14);
  if (!head) throw new Error('household 14 has a head');
  const phone = '13900000008';
  const row = registerRow(testVillages[0]?.name ?? '', { ...head, phone });
  const fileId = town.putFile('own-number.xlsx', await spreadsheetOf([row]));
  await town.administrator.must(
    contracts.importRegister,
    await importInput(town.administrator, fileId),
  );
  const second = town.as('second-phone');
  const { phoneToken } = await second.must(wechat.readPhoneNumber, { code: `phone:${phone}` });
  expect(await second.must(people.findMyLine, { phoneToken })).toEqual({ lines: [] });
  const line = { ...lineOf(14), phoneToken, namesShown: true };
  expect(await second.must(people.join, line)).toEqual({ state: 'waiting' });
  // Let in by two, the line is like any other: its number proves it the next time.
  const [cadre, supervisor] = [await town.joinHead(1, 2), await town.joinHead(1, 5)];
  await letIn(await seenBy(cadre, 14), [cadre, supervisor]);
  expect(town.engine.find('members', { query: { byTwoOnly: true } })).toEqual([]);
});

test('what the founder holds beside the line of the register stays', async () => {
  const second = await town.joinHead(1, 15);
  await town.appoint({ householdNumber: 15, role: 'town-admin', place: 'town' });
  // Given with the line: it goes with it, since another administrator is left.
  await unlink(15);
  expect((await second.must(people.whoAmI, {})).roles).toEqual([]);
});

test('the last administrator, one’s own household, nobody and a stranger’s wish', async () => {
  const { administrator } = town;
  const second = await town.joinHead(1, 15);
  await town.appoint({ householdNumber: 15, role: 'town-admin', place: 'town' });
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
