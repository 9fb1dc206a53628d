import { town as contracts, people, wechat } from '../../../src/contracts';
import { householdId, memberId } from '../../support/household-ids';
import { importInput } from '../../support/import-input';
import { testTemplates } from '../../support/post-office';
import {
  registerRow,
  spreadsheetOf,
  type TestMember,
  testHeadName,
  testMembers,
} from '../../support/test-register';
import { openTestTown, type TestActor, type TestTown } from '../../support/town';

let town: TestTown;
beforeEach(async () => {
  town = await openTestTown();
});

const household = testMembers(1).filter(({ householdNumber }) => householdNumber === 9);
const phone = '10055550001';

/** An administrator alone writes a number into the line of somebody who has not joined. */
async function enter(number = phone, members: readonly TestMember[] = household): Promise<void> {
  const rows = members.map((member) =>
    registerRow('试一嘎查', member.relation === '配偶' ? { ...member, phone: number } : member),
  );
  const fileId = town.putFile(`${town.newId()}.xlsx`, await spreadsheetOf(rows));
  const input = await importInput(town.administrator, fileId);
  await town.administrator.must(contracts.importRegister, input);
}

async function join(openid: string, number = phone) {
  const somebody = town.as(openid);
  const code = { code: `phone:${number}` };
  const { phoneToken } = await somebody.must(wechat.readPhoneNumber, code);
  const name = `${testHeadName(9)}偶`;
  const asked = { villageId: 'v01', householdNumber: 9, name, phoneToken, namesShown: true };
  return somebody.call(people.join, asked);
}

const toConfirm = async (actor: TestActor) => (await actor.must(people.listEntries, {})).entries;

async function confirmAll(actor: TestActor) {
  const { villageId, entries } = await actor.must(people.listEntries, {});
  const lines = entries.map(({ memberId: id, enteredAtMs }) => ({ memberId: id, enteredAtMs }));
  return actor.call(people.confirmEntries, { villageId: villageId ?? 'v01', lines });
}

test('a number that one person entered proves nobody, until a second one confirms it', async () => {
  await enter();
  expect(await join('own-second-phone')).toMatchObject({ ok: true, value: { state: 'waiting' } });
  const cadre = await town.joinHead(1, 2);
  expect(await toConfirm(cadre)).toMatchObject([
    { name: `${testHeadName(9)}偶`, householdNumber: 9, phone, enteredAs: 'town-admin' },
  ]);
  expect(await confirmAll(cadre)).toMatchObject({ ok: true, value: { confirmed: 1, left: 0 } });
  expect(await join('the-right-phone')).toMatchObject({ ok: true, value: { state: 'joined' } });
});

test('who entered it sees nothing to confirm, and cannot', async () => {
  await enter();
  expect(await toConfirm(town.administrator)).toEqual([]);
  const line = { memberId: memberId(town, 'v01-9', 2), enteredAtMs: town.clock.nowMs() };
  const own = { villageId: 'v01', lines: [line] };
  expect(await town.administrator.call(people.confirmEntries, own)).toMatchObject({
    ok: false,
    error: { code: 'another-must-agree' },
  });
  const cards = await town.administrator.must(people.readToday, {});
  expect(cards.cards.map(({ toDo }) => toDo)).not.toContain('entries');
});

test('what changed since it was seen waits to be seen again', async () => {
  await enter();
  const cadre = await town.joinHead(1, 2);
  const seen = await toConfirm(cadre);
  town.clock.advanceMs(60_000);
  await enter('10055550002');
  const lines = seen.map(({ memberId: id, enteredAtMs }) => ({ memberId: id, enteredAtMs }));
  expect(await cadre.must(people.confirmEntries, { villageId: 'v01', lines })).toMatchObject({
    confirmed: 0,
    left: 1,
  });
  expect(await toConfirm(cadre)).toMatchObject([{ phone: '10055550002' }]);
});

