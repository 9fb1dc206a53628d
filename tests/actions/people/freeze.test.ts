import { exchange, jobs, people, points } from '../../../src/contracts';
import type { Contract } from '../../../src/contracts/contract';
import { openProofTown, type ProofTown } from '../../proof/town';
import { householdId } from '../../support/household-ids';
import { letIn } from '../../support/let-in';
import { testHeadName } from '../../support/test-register';
import { testShopId } from '../../support/town';

let town: ProofTown;
const soap = { shopId: testShopId, lines: [{ goodsId: 'soap', count: 1 }], points: 5 };
const placing = () => call(8, exchange.placeOrder, soap);
type Stored = { frozen?: { agreed: unknown }; settledFreezes?: object[] };
const ours = () => householdId(town, 'v01-8');
const account = () => town.engine.get('accounts', ours()) as Stored;

beforeEach(async () => {
  town = await openProofTown();
});

async function call<Of extends Contract>(number: number, contract: Of, input: object) {
  const answer = await town.head(number).call(contract as never, input as never);
  return answer.ok ? 'ok' : answer.error.code;
}

const settle = (number: number) => call(number, people.settleFreeze, { householdId: ours() });
const seen = async () => (await town.head(8).must(points.readAccount, {})).frozen;
const listed = async (number: number) =>
  (await town.head(number).must(people.listFreezes, {})).freezes.map((each) => [
    each.householdNumber,
    each.agreedAs,
  ]);

test('a frozen household spends nothing, and loses nothing', async () => {
  const [kept, back] = [await town.order(8), await town.order(8)];
  await town.head(8).must(people.freezeSpending, {});
  expect(await seen()).toEqual({ sinceDay: expect.any(String), agreed: false });
  const refused = await town.head(8).call(exchange.placeOrder, soap);
  expect(refused).toMatchObject({
    error: {
      code: 'spending-frozen',
      message: expect.stringContaining('请找村务监督委员会和镇里'),
    },
  });
  expect(await call(8, exchange.issuePickupCode, { orderId: kept })).toBe('spending-frozen');
  const before = await town.head(8).must(points.readAccount, {});
  expect(await call(8, exchange.cancelOrder, { orderId: back })).toBe('ok');
  const after = await town.head(8).must(points.readAccount, {});
  expect(after.spendable).toBe(before.spendable + 5);
  town.clock.advanceDays(9);
  expect((await town.timer('jobs', jobs.expireOrders.action)).ok).toBe(true);
  expect(town.engine.get('orders', kept)).toMatchObject({ state: 'expired' });
});

test('what was shown or scanned before is not handed over', async () => {
  const [shown, scanned] = [await town.order(8), await town.order(8)];
  await town.scan(scanned);
  const { code } = await town.head(8).must(exchange.issuePickupCode, { orderId: shown });
  await town.head(8).must(people.freezeSpending, {});
  expect(await call(13, exchange.openPickup, { code })).toBe('ok');
  expect(await call(13, exchange.handOver, { orderId: shown })).toBe('spending-frozen');
  expect(await call(13, exchange.handOver, { orderId: scanned })).toBe('spending-frozen');
});

test('earning goes on', async () => {
  await town.head(8).must(people.freezeSpending, {});
  const before = (await town.head(8).must(points.readAccount, {})).pending.length;
  await town.declare(8);
  expect((await town.head(8).must(points.readAccount, {})).pending).toHaveLength(before + 1);
});

test('two people end it, one of them outside the committee; then it spends again', async () => {
  await town.head(8).must(people.freezeSpending, {});
  expect(await listed(2)).toEqual([[8, null]]);
  expect(await settle(2)).toBe('ok');
  expect(await seen()).toMatchObject({ agreed: true });
  expect([await listed(2), await listed(4)]).toEqual([[], [[8, 'cadre']]]);
  expect(await settle(2)).toBe('another-must-agree');
  expect(await settle(1)).toBe('another-must-agree');
  expect(await placing()).toBe('spending-frozen');
  expect(await settle(4)).toBe('ok');
  expect(account().frozen).toBeUndefined();
  expect([await seen(), await listed(4)]).toEqual([null, []]);
  expect(await placing()).toBe('ok');
  expect(await settle(4)).toBe('not-frozen');
});

test('a supervisor and the town end it as well; the town alone does not', async () => {
  await town.head(8).must(people.freezeSpending, {});
  const input = { householdId: ours() };
  expect(await town.administrator.must(people.settleFreeze, input)).toMatchObject({
    state: 'agreed',
  });
  const again = await town.administrator.call(people.settleFreeze, input);
  expect(again).toMatchObject({ error: { code: 'another-must-agree' } });
  expect(await settle(4)).toBe('ok');
  expect(account().frozen).toBeUndefined();
});

