import { type Appointed, actOf } from '../../config/run/appoint';
import { town as contracts, exchange, people, points, wechat } from '../../src/contracts';
import { violationsOf } from '../proof/invariants';
import { openProofTown, type ProofTown } from '../proof/town';
import { householdId, memberId } from '../support/household-ids';
import { importInput } from '../support/import-input';
import { leaveOffice } from '../support/offices';
import { registerRow, spreadsheetOf, testHeadName, testMembers } from '../support/test-register';
import { type TestActor, testShopId } from '../support/town';

/**
 * How one insider could become another villager, or stay what they were: each tried against the
 * test town, step by step, with what it is answered. `ok` is what is theirs to do.
 */

let town: ProofTown;
beforeEach(async () => {
  town = await openProofTown();
});
afterEach(() => {
  expect(violationsOf(town.engine)).toEqual([]);
});

type Answered = ReturnType<TestActor['call']>;
const codeOf = async (call: Answered) => {
  const answer = await call;
  return answer.ok ? 'ok' : answer.error.code;
};
const tokenOf = async (as: TestActor, phone: string) =>
  (await as.must(wechat.readPhoneNumber, { code: `phone:${phone}` })).phoneToken;
const isIn = async (as: TestActor) => (await as.must(people.whoAmI, {})).me !== null;
const idOf = (number: number) => householdId(town, `v01-${number}`);

/** Nobody has joined as the head of household 16, who has no number in the register. */
const line16 = { villageId: 'v01', householdNumber: 16, name: testHeadName(16), namesShown: true };

async function asksAs16(as: TestActor) {
  await as.must(people.join, line16);
  const { requests } = await town.head(3).must(people.listJoinRequests, {});
  const { joinRequestId = '', householdNumber = 0, name = '' } = requests[0] ?? {};
  return { joinRequestId, householdNumber, name, accept: true };
}

test('a cadre’s second phone: their yes is one, a colleague’s is none', async () => {
  const second = town.as('second-phone-of-a-cadre');
  const seen = await asksAs16(second);
  const yes = (as: TestActor) => codeOf(as.call(people.answerJoin, seen));
  expect([await yes(second), await yes(town.head(2)), await yes(town.head(2))]).toEqual([
    ...['not-your-job', 'ok', 'another-must-agree'],
  ]);
  expect(await yes(town.head(3))).toBe('another-must-agree');
  // Another office of theirs is nobody else.
  await town.appoint({ householdNumber: 2, role: 'town-admin', place: 'town' });
  expect(await yes(town.head(2))).toBe('another-must-agree');
  expect(await isIn(second)).toBe(false);
});

test('a cadre’s second phone with the number of their own line is nobody new', async () => {
  const second = town.as('second-phone-of-a-cadre');
  const own = town.engine.find('members', { query: { name: testHeadName(2), villageId: 'v01' } });
  const phoneToken = await tokenOf(second, String(own[0]?.phone));
  expect(await second.must(people.findMyLine, { phoneToken })).toEqual({ lines: [] });
  const asThemselves = { ...line16, householdNumber: 2, name: testHeadName(2), phoneToken };
  expect(await codeOf(second.call(people.join, asThemselves))).toBe('member-taken');
  expect(await codeOf(second.call(people.join, { ...line16, phoneToken }))).toBe('ok');
  expect(await isIn(second)).toBe(false);
});

test('the importer’s own number in another’s line lets nobody in', async () => {
  const phone = '10055550001';
  const rows = testMembers(1)
    .filter(({ householdNumber }) => householdNumber === 16)
    .map((each) => registerRow('试一嘎查', each.relation === '户主' ? { ...each, phone } : each));
  const fileId = town.putFile('own-number.xlsx', await spreadsheetOf(rows));
  const input = await importInput(town.administrator, fileId);
  await town.administrator.must(contracts.importRegister, input);
  const second = town.as('second-phone-of-the-importer');
  const phoneToken = await tokenOf(second, phone);
  expect(await second.must(people.findMyLine, { phoneToken })).toEqual({ lines: [] });
  expect(await second.must(people.join, { ...line16, phoneToken })).toEqual({ state: 'waiting' });
  const lines = [{ memberId: memberId(town, 'v01-16'), enteredAtMs: town.clock.nowMs() }];
  const confirmed = town.administrator.call(people.confirmEntries, { villageId: 'v01', lines });
  expect(await codeOf(confirmed)).toBe('another-must-agree');
  expect(await isIn(second)).toBe(false);
});