test('what a cadre of the committee entered as the town is no colleague’s to confirm', async () => {
  const cadre = await town.joinHead(1, 2);
  const colleague = await town.joinHead(1, 3);
  await town.appoint({ householdNumber: 2, role: 'town-admin', place: 'town' });
  const rows = household.map((each) =>
    registerRow('试一嘎查', each.relation === '配偶' ? { ...each, phone } : each),
  );
  const fileId = town.putFile('by-cadre.xlsx', await spreadsheetOf(rows));
  await cadre.must(contracts.importRegister, await importInput(cadre, fileId));
  expect(await toConfirm(colleague)).toEqual([]);
  const line = { memberId: memberId(town, 'v01-9', 2), enteredAtMs: town.clock.nowMs() };
  const asked = { villageId: 'v01', lines: [line] };
  const refused = { ok: false, error: { code: 'another-must-agree' } };
  expect(await colleague.call(people.confirmEntries, asked)).toMatchObject(refused);
  const supervisor = await town.joinHead(1, 4);
  expect(await toConfirm(supervisor)).toHaveLength(1);
  expect(await confirmAll(supervisor)).toMatchObject({ ok: true, value: { confirmed: 1 } });
});

test('of two who each entered a part of a line neither makes its number count', async () => {
  await enter();
  await town.appoint({ householdNumber: 5, role: 'town-admin', place: 'town' });
  const other = await town.joinHead(1, 5);
  town.clock.advanceMs(60_000);
  // Another administrator writes another number into the line that the first had entered.
  const number = '10055550003';
  const rows = household.map((each) =>
    registerRow('试一嘎查', each.relation === '配偶' ? { ...each, phone: number } : each),
  );
  const fileId = town.putFile('by-another.xlsx', await spreadsheetOf(rows));
  await other.must(contracts.importRegister, await importInput(other, fileId));
  expect(await confirmAll(town.administrator)).toMatchObject({ ok: true, value: { confirmed: 1 } });
  expect(await join('a-friend', number)).toMatchObject({ ok: true, value: { state: 'waiting' } });
});

test('the village waits for a second person until nothing is left to confirm', async () => {
  await enter();
  const cadre = await town.joinHead(1, 2);
  const cardOf = async () => (await cadre.must(people.readToday, {})).cards;
  expect(await cardOf()).toMatchObject([{ toDo: 'entries', count: 1 }]);
  await confirmAll(cadre);
  expect(await cardOf()).toEqual([]);
  expect(town.engine.get('entry-checks', 'v01')).toBeNull();
  expect(await toConfirm(cadre)).toEqual([]);
});

test('two people let somebody in as the line: nothing of it is left to confirm', async () => {
  await enter();
  await join('somebody');
  const cadre = await town.joinHead(1, 2);
  const supervisor = await town.joinHead(1, 5);
  const seen = { householdNumber: 9, name: `${testHeadName(9)}偶`, accept: true };
  const [request] = (await cadre.must(people.listJoinRequests, {})).requests;
  const asked = { ...seen, joinRequestId: request?.joinRequestId ?? '' };
  await cadre.must(people.answerJoin, asked);
  await supervisor.must(people.answerJoin, asked);
  expect(await toConfirm(cadre)).toEqual([]);
  expect(town.engine.get('tasks', 'entries.v01')).toBeNull();
  expect(town.engine.get('households', householdId(town, 'v01-9'))).not.toBeNull();
});

test('those whom it waits for are told once that it does', async () => {
  town = await openTestTown({ templates: testTemplates });
  const told = () =>
    town.engine
      .find('messages', { query: { subjectId: 'entries.v01' } })
      .filter(({ atMs }) => Number(atMs) === town.clock.nowMs());
  town.clock.advanceMs(60_000);
  await enter();
  expect(told()).toMatchObject([{ kind: 'to-do', state: 'confirm-entries' }]);
  await confirmAll(await town.joinHead(1, 2));
  expect(told()).toHaveLength(1);
});
