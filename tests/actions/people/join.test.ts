import { people, town as townContracts, wechat } from '../../../src/contracts';
import { householdId } from '../../support/household-ids';
import { testHeadName, testPhone } from '../../support/test-register';
import { headOpenid, openTestTown, type TestActor, type TestTown } from '../../support/town';

let town: TestTown;
beforeEach(async () => {
  town = await openTestTown();
});

const household13 = { villageId: 'v01', householdNumber: 13, name: testHeadName(13) };
const consent = { namesShown: true };

async function tokenFor(actor: TestActor, phone: string): Promise<string> {
  return (await actor.must(wechat.readPhoneNumber, { code: `phone:${phone}` })).phoneToken;
}

async function codeOf(call: ReturnType<TestActor['call']>): Promise<string> {
  const envelope = await call;
  return envelope.ok ? 'ok' : envelope.error.code;
}

test('the phone number of the register joins at once, with the register’s roles', async () => {
  const cadre = await town.joinHead(1, 1);
  const { me, roles } = await cadre.must(people.whoAmI, {});
  expect(me).toMatchObject({
    name: testHeadName(1),
    householdId: householdId(town, 'v01-1'),
    householdName: '试*',
    namesShown: true,
  });
  expect(roles.map(({ role, place }) => `${role}@${place}`).sort()).toEqual([
    'cadre@v01',
    'resident@v01',
  ]);
});

test('the keeper named by the town holds the shop after joining', async () => {
  const keeper = await town.joinHead(1, 13);
  const { roles } = await keeper.must(people.whoAmI, {});
  expect(roles).toContainEqual({
    role: 'keeper',
    place: 'shop-v01',
    placeName: '试一嘎查积分超市',
  });
});

test('without a phone number one waits, and it shows', async () => {
  const guest = town.as('guest');
  const { state } = await guest.must(people.join, { ...household13, ...consent });
  expect(state).toBe('waiting');
  const { me, waitingJoin, roles } = await guest.must(people.whoAmI, {});
  expect(me).toBeNull();
  expect(roles).toEqual([]);
  expect(waitingJoin).toMatchObject({ villageName: '试一嘎查', householdNumber: 13 });
});

test('somebody else’s phone number does not join at once', async () => {
  const guest = town.as('guest');
  const phoneToken = await tokenFor(guest, testPhone(1, 14));
  const answer = await guest.must(people.join, { ...household13, ...consent, phoneToken });
  expect(answer.state).toBe('waiting');
});

test('a phone token is bound to its person and lasts ten minutes', async () => {
  const head = town.as('head');
  const phoneToken = await tokenFor(head, testPhone(1, 13));
  const input = { ...household13, ...consent, phoneToken };
  expect(await codeOf(town.as('thief').call(people.join, input))).toBe('phone-token-stale');
  town.clock.advanceMs(10 * 60_000);
  expect(await codeOf(head.call(people.join, input))).toBe('phone-token-stale');
});

test('a wrong household and a wrong name get the same words', async () => {
  const message = async (openid: string, input: typeof household13) => {
    const envelope = await town.as(openid).call(people.join, { ...input, ...consent });
    if (envelope.ok) throw new Error('should be refused');
    expect(envelope.error.code).toBe('not-in-register');
    return envelope.error.message;
  };
  const wrongName = await message('guesser-1', { ...household13, name: '别人' });
  const wrongHousehold = await message('guesser-2', { ...household13, householdNumber: 999 });
  expect(wrongName).toBe(wrongHousehold);
});

test('five wrong tries a day, refused ones too; the next day goes on', async () => {
  const guesser = town.as('guesser');
  const guess = () =>
    codeOf(guesser.call(people.join, { ...household13, name: '别人', ...consent }));
  for (let tried = 0; tried < 5; tried += 1) expect(await guess()).toBe('not-in-register');
  expect(await guess()).toBe('too-many-tries');
  expect(await codeOf(guesser.call(people.join, { ...household13, ...consent }))).toBe(
    'too-many-tries',
  );
  town.clock.advanceDays(1);
  expect(await guess()).toBe('not-in-register');
});