test('an administrator’s own request is answered by others', async () => {
  const seen = await asksAs16(town.administrator);
  expect(await codeOf(town.administrator.call(people.answerJoin, seen))).toBe('own-request');
  const entered = { ...line16, name: '第二个我', birthYear: 1990, sinceMonth: '2024-03' };
  const asked = { ...entered, householdNumber: null, residence: 'newcomer' as const };
  await town.administrator.must(people.askToBeEntered, asked);
  const [request] = (await town.head(4).must(people.listEntryRequests, {})).requests;
  const { entryRequestId = '', askedAtMs = 0 } = request ?? {};
  const yes = { entryRequestId, askedAtMs, accept: true };
  expect(await codeOf(town.administrator.call(people.answerEntryRequest, yes))).toBe('own-request');
});

test('a foreign number with the digits of a villager proves nothing', async () => {
  const [line] = town.engine.find('members', { query: { personId: null, villageId: 'v02' } });
  const guest = town.as('from-abroad');
  const code = `phone:+55-${String(line?.phone || '13900000001')}`;
  const read = await guest.call(wechat.readPhoneNumber, { code });
  expect(read).toMatchObject({ ok: false, error: { code: 'phone-not-chinese' } });
});

/** Once the office has ended; `ok` where it was theirs before. */
const ofACadre: Readonly<Record<string, (as: TestActor) => Answered>> = {
  'who asks to join': (as) => as.call(people.listJoinRequests, {}),
  'who asks to be entered': (as) => as.call(people.listEntryRequests, {}),
  'what to confirm in the register': (as) => as.call(people.listEntries, {}),
  'the lines of a household': (as) =>
    as.call(people.readRegisterLines, { villageId: 'v01', householdNumber: 9 }),
  'households by name': (as) =>
    as.call(people.findHouseholds, { villageId: 'v01', search: testHeadName(9) }),
  'names for the phone to keep': (as) => as.call(people.listHouseholdNames, { villageId: 'v01' }),
  'what of the caps is used': (as) => as.call(points.listUses, { villageId: 'v01' }),
};

test.each(Object.keys(ofACadre))('a former cadre reads no more: %s', async (what) => {
  const read = () => codeOf(ofACadre[what]?.(town.head(2)) as Answered);
  expect(await read()).toBe('ok');
  await leaveOffice(town, { householdNumber: 2 }, town.head(4));
  expect(await read()).toBe('not-your-job');
});

const soap = { shopId: testShopId, lines: [{ goodsId: 'soap', count: 1 }], points: 5 };

test('a former member orders, fetches and reads nothing of the household', async () => {
  const leaver = town.head(15);
  const orderId = await town.order(15);
  const memberIds = testMembers(1).filter(({ householdNumber }) => householdNumber === 15);
  const change = {
    ...{ kind: 'move-out' as const, memberId: memberId(town, 'v01-15') },
    ...(memberIds.length > 1 && { headId: memberId(town, 'v01-15', 2) }),
  };
  const proposed = { householdId: idOf(15), change };
  const { lifeEventId } = await town.administrator.must(people.proposeLifeEvent, proposed);
  await town.head(4).must(people.answerLifeEvent, { lifeEventId, accept: true });
  const tried = [
    leaver.call(exchange.placeOrder, soap),
    leaver.call(exchange.cancelOrder, { orderId }),
    leaver.call(exchange.issuePickupCode, { orderId }),
    leaver.call(points.readAccount, {}),
    leaver.call(people.readHouseholdCard, {}),
    leaver.call(people.freezeSpending, {}),
  ];
  const codes = await Promise.all(tried.map(codeOf));
  expect(codes).toEqual(tried.map(() => 'join-first'));
  expect(town.engine.get('orders', orderId)?.state).toBe('placed');
});

test('an office is not given to oneself, whoever enters it and on whatever phone', async () => {
  const give = (as: TestActor, householdNumber: number, role: Appointed['role'], place: string) => {
    const who = { villageId: 'v01', householdNumber, name: testHeadName(householdNumber) };
    return as.call(people.giveOffice, actOf({ ...who, role, place }, town.today()));
  };
  expect(await codeOf(give(town.head(2), 2, 'panel', 'v01'))).toBe('own-office');
  // One enters it for the other, who says yes to it.
  const given = await give(town.head(4), 14, 'panel', 'v01');
  const { officeActId } = given.ok ? (given.value as { officeActId: string }) : { officeActId: '' };
  const yes = { officeActId, accept: true };
  expect(await codeOf(town.head(14).call(people.answerOfficeAct, yes))).toBe('not-your-job');
  expect(await codeOf(town.head(4).call(people.answerOfficeAct, yes))).toBe('another-must-agree');
});
