import { people } from '../../../src/contracts';
import { stumblingTowns } from '../../support/stumbling-towns';
import { headOpenid } from '../../support/town';
import { codeOf, goodPin, openProxyTown, type ProxyTown } from './proxy-town';

let town: ProxyTown;
beforeEach(async () => {
  town = await openProxyTown();
});

const trying = (helper: number, pin: string, household = 9) =>
  codeOf(town.head(helper), people.beginProxy, { cardText: town.cardOf(household), pin });
const end = async (helper: number) => {
  const { proxy } = await town.head(helper).must(people.whoAmI, {});
  await town.head(helper).must(people.endProxy, { proxyId: proxy?.proxyId ?? '' });
};

test('card and PIN begin at once', async () => {
  expect(await trying(2, goodPin)).toBe('pin-not-set');
  await town.setPin(9);
  expect(await trying(2, '7391')).toBe('pin-wrong');
  expect(await trying(2, goodPin)).toBe('ok');
  const { proxy } = await town.head(2).must(people.whoAmI, {});
  expect(town.document('proxies', proxy?.proxyId ?? '')).toMatchObject({
    ...{ state: 'running', secondId: null },
  });
});

test('five tries a day of one household, whoever guesses, counted before compared', async () => {
  await town.setPin(9);
  await town.setPin(10, '7391');
  const guesses = [2, 3, 13, 2, 3];
  for (const [index, helper] of guesses.entries()) {
    expect(await trying(helper, `40${index}62`)).toBe('pin-wrong');
  }
  expect(await trying(2, goodPin)).toBe('too-many-tries');
  expect(await trying(2, '7391', 10)).toBe('ok');
  await end(2);
  town.clock.advanceDays(1);
  expect(await trying(2, goodPin)).toBe('ok');
});

test('a hundred guesses at once are five', async () => {
  await town.setPin(9);
  const guesses = Array.from({ length: 40 }, (_, index) => String(2541 + index));
  expect(guesses).toContain(goodPin);
  const answers = await Promise.all(
    guesses.map((pin, index) => trying(index % 2 === 0 ? 2 : 3, pin)),
  );
  expect(answers.filter((code) => code === 'pin-wrong' || code === 'ok').length).toBeLessThan(6);
});

test('the words say how many are left, and the other way', async () => {
  await town.setPin(9);
  const answer = await town
    .head(2)
    .call(people.beginProxy, { cardText: town.cardOf(9), pin: '7391' });
  expect(answer).toMatchObject({
    error: {
      message: '密码不对(今天还能试 4 次)。也可以不填密码,请在场的另一个人用自己的手机确认。',
    },
  });
});

test('nobody reads it: neither stored, nor logged, nor answered', async () => {
  await town.setPin(9);
  await trying(2, goodPin);
  await trying(3, '7391');
  const everything = [...town.engine.collections()].flatMap((name) =>
    town.engine.find(name).map((document) => JSON.stringify(document)),
  );
  for (const pin of [goodPin, '7391']) {
    expect(everything.filter((text) => text.includes(`"${pin}"`))).toEqual([]);
  }
  expect(JSON.stringify(town.log)).not.toContain(goodPin);
  const { hash, salt } = town.document('pins', town.of(9));
  expect(String(hash)).toMatch(/^[0-9a-f]{64}$/);
  await town.setPin(9);
  expect(town.document('pins', town.of(9))).not.toMatchObject({ hash });
  expect(town.document('pins', town.of(9))).not.toMatchObject({ salt });
});

test('an adult of the household sets and removes it alone, on their own phone', async () => {
  await town.setPin(9);
  expect((await town.head(9).must(people.listProxies, {})).pinSince).toBe(town.today());
  expect(town.document('pins', town.of(9))).toMatchObject({ secondId: null });
  await town.head(9).must(people.setPin, { pin: null });
  expect((await town.head(9).must(people.listProxies, {})).pinSince).toBeNull();
  expect(await trying(2, goodPin)).toBe('pin-not-set');
  const [person] = town.engine.find('persons', { query: { personId: town.personOf(9) } });
  const member = town.document('members', String(person?.memberId));
  const young = { ...member, birthYear: 2012 };
  await town.engine.set('members', String(person?.memberId), young as never);
  expect(await codeOf(town.head(9), people.setPin, { pin: goodPin })).toBe('adult-only');
});