test('nobody settles for their own household, near relatives, or what they stopped', async () => {
  await town.head(4).must(people.freezeSpending, {});
  const own = { householdId: householdId(town, 'v01-4') };
  expect(await call(4, people.settleFreeze, own)).toBe('own-freeze');
  const ofFour = town.engine.get('accounts', own.householdId) as unknown as {
    frozen: object;
  };
  const byAnother = { ...ofFour.frozen, byPersonId: await personOf(9) };
  await town.engine.set('accounts', own.householdId, { ...ofFour, frozen: byAnother } as never);
  expect(await call(4, people.settleFreeze, own)).toBe('own-household');
  await town.head(8).must(people.freezeSpending, {});
  const household = town.engine.get('households', householdId(town, 'v01-4')) as object;
  await town.engine.set('households', householdId(town, 'v01-4'), {
    ...household,
    relativeIds: [ours()],
  } as never);
  expect(await settle(4)).toBe('near-relative');
  const frozen = { ...account().frozen, byPersonId: await personOf(2) };
  await town.engine.set('accounts', ours(), { ...account(), frozen } as never);
  expect(await settle(2)).toBe('own-freeze');
  expect(await call(9, people.settleFreeze, { householdId: ours() })).toBe('not-your-job');
});

test('it is stopped once, by somebody of age', async () => {
  await town.head(8).must(people.freezeSpending, {});
  expect(await call(8, people.freezeSpending, {})).toBe('already-frozen');
  const [person] = town.engine.find('persons', {
    query: { householdId: householdId(town, 'v01-9') },
  });
  const memberId = String(person?.memberId);
  const member = town.engine.get('members', memberId) as object;
  await town.engine.set('members', memberId, { ...member, birthYear: 2012 } as never);
  expect(await call(9, people.freezeSpending, {})).toBe('adult-only');
});

const settleByTwo = async () => [await settle(2), await settle(4)];

test('whoever stopped it waits thirty days to do it again, others do not', async () => {
  await town.head(8).must(people.freezeSpending, {});
  expect(await settleByTwo()).toEqual(['ok', 'ok']);
  const again = await town.head(8).call(people.freezeSpending, {});
  expect(again).toMatchObject({
    error: { code: 'froze-lately', message: expect.stringContaining('村务监督委员会') },
  });
  const adult = await anotherAdult();
  await adult.must(people.freezeSpending, {});
  expect(await settleByTwo()).toEqual(['ok', 'ok']);
  // Neither forgets the other: two who take turns wait both.
  expect(await call(8, people.freezeSpending, {})).toBe('froze-lately');
  expect(await adult.call(people.freezeSpending, {})).toMatchObject({
    error: { code: 'froze-lately' },
  });
  town.clock.advanceDays(29);
  expect(await call(8, people.freezeSpending, {})).toBe('froze-lately');
  town.clock.advanceDays(1);
  expect(await call(8, people.freezeSpending, {})).toBe('ok');
  expect(await settleByTwo()).toEqual(['ok', 'ok']);
  // What no longer counts is not kept.
  expect(account().settledFreezes).toHaveLength(1);
});

test('whoever joins anew from another phone waits as well', async () => {
  await (await anotherAdult()).must(people.freezeSpending, {});
  expect(await settleByTwo()).toEqual(['ok', 'ok']);
  const line = { villageId: 'v01', householdNumber: 8, name: `${testHeadName(8)}偶` };
  await town.administrator.must(people.unlinkMember, line);
  const again = await anotherAdult('another-phone');
  expect(await again.call(people.freezeSpending, {})).toMatchObject({
    error: { code: 'froze-lately' },
  });
});

test('a stop, settled or not, leaves the books sound', async () => {
  const isSound = async () =>
    (await town.head(8).must(points.verifyAccount, { householdId: ours() })).sound;
  await town.head(8).must(people.freezeSpending, {});
  expect(await isSound()).toBe(true);
  await settleByTwo();
  expect(await isSound()).toBe(true);
});

/** Another line of household 8, let in by two. */
async function anotherAdult(openid = 'spouse') {
  const spouse = town.as(openid);
  const name = `${testHeadName(8)}偶`;
  const asked = { villageId: 'v01', householdNumber: 8, name, namesShown: false };
  await spouse.must(people.join, asked);
  const waiting = { name, state: 'waiting' };
  const [request] = town.engine.find('join-requests', { query: waiting });
  const joinRequestId = String(request?.joinRequestId);
  await letIn({ joinRequestId, householdNumber: 8, name }, [town.head(2), town.head(4)]);
  return spouse;
}

test('it waits in 今天, and once it is late the town sees it as well', async () => {
  await town.head(8).must(people.freezeSpending, {});
  const cardsOf = async (number: number) =>
    (await town.head(number).must(people.readToday, {})).cards.map(({ toDo }) => toDo);
  expect(await cardsOf(4)).toContain('freezes');
  const ofTown = async () => (await town.administrator.must(people.listFreezes, {})).freezes.length;
  expect(await ofTown()).toBe(0);
  town.clock.advanceDays(9);
  expect((await town.timer('jobs', 'escalate-tasks')).ok).toBe(true);
  expect(await ofTown()).toBe(1);
});

async function personOf(number: number): Promise<string> {
  const [person] = town.engine.find('persons', {
    query: { householdId: householdId(town, `v01-${number}`) },
  });
  return String(person?.personId);
}
