import { people } from '../../../src/contracts';
import { householdId } from '../../support/household-ids';
import { testHeadName } from '../../support/test-register';
import { openTestTown, type TestActor, type TestTown } from '../../support/town';

let town: TestTown;
let cadre: TestActor;
beforeEach(async () => {
  town = await openTestTown();
  cadre = await town.joinHead(1, 1);
});

async function codeOf(call: ReturnType<TestActor['call']>): Promise<string> {
  const envelope = await call;
  return envelope.ok ? 'ok' : envelope.error.code;
}
const find = (search: string) => cadre.must(people.findHouseholds, { villageId: 'v01', search });

test('a household is found by its card, its number and a name, always masked', async () => {
  const head = await town.joinHead(1, 13);
  const { cardText, household } = await head.must(people.readHouseholdCard, {});
  expect(household).toEqual({
    householdId: householdId(town, 'v01-13'),
    householdNumber: 13,
    householdName: '试*',
    memberCount: 3,
  });
  for (const search of [cardText, '13', '013', '13号', testHeadName(13), `${testHeadName(13)}偶`]) {
    expect((await find(search)).households).toEqual([household]);
  }
});

test('the beginning of a name finds all who begin so; nonsense finds none', async () => {
  const { households } = await find('试户十');
  expect(households.map((each) => each.householdNumber)).toEqual([10, 11, 12, 13, 14, 15, 16]);
  expect((await find('没有这人')).households).toEqual([]);
  expect((await find('9999')).households).toEqual([]);
});

test('a forged card and one of another village are refused alike', async () => {
  const neighbour = await town.joinHead(2, 13);
  const { cardText } = await neighbour.must(people.readHouseholdCard, {});
  const forged = `JF.H.v01-13.${'0'.repeat(16)}`;
  const swapped = cardText.replace(householdId(town, 'v02-13'), householdId(town, 'v01-13'));
  for (const search of [cardText, forged, swapped, 'JF.H.']) {
    const code = await codeOf(cadre.call(people.findHouseholds, { villageId: 'v01', search }));
    expect(code).toBe('card-not-ours');
  }
});

test('only cadres and supervisors of the village look for households', async () => {
  const input = { villageId: 'v01', search: '13' };
  const supervisor = await town.joinHead(1, 4);
  const neighbour = await town.joinHead(2, 1);
  const resident = await town.joinHead(1, 13);
  expect(await codeOf(supervisor.call(people.findHouseholds, input))).toBe('ok');
  expect(await codeOf(neighbour.call(people.findHouseholds, input))).toBe('not-yours');
  expect(await codeOf(resident.call(people.findHouseholds, input))).toBe('not-your-job');
});

test('consent to being named is an adult’s, and is withdrawn at once', async () => {
  const head = await town.joinHead(1, 13);
  const child = town.as('child');
  const name = `${testHeadName(13)}子`;
  const join = { villageId: 'v01', householdNumber: 13, name, namesShown: false };
  await child.must(people.join, join);
  const { requests } = await cadre.must(people.listJoinRequests, {});
  const joinRequestId = requests[0]?.joinRequestId ?? '';
  await cadre.must(people.answerJoin, { joinRequestId, householdNumber: 13, name, accept: true });
  const shown = async () => (await head.must(people.whoAmI, {})).me?.namesShown;
  expect(await shown()).toBe(true);
  expect(await codeOf(child.call(people.setNamesShown, { namesShown: false }))).toBe('adult-only');
  await head.must(people.setNamesShown, { namesShown: false });
  expect(await shown()).toBe(false);
});

test('villages are listed to anybody, a card only to who has one', async () => {
  const input = {};
  const list = await town.send('people', { action: 'list-villages', input }, null);
  expect(list).toMatchObject({
    ok: true,
    value: { villages: [{ villageId: 'v01', sample: true }, { villageId: 'v02' }] },
  });
  const one = { action: 'read-village', input: { villageId: 'v09' } };
  expect(await town.send('people', one, null)).toMatchObject({
    error: { code: 'village-not-found' },
  });
  const card = await town.send('people', { action: 'read-household-card', input }, 'stranger');
  expect(card).toMatchObject({ ok: false, error: { code: 'join-first' } });
  const asNobody = await town.send('people', { action: 'who-am-i', input }, null);
  expect(asNobody).toMatchObject({ ok: true, value: { me: null, roles: [], waitingJoin: null } });
});