test('before a cadre and somebody outside the committee; nobody else gives a PIN', async () => {
  const set = (helper: number, proxyId: string) =>
    codeOf(town.head(helper), people.setPin, { pin: goodPin, proxyId });
  const keepers = await town.begin(13, 9, 8);
  expect(await set(13, keepers)).toBe('pin-needs-two');
  await town.head(13).must(people.endProxy, { proxyId: keepers });
  const two = await town.begin(2, 9, 8);
  expect(await town.head(2).must(people.readProxy, { proxyId: two })).toMatchObject({
    maySetPin: true,
  });
  expect(await set(2, two)).toBe('ok');
  expect(town.document('pins', town.of(9))).toMatchObject({
    ...{ setBy: town.personOf(2), secondId: town.personOf(8) },
  });
  await end(2);
  // Who has the PIN is the household; yet to change it takes two again.
  const byPin = await town.beginWithPin(2, 9);
  expect(await set(2, byPin)).toBe('pin-needs-two');
  const none = { pin: null, proxyId: byPin };
  expect(await codeOf(town.head(2), people.setPin, none)).toBe('pin-needs-two');
});

test('birth years, phone numbers and patterns are refused', async () => {
  for (const pin of ['1234', '0000', '1212']) {
    expect(await codeOf(town.head(9), people.setPin, { pin })).toBe('pin-easy');
  }
  const members = town.document('households', town.of(9)).memberIds as string[];
  const { birthYear, phone } = town.document('members', members[0] ?? '');
  for (const pin of [String(birthYear), String(phone).slice(-4), String(phone).slice(-6)]) {
    expect(await codeOf(town.head(9), people.setPin, { pin })).toBe('pin-easy');
  }
  for (const pin of ['123', '1234567', '12a4', '']) {
    expect(await codeOf(town.head(9), people.setPin, { pin })).toBe('input-invalid');
  }
});

test('it goes with the last of the household', async () => {
  await town.setPin(9);
  const members = town.document('households', town.of(9)).memberIds as string[];
  for (const [index, memberId] of members.entries()) {
    const { name } = town.document('members', memberId) as { name: string };
    expect(town.engine.get('pins', town.of(9)) === null).toBe(false);
    await town.administrator.must(people.eraseMember, {
      ...{ villageId: 'v01', householdNumber: 9, name },
    });
    expect(town.engine.get('pins', town.of(9)) === null).toBe(index === members.length - 1);
  }
});

test('a card that was replaced is dead at once, and says so', async () => {
  const old = town.cardOf(9);
  expect(await codeOf(town.head(2, 2), people.reissueCard, { householdId: town.of(9) })).toBe(
    'not-yours',
  );
  await town.head(2).must(people.reissueCard, { householdId: town.of(9) });
  const shown = (cardText: string) => codeOf(town.head(3), people.beginProxy, { cardText });
  expect(await shown(old)).toBe('card-replaced');
  const searched = { villageId: 'v01', search: old };
  expect(await codeOf(town.head(2), people.findHouseholds, searched)).toBe('card-replaced');
  const elsewhere = { villageId: 'v02', search: old };
  expect(await codeOf(town.head(2, 2), people.findHouseholds, elsewhere)).toBe('card-not-ours');
  expect(await shown(town.cardOf(9))).toBe('ok');
  expect((await town.head(9).must(people.readHouseholdCard, {})).cardText).toBe(town.cardOf(9));
  expect((await town.head(9).must(people.listProxies, {})).cardSince).toBe(town.today());
});

test('set and taken away at once: what came last stands', async () => {
  for await (const copy of stumblingTowns(town, 30)) {
    const head = copy.as(headOpenid(1, 9));
    const done: string[] = [];
    copy.engine.onCommit(({ writes }) => {
      const outcomes = writes.filter(({ collection }) => collection === 'commands');
      done.push(...outcomes.map(({ document }) => JSON.stringify(document)));
    });
    await Promise.all([goodPin, null].map((pin) => head.must(people.setPin, { pin })));
    const last = done.filter((outcome) => outcome.includes('"sinceDay"')).at(-1) ?? '';
    const isThere = copy.engine.find('pins').length === 1;
    expect([isThere, last]).toEqual([!last.includes('"sinceDay":null'), last]);
  }
});
