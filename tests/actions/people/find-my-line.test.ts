import { people, wechat } from '../../../src/contracts';
import { mostLinesOfAPhone } from '../../../src/contracts/limits';
import type { Member } from '../../../src/domain/people/types';
import { householdId } from '../../support/household-ids';
import { testHeadName, testPhone } from '../../support/test-register';
import { openTestTown, type TestActor, type TestTown } from '../../support/town';

let town: TestTown;
beforeEach(async () => {
  town = await openTestTown();
});

const phone13 = testPhone(1, 13);

async function tokenFor(actor: TestActor, phone: string): Promise<string> {
  return (await actor.must(wechat.readPhoneNumber, { code: `phone:${phone}` })).phoneToken;
}

async function saidTo(call: ReturnType<TestActor['call']>): Promise<string> {
  const envelope = await call;
  return envelope.ok ? 'ok' : envelope.error.code;
}

async function membersOf(householdNumber: number): Promise<(Member & { _id: string })[]> {
  const query = { householdId: householdId(town, `v01-${householdNumber}`) };
  return town.engine.find('members', { query }) as unknown as (Member & { _id: string })[];
}

/** The register has the number of 13's head with their spouse as well. */
async function shareThePhone(): Promise<void> {
  const spouse = (await membersOf(13)).find(({ relation }) => relation === '配偶');
  await town.engine.update('members', { _id: spouse?._id }, { $set: { phone: phone13 } });
}

const join13 = { villageId: 'v01', householdNumber: 13, namesShown: false };
const line13 = { villageId: 'v01', villageName: '试一嘎查', householdNumber: 13 };

test('the proven number finds its line, masked, and joins as it without a name', async () => {
  const head = town.as('head');
  const phoneToken = await tokenFor(head, phone13);
  const { lines } = await head.must(people.findMyLine, { phoneToken });
  expect(lines).toEqual([{ ...line13, maskedName: '试*' }]);
  expect(await head.must(people.join, { ...join13, phoneToken })).toEqual({ state: 'joined' });
  expect((await head.must(people.whoAmI, {})).me?.name).toBe(testHeadName(13));
});

test('a number of nobody finds nothing, and joins nowhere without a name', async () => {
  const stranger = town.as('stranger');
  const phoneToken = await tokenFor(stranger, '10099999999');
  expect(await stranger.must(people.findMyLine, { phoneToken })).toEqual({ lines: [] });
  expect(await saidTo(stranger.call(people.join, { ...join13, phoneToken }))).toBe(
    'not-in-register',
  );
});

test('without a name and without a number nobody is asked for, and no try is burnt', async () => {
  const tries = () => town.engine.find('attempts').filter(({ _id }) => _id.startsWith('join.'));
  const before = tries();
  expect(await saidTo(town.as('stranger').call(people.join, join13))).toBe('name-needed');
  expect(tries()).toEqual(before);
});

test('a token of somebody else, an old one and a made-up one find nothing', async () => {
  const head = town.as('head');
  const phoneToken = await tokenFor(head, phone13);
  const thief = town.as('thief');
  expect(await saidTo(thief.call(people.findMyLine, { phoneToken }))).toBe('phone-token-stale');
  town.clock.advanceMs(10 * 60_000);
  for (const each of [phoneToken, 'made-up', '']) {
    expect(await saidTo(head.call(people.findMyLine, { phoneToken: each }))).toBe(
      'phone-token-stale',
    );
  }
});

test('a line that somebody joined as is shown to nobody any more, nor given away', async () => {
  await town.joinHead(1, 13);
  const other = town.as('other');
  const phoneToken = await tokenFor(other, phone13);
  expect(await other.must(people.findMyLine, { phoneToken })).toEqual({ lines: [] });
  expect(await saidTo(other.call(people.join, { ...join13, phoneToken }))).toBe('member-taken');
});

test('a family that shares a phone is asked for the name; the last of them is not', async () => {
  await shareThePhone();
  const head = town.as('head');
  const phoneToken = await tokenFor(head, phone13);
  const { lines } = await head.must(people.findMyLine, { phoneToken });
  expect(lines).toEqual([1, 2].map(() => ({ ...line13, maskedName: '试*' })));
  const nameless = { ...join13, phoneToken };
  expect(await saidTo(head.call(people.join, nameless))).toBe('name-needed');
  const named = { ...nameless, name: testHeadName(13) };
  expect(await head.must(people.join, named)).toEqual({ state: 'joined' });

  const spouse = town.as('spouse');
  const theirs = { ...join13, phoneToken: await tokenFor(spouse, phone13) };
  expect(await spouse.must(people.join, theirs)).toEqual({ state: 'joined' });
  expect((await spouse.must(people.whoAmI, {})).me?.name).toBe(`${testHeadName(13)}偶`);
});

test('a number that stands with too many is nobody’s own', async () => {
  const head = (await membersOf(13)).find(({ relation }) => relation === '户主');
  if (!head) throw new Error('nobody lives there');
  for (let more = 0; more < mostLinesOfAPhone; more += 1) {
    const memberId = `more-${more}`;
    await town.engine.set('members', memberId, { ...head, _id: memberId, memberId });
  }
  const caller = town.as('caller');
  const phoneToken = await tokenFor(caller, phone13);
  expect(await saidTo(caller.call(people.findMyLine, { phoneToken }))).toBe('phone-of-many');
});

test('five times a day, and the sixth is told what else there is', async () => {
  const head = town.as('head');
  const phoneToken = await tokenFor(head, phone13);
  for (let time = 0; time < 5; time += 1) await head.must(people.findMyLine, { phoneToken });
  const sixth = await head.call(people.findMyLine, { phoneToken });
  expect(sixth).toMatchObject({ error: { code: 'too-many-tries' } });
  expect(JSON.stringify(sixth)).toContain('户号和姓名');
});
