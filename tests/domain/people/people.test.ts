import fc from 'fast-check';
import { createSecret } from '../../../cloudfunctions/runtime/secret';
import { countTry, triesPerDay } from '../../../src/domain/people/attempts';
import { mayBeNamed } from '../../../src/domain/people/consent';
import { readCardText, writeCardText } from '../../../src/domain/people/household-card';
import { joinAsMember } from '../../../src/domain/people/join';
import { isSameName } from '../../../src/domain/people/names';
import { mobileOfChina, readChineseMobile } from '../../../src/domain/people/phone-number';
import { readPhoneToken, writePhoneToken } from '../../../src/domain/people/phone-token';
import { isSurelyAdult, withoutRole, withRole } from '../../../src/domain/people/roles';
import type { Attempts, Household, Member, Village } from '../../../src/domain/people/types';

const secret = createSecret('a secret of the tests, long enough');
const sign = (text: string) => secret.sign('phone', text);
const matches = (text: string, mac: string) => secret.matches('phone', text, mac);
const dayMs = 86_400_000;

const village: Village = {
  townId: 'town',
  villageId: 'v01',
  name: '试一嘎查',
  townName: '试验镇',
  sample: true,
  schemeVersion: 1,
  wallVersion: 1,
};
const household: Household = {
  householdId: 'v01-1',
  villageId: 'v01',
  number: 1,
  headName: '试户一',
  cardId: 'card',
  memberIds: [],
  relativeIds: [],
  ofCommittee: false,
  namesShown: false,
};
const member: Member = {
  memberId: 'v01-1.1',
  householdId: 'v01-1',
  villageId: 'v01',
  name: '试户一',
  relation: '户主',
  birthYear: 1980,
  phone: null,
  roles: [],
  personId: null,
};

test('a mobile of China is read however it is written, and nothing else is one', () => {
  for (const text of ['13812345678', '138-1234 5678', '+86 13812345678', '008613812345678']) {
    expect(readChineseMobile(text)).toBe('13812345678');
  }
  for (const text of ['', '11987654321', '+55 13987654321', '1381234567', '+8213812345678']) {
    expect(readChineseMobile(text)).toBeNull();
  }
});

test('only the country makes a vouched number one of China', () => {
  const number = '13812345678';
  expect(mobileOfChina({ countryCode: '86', number })).toBe(number);
  for (const countryCode of ['55', '', '+86', '1', '852']) {
    expect(() => mobileOfChina({ countryCode, number })).toThrow(
      expect.objectContaining({ code: 'phone-not-chinese' }),
    );
  }
});

test('a phone token proves its number to its person until it ends, and nothing else', () => {
  const phones = fc
    .integer({ min: 0, max: 9_999_999_999 })
    .map((n) => `1${String(n).padStart(10, '0')}`);
  const people = fc.stringMatching(/^[0-9a-f]{32}$/);
  fc.assert(
    fc.property(
      phones,
      people,
      people,
      fc.integer({ min: 0, max: 600_000 * 2 }),
      (phone, mine, other, ageMs) => {
        const nowMs = 1_762_000_000_000;
        const { phoneToken, validUntilMs } = writePhoneToken(mine, phone, nowMs, sign);
        const read = (personId: string) =>
          readPhoneToken(phoneToken, personId, nowMs + ageMs, matches);
        if (nowMs + ageMs < validUntilMs) expect(read(mine)).toBe(phone);
        else
          expect(() => read(mine)).toThrow(expect.objectContaining({ code: 'phone-token-stale' }));
        if (other !== mine) expect(() => read(other)).toThrow();
      },
    ),
  );
});

test('no changed character of a phone token passes', () => {
  const nowMs = 1_762_000_000_000;
  const { phoneToken } = writePhoneToken('a'.repeat(32), '10010000013', nowMs, sign);
  for (let at = 0; at < phoneToken.length; at += 1) {
    const changed =
      phoneToken.slice(0, at) + (phoneToken[at] === '1' ? '2' : '1') + phoneToken.slice(at + 1);
    expect(() => readPhoneToken(changed, 'a'.repeat(32), nowMs, matches)).toThrow(
      expect.objectContaining({ code: 'phone-token-stale' }),
    );
  }
});

