import { people } from '../../../src/contracts';
import type { ValueOf } from '../../../src/contracts/contract';
import {
  findHouseholds as findInCopy,
  type SoughtHousehold,
} from '../../../src/domain/people/find-household';
import { householdId } from '../../support/household-ids';
import { letIn } from '../../support/let-in';
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

test('a household is found by its card, its number and a name, in full for who acts', async () => {
  const head = await town.joinHead(1, 13);
  const { cardText, household } = await head.must(people.readHouseholdCard, {});
  const masked = {
    householdId: householdId(town, 'v01-13'),
    householdNumber: 13,
    householdName: '试*',
    memberCount: 3,
  };
  expect(household).toEqual(masked);
  const supervisor = await town.joinHead(1, 4);
  const spouse = `${testHeadName(13)}偶`;
  for (const search of [cardText, '13', '013', '13号', '１３', '第13户', testHeadName(13)]) {
    const inFull = { ...masked, householdName: '试户十三', matchedName: null };
    expect(await find(search)).toEqual({ households: [inFull], more: false });
    expect(await supervisor.must(people.findHouseholds, { villageId: 'v01', search })).toEqual({
      households: [{ ...masked, matchedName: null }],
      more: false,
    });
  }
  const bySpouse = { ...masked, householdName: '试户十三', matchedName: spouse };
  for (const search of [spouse, '十三偶', '试户·十三 偶']) {
    expect(await find(search)).toEqual({ households: [bySpouse], more: false });
  }
});

/** As a phone puts the pages together. */
async function copy(): Promise<SoughtHousehold[]> {
  const households = new Map<string, SoughtHousehold>();
  let after: string | null = null;
  do {
    const input = { villageId: 'v01', ...(after && { after }) };
    const page: ValueOf<typeof people.listHouseholdNames> = await cadre.must(
      people.listHouseholdNames,
      input,
    );
    for (const each of page.households)
      households.set(each.householdId, { ...each, memberNames: [] });
    for (const each of page.members) households.get(each.householdId)?.memberNames.push(each.name);
    after = page.next;
  } while (after !== null);
  return [...households.values()];
}

test('any part of a name finds it, the closest first; nonsense finds none', async () => {
  const numbers = async (search: string) =>
    (await find(search)).households.map((each) => each.householdNumber);
  expect(await numbers('试户十')).toEqual([10, 11, 12, 13, 14, 15, 16]);
  expect(await numbers('十')).toEqual([10, 11, 12, 13, 14, 15, 16]);
  expect(await numbers('偶')).toHaveLength(16);
  expect(await find('没有这人')).toEqual({ households: [], more: false });
  expect(await numbers('9999')).toEqual([]);
});

test('what the phone keeps finds the same as the cloud', async () => {
  const households = await copy();
  expect(households).toHaveLength(16);
  for (const search of ['13', '１３号', '试户十', '十一偶', '子', '没有', '户 一']) {
    const { found, more } = findInCopy(search, households);
    const copied = found.map(({ household, matchedName }) => [household.householdId, matchedName]);
    const told = await find(search);
    expect(told.households.map((each) => [each.householdId, each.matchedName])).toEqual(copied);
    expect(told.more).toBe(more);
  }
});

test('whoever was erased is found no more, neither here nor by the phone', async () => {
  const name = testHeadName(14);
  await town.administrator.must(people.eraseMember, {
    villageId: 'v01',
    householdNumber: 14,
    name,
  });
  expect(await find(name)).toMatchObject({
    households: [{ householdName: '*', matchedName: `${name}偶` }],
  });
  expect((await find('14')).households).toMatchObject([{ householdName: '*' }]);
  const households = await copy();
  expect(households[13]).toMatchObject({
    headName: '',
    memberNames: expect.arrayContaining([`${name}偶`, `${name}子`]),
  });
  expect(households[13]?.memberNames).toHaveLength(2);
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
  await letIn({ joinRequestId, householdNumber: 13, name }, [cadre, await town.joinHead(1, 5)]);
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