test('whoever has not joined cannot fill the database with refusals', async () => {
  const stranger = town.as('stranger');
  const wrong = { ...household13, name: '别人', ...consent };
  const calls = [wrong, { ...wrong, villageId: 'nowhere' }, { ...wrong, phoneToken: 'forged' }];
  const before = town.engine.find('commands').length;
  const triesOf = () => town.engine.find('attempts').filter(({ _id }) => _id.startsWith('join.'));
  const known = triesOf().map(({ _id }) => _id);
  for (let time = 0; time < 30; time += 1) {
    for (const input of calls) await stranger.call(people.join, input);
    expect(await codeOf(stranger.call(people.eraseMe, {}))).toBe('nothing-kept');
  }
  const logged = town.engine.find('commands').slice(before);
  expect(logged.map(({ outcome }) => outcome)).toEqual(
    Array.from({ length: 5 }, () => expect.objectContaining({ ok: false })),
  );
  const tries = triesOf().filter(({ _id }) => !known.includes(_id));
  expect(tries).toMatchObject([{ tries: 5 }]);
});

test('the answer of joining that is kept for good names no household', async () => {
  await town.joinHead(1, 14);
  const logged = town.engine.find('commands', { query: { action: 'people.join' } });
  const joined = { outcome: { ok: true, value: { state: 'joined' } } };
  // Theirs, and that of the second administrator.
  expect(logged).toMatchObject([joined, joined]);
  expect(JSON.stringify(logged)).not.toMatch(/嘎查|14号|householdNumber/);
});

test('fifty guesses at once count as fifty', async () => {
  const guesser = town.as('guesser');
  const guesses = Array.from({ length: 50 }, () =>
    codeOf(guesser.call(people.join, { ...household13, name: '别人', ...consent })),
  );
  const codes = await Promise.all(guesses);
  expect(codes.filter((code) => code === 'not-in-register').length).toBeLessThanOrEqual(5);
  expect(codes).not.toContain('ok');
});

test('a member is one person, and a person joins once', async () => {
  const head = await town.joinHead(1, 13);
  const again = { ...household13, householdNumber: 14, name: testHeadName(14), ...consent };
  expect(await codeOf(head.call(people.join, again))).toBe('already-joined');
  expect(await codeOf(town.as('other').call(people.join, { ...household13, ...consent }))).toBe(
    'member-taken',
  );
});

test('the same join fifty times at once joins once', async () => {
  const openid = headOpenid(1, 14);
  const head = town.as(openid);
  const phoneToken = await tokenFor(head, testPhone(1, 14));
  const input = {
    ...household13,
    householdNumber: 14,
    name: testHeadName(14),
    phoneToken,
    ...consent,
  };
  const commandId = town.newId();
  const all = Array.from({ length: 50 }, () => head.call(people.join, input, commandId));
  const answers = await Promise.all(all);
  const joined = answers.filter((answer) => answer.ok && answer.value.state === 'joined');
  const busy = answers.filter((answer) => !answer.ok && answer.error.code === 'busy');
  expect(joined.length).toBeGreaterThan(0);
  expect(joined.length + busy.length).toBe(50);
  const { villages } = await town.administrator.must(townContracts.readOverview, {});
  expect(villages.map((village) => village.joined)).toEqual([1, 1]);
});

test('a village that is not there is said', async () => {
  const input = { ...household13, villageId: 'nowhere', ...consent };
  expect(await codeOf(town.as('guest').call(people.join, input))).toBe('village-not-found');
});

test('no openid stands anywhere but with the person', async () => {
  await town.joinHead(1, 13);
  await town
    .as('guest')
    .must(people.join, { ...household13, householdNumber: 14, name: testHeadName(14), ...consent });
  for (const collection of town.engine.collections()) {
    if (collection === 'persons') continue;
    const text = JSON.stringify(town.engine.find(collection, { query: {}, limit: 1000 }));
    expect(text).not.toContain(headOpenid(1, 13));
    expect(text).not.toContain('"guest"');
  }
  expect(JSON.stringify(town.log)).not.toMatch(/head-v01|试户|1001000/);
});