test('a card names its household; any other text names none', () => {
  const cardId = '01M6WAPZD8N6E0ZC1NSN2ZXVX3';
  const text = writeCardText({ cardId, number: 13 });
  expect(readCardText(text)).toEqual({ cardId, householdNumber: 13 });
  const notOurs = expect.objectContaining({ code: 'card-not-ours' });
  for (const wrong of [`${text}0000`, `JF.H.${cardId}.013`, `JF.H.${cardId}`, text.toLowerCase()]) {
    expect(() => readCardText(wrong)).toThrow(notOurs);
  }
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (other) => {
      expect(() => readCardText(other)).toThrow(notOurs);
    }),
  );
});

test('tries are counted by the day at +08:00', () => {
  const startMs = Date.UTC(2026, 10, 2, 15, 59);
  let attempts: Attempts | null = null;
  for (let tried = 1; tried <= triesPerDay; tried += 1) {
    const counted: ReturnType<typeof countTry> = countTry(attempts, startMs, '');
    expect(counted.triesLeft).toBe(triesPerDay - tried);
    attempts = counted.attempts;
  }
  expect(() => countTry(attempts, startMs, '')).toThrow(
    expect.objectContaining({ code: 'too-many-tries' }),
  );
  expect(countTry(attempts, startMs + 60_000, '').triesLeft).toBe(triesPerDay - 1);
});

test('names are the same whatever the spaces and dots', () => {
  expect(isSameName('乌云·其木格', '乌云 其木格')).toBe(true);
  expect(isSameName('张三', '张三丰')).toBe(false);
  expect(isSameName('·', ' ')).toBe(false);
});

test('only who has surely turned eighteen is an adult', () => {
  expect(isSurelyAdult({ ...member, birthYear: 2007 }, '2026-12-31')).toBe(true);
  expect(isSurelyAdult({ ...member, birthYear: 2008 }, '2026-12-31')).toBe(false);
});

test('a household is named where it agreed and its head is surely grown up', () => {
  const agreed = { ...household, namesShown: true };
  const on = '2026-12-31';
  expect(mayBeNamed({ ...agreed, headBirthYear: 2007 }, on)).toBe(true);
  expect(mayBeNamed({ ...agreed, headBirthYear: 2008 }, on)).toBe(false);
  expect(mayBeNamed({ ...agreed, headBirthYear: 2007, namesShown: false }, on)).toBe(false);
  expect(mayBeNamed(agreed, on)).toBe(false);
});

test('the first adult’s consent stands; later joiners and children do not change it', () => {
  const asker = { personId: 'p', openid: 'o', lookUp: 'l', person: null };
  const child = { ...member, birthYear: 2015 };
  const join = (joining: Member, at: Household, shown: boolean, nowMs: number) =>
    joinAsMember(asker, { village, household: at, member: joining }, shown, nowMs).household;
  const afterChild = join(child, household, true, dayMs * 20_000);
  expect(afterChild).toEqual(household);
  const afterAdult = join(member, afterChild, true, dayMs * 20_000);
  expect(afterAdult).toMatchObject({ namesShown: true });
  expect(join(member, afterAdult, false, dayMs * 20_001)).toEqual(afterAdult);
});

test('joining keeps what one held before and gives what the register gives, each once', () => {
  const admin = { role: 'town-admin' as const, place: 'town', placeName: '试验镇' };
  const panel = { role: 'panel' as const, place: 'v01', placeName: '试一嘎查' };
  const person = {
    personId: 'p',
    openid: 'o',
    memberId: null,
    householdId: null,
    villageId: null,
    name: null,
    lookUp: 'l',
    roles: [admin, panel],
    joinedAtMs: 0,
  };
  const place = { village, household, member: { ...member, roles: [panel] } };
  const joined = joinAsMember({ personId: 'p', lookUp: 'l', openid: 'o', person }, place, false, 1);
  expect(joined.person.roles.map((held) => held.role)).toEqual(['resident', 'panel', 'town-admin']);
});

test('a role given twice is held once, and taken away is gone', () => {
  const cadre = { role: 'cadre' as const, place: 'v01', placeName: '试一嘎查' };
  const twice = withRole(withRole([], cadre), cadre);
  expect(twice).toEqual([cadre]);
  expect(withoutRole(twice, 'cadre', 'v02')).toEqual([cadre]);
  expect(withoutRole(twice, 'cadre', 'v01')).toEqual([]);
});
