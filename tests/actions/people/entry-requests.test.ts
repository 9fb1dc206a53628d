import { people, points, wechat } from '../../../src/contracts';
import type { InputOf } from '../../../src/contracts/contract';
import { violationsOf } from '../../proof/invariants';
import { openProofTown, type ProofTown } from '../../proof/town';
import { householdId } from '../../support/household-ids';
import { testHeadName } from '../../support/test-register';
import type { TestActor } from '../../support/town';

let town: ProofTown;
beforeEach(async () => {
  town = await openProofTown();
});
afterEach(() => {
  expect(violationsOf(town.engine)).toEqual([]);
});

type Asked = InputOf<typeof people.askToBeEntered>;
const newcomer = {
  ...{ villageId: 'v01', name: '新来·例子', birthYear: 1990, residence: 'newcomer' },
  ...{ sinceMonth: '2024-03', householdNumber: null, namesShown: true },
} as const satisfies Asked;

const codeOf = async (call: ReturnType<TestActor['call']>) => {
  const answer = await call;
  return answer.ok ? 'ok' : answer.error.code;
};
const ask = (change: Partial<Asked> = {}, openid = 'newcomer') =>
  town.as(openid).call(people.askToBeEntered, { ...newcomer, ...change });
const waiting = (as: TestActor) => as.must(people.listEntryRequests, {});
async function seen(as: TestActor) {
  const { requests } = await waiting(as);
  const request = requests[0];
  if (!request) throw new Error('nobody waits');
  const { entryRequestId, askedAtMs } = request;
  return { entryRequestId, askedAtMs };
}
const answer = async (
  as: TestActor,
  { entryRequestId, askedAtMs }: Awaited<ReturnType<typeof seen>>,
  reason?: string,
) =>
  codeOf(
    as.call(people.answerEntryRequest, {
      ...{ entryRequestId, askedAtMs, accept: reason === undefined },
      ...(reason !== undefined && { reason }),
    }),
  );
const me = (openid = 'newcomer') => town.as(openid).must(people.whoAmI, {});

test('two enter somebody in a household of their own, and they are in', async () => {
  expect(await codeOf(ask())).toBe('ok');
  expect((await me()).waitingEntry).toMatchObject({ state: 'waiting', householdNumber: null });
  const request = await seen(town.head(2));
  expect(await answer(town.head(2), request)).toBe('ok');
  expect((await me()).me).toBeNull();
  const { requests } = await waiting(town.head(4));
  expect(requests).toMatchObject([{ name: '新来·例子', sinceMonth: '2024-03', agreedAs: 'cadre' }]);
  const last = { ...request, accept: true };
  expect(await town.head(4).must(people.answerEntryRequest, last)).toMatchObject({
    ...{ state: 'entered', newNumber: 17 },
  });
  const now = await me();
  expect(now.me).toMatchObject({ householdNumber: 17, householdName: '新*', namesShown: true });
  expect(now.waitingEntry).toBeUndefined();
  expect(town.engine.find('entry-requests')).toEqual([]);
  const account = await town.as('newcomer').must(points.readAccount, {});
  expect([account.honour, account.spendable]).toEqual([100, 0]);
  const [line] = town.engine.find('members', { query: { name: '新来·例子' } });
  expect(line).toMatchObject({ relation: '户主', residence: 'newcomer', birthYear: 1990 });
  expect(line).not.toHaveProperty('unconfirmed');
});

test('in a household that is there it is a line more; its people decide nothing', async () => {
  expect(await codeOf(ask({ householdNumber: 2, residence: 'local' }))).toBe('ok');
  // The cadre of that household, and of their near relatives, are not asked.
  expect((await waiting(town.head(2))).requests).toEqual([]);
  const request = await seen(town.head(3));
  expect(await answer(town.head(2), request)).toBe('own-household');
  expect(await answer(town.head(3), request)).toBe('ok');
  expect(await answer(town.administrator, request)).toBe('ok');
  expect((await me()).me).toMatchObject({ householdNumber: 2 });
  const [line] = town.engine.find('members', { query: { name: '新来·例子' } });
  expect(line).toMatchObject({ householdId: householdId(town, 'v01-2'), relation: '同住' });
});

test('near relatives of the household are aside', async () => {
  expect(await codeOf(ask({ householdNumber: 14 }))).toBe('ok');
  const request = await seen(town.head(2));
  expect(await answer(town.head(1), request)).toBe('near-relative');
  expect((await waiting(town.head(1))).requests).toEqual([]);
});

test('nobody is entered by one person, two phones of one, or two of the committee', async () => {
  await ask();
  const request = await seen(town.head(2));
  expect(await answer(town.head(2), request)).toBe('ok');
  expect(await answer(town.head(2), request)).toBe('another-must-agree');
  expect(await answer(town.head(3), request)).toBe('another-must-agree');
  await town.appoint({ householdNumber: 2, role: 'town-admin', place: 'town' });
  expect(await answer(town.head(2), request)).toBe('another-must-agree');
  // An administrator who lives nowhere here asks for a second life, and would rather not wait.
  await town.administrator.must(people.askToBeEntered, { ...newcomer, name: '第二个' });
  const { requests } = await waiting(town.head(4));
  const own = requests.find(({ name }) => name === '第二个');
  if (!own) throw new Error('not asked');
  expect(await answer(town.administrator, own)).toBe('own-request');
  expect(await answer(town.head(9), request)).toBe('not-your-job');
  expect(await answer(town.head(4, 2), request)).toBe('not-yours');
});

test('a no says why; the supervision looks once more, then it is over', async () => {
  await ask();
  const request = await seen(town.head(2));
  const no = { ...request, accept: false };
  expect(await codeOf(town.head(2).call(people.answerEntryRequest, no))).toBe('reason-needed');
  expect(await answer(town.head(4), request, '电话 13800138000 没人接')).toBe('private-number');
  expect(await answer(town.head(4), request, '今年才来,还没有常住')).toBe('ok');
  expect((await me()).waitingEntry).toMatchObject({
    ...{ state: 'refused', reason: '今年才来,还没有常住' },
  });
  const appeal = () => codeOf(town.as('newcomer').call(people.appealEntryRefusal, {}));
  expect(await appeal()).toBe('ok');
  expect(await appeal()).toBe('nothing-refused');
  expect(await codeOf(ask())).toBe('asked-above');
  expect((await waiting(town.head(2))).requests).toEqual([]);
  expect((await waiting(town.head(4))).requests).toEqual([]);
  const { requests } = await waiting(town.head(5));
  expect(requests).toMatchObject([{ appealed: true, refusedBecause: '今年才来,还没有常住' }]);
  expect(await answer(town.head(2), request)).toBe('wrong-state');
  expect(await answer(town.head(4), request)).toBe('own-refusal');
  expect(await answer(town.head(5), request)).toBe('ok');
  expect(await answer(town.head(5), request)).toBe('another-must-agree');
  expect(await answer(town.head(6), request, '问过邻居,没有住下')).toBe('ok');
  expect((await me()).waitingEntry).toMatchObject({ state: 'closed', reason: '问过邻居,没有住下' });
  expect(await appeal()).toBe('nothing-refused');
  expect(await codeOf(ask())).toBe('closed-for-now');
  expect(await answer(town.head(5), request)).toBe('entry-request-answered');
});

test('what the supervision backs, a second outside the committee enters', async () => {
  await ask();
  const request = await seen(town.head(2));
  await answer(town.head(2), request, '没有户');
  await town.as('newcomer').must(people.appealEntryRefusal, {});
  expect(await answer(town.head(4), request)).toBe('ok');
  expect(await answer(town.head(3), request)).toBe('wrong-state');
  expect(await answer(town.secondAdministrator, request)).toBe('ok');
  expect((await me()).me).toMatchObject({ householdNumber: 17 });
});

test('asked anew is another request: nobody is entered as who was not seen', async () => {
  await ask();
  const request = await seen(town.head(2));
  await answer(town.head(2), request);
  town.clock.advanceMs(1000);
  expect(await codeOf(ask({ name: '换了个名' }))).toBe('ok');
  expect(await answer(town.head(4), request)).toBe('entry-request-changed');
  expect(await answer(town.head(4), await seen(town.head(4)))).toBe('ok');
  expect((await me()).waitingEntry).toMatchObject({ state: 'agreed' });
  // Elsewhere: of one person one request runs.
  town.clock.advanceMs(1000);
  expect(await codeOf(ask({ villageId: 'v02' }))).toBe('ok');
  expect(town.engine.find('entry-requests')).toMatchObject([{ villageId: 'v02' }]);
  const gone = { ...request, askedAtMs: request.askedAtMs };
  expect(await answer(town.head(4), gone)).toBe('entry-request-not-found');
});

test('whoever asks to join waits for that alone, and the other way round', async () => {
  const join = { villageId: 'v01', householdNumber: 16, name: testHeadName(16), namesShown: true };
  await ask();
  await town.as('newcomer').must(people.join, join);
  expect(town.engine.find('entry-requests')).toEqual([]);
  expect((await me()).waitingEntry).toBeUndefined();
  expect(await codeOf(ask())).toBe('ok');
  expect(town.engine.find('join-requests', { query: { state: 'waiting' } })).toEqual([]);
  expect((await me()).waitingJoin).toBeNull();
});

test('only grown up, of a month that was, in a known household, five times a day', async () => {
  expect(await codeOf(ask({ birthYear: 2008 }))).toBe('adult-only');
  expect(await codeOf(ask({ sinceMonth: '2026-12' }))).toBe('month-does-not-fit');
  expect(await codeOf(ask({ sinceMonth: '1980-01' }))).toBe('month-does-not-fit');
  expect(await codeOf(ask({ householdNumber: 999 }))).toBe('household-not-found');
  expect(await codeOf(ask({ villageId: 'nowhere' }))).toBe('village-not-found');
  expect(await codeOf(town.head(9).call(people.askToBeEntered, newcomer))).toBe('already-joined');
  expect(await codeOf(ask())).toBe('ok');
  expect(await codeOf(ask())).toBe('too-many-tries');
  expect(JSON.stringify(town.engine.find('entry-requests'))).not.toMatch(/2008/);
});

test('a number of the register joins by it; of another it is told where it stands', async () => {
  const tokenOf = async (openid: string, phone: string) =>
    (await town.as(openid).must(wechat.readPhoneNumber, { code: `phone:${phone}` })).phoneToken;
  const taken = String(
    town.engine.find('members', { query: { personId: null } }).find(({ phone }) => phone)?.phone,
  );
  const known = await tokenOf('newcomer', taken);
  expect(await codeOf(ask({ phoneToken: known }))).toBe('number-stands-already');
  expect(await codeOf(ask({ phoneToken: known }, 'thief'))).toBe('phone-token-stale');
  const ofNine = String(
    town.engine.find('members', { query: { name: testHeadName(9), villageId: 'v01' } })[0]?.phone,
  );
  expect(await codeOf(ask({ phoneToken: await tokenOf('newcomer', ofNine) }))).toBe('ok');
  const { requests } = await waiting(town.head(2));
  expect(requests).toMatchObject([{ phoneProven: true, numberStandsAt: 9 }]);
  expect(JSON.stringify(requests)).not.toContain(ofNine);
});

test('who stands there by that name is not entered twice', async () => {
  await ask({ householdNumber: 9, name: testHeadName(9) });
  const { requests } = await waiting(town.head(2));
  expect(requests).toMatchObject([{ nameStandsThere: true }]);
  expect(await answer(town.head(2), await seen(town.head(2)))).toBe('name-stands-already');
});

test('of whom erases themselves, and of what nobody answers, nothing stays', async () => {
  await ask();
  await town.as('newcomer').must(people.eraseMe, {});
  expect(town.engine.find('entry-requests')).toEqual([]);
  expect((await waiting(town.head(2))).requests).toEqual([]);
  await ask({}, 'another');
  await ask({ name: '第三个' }, 'third');
  const { requests } = await waiting(town.head(2));
  const third = requests.find(({ name }) => name === '第三个');
  if (third) await answer(town.head(2), third, '没有常住');
  town.clock.advanceDays(31);
  await town.timer('jobs', 'erase-expired');
  expect(town.engine.find('entry-requests')).toMatchObject([{ name: '新来·例子' }]);
  town.clock.advanceDays(60);
  await town.timer('jobs', 'erase-expired');
  expect(town.engine.find('entry-requests')).toEqual([]);
  expect((await me('third')).waitingEntry).toBeUndefined();
});

test('two who are entered at once get two numbers', async () => {
  await ask({}, 'one');
  town.clock.advanceMs(1000);
  await ask({ name: '第二个' }, 'two');
  const { requests } = await waiting(town.head(2));
  for (const request of requests) await answer(town.head(2), request);
  await Promise.all(requests.map((request) => answer(town.head(4), request)));
  for (const request of (await waiting(town.head(4))).requests) await answer(town.head(4), request);
  const numbers = [(await me('one')).me, (await me('two')).me].map((each) => each?.householdNumber);
  expect(numbers.sort()).toEqual([17, 18]);
});

test('what the village leaves lying is the town’s too', async () => {
  await ask();
  expect((await waiting(town.administrator)).requests).toEqual([]);
  town.clock.advanceDays(6);
  await town.timer('jobs', 'escalate-tasks');
  expect((await waiting(town.administrator)).requests).toHaveLength(1);
  expect((await waiting(town.head(2))).requests).toHaveLength(1);
});

test('undecided it is taken back, nobody is waited for, and it may be asked anew', async () => {
  const withdraw = (openid = 'newcomer') =>
    codeOf(town.as(openid).call(people.withdrawEntryRequest, {}));
  expect(await withdraw()).toBe('nothing-to-withdraw');
  await ask();
  const request = await seen(town.head(2));
  await answer(town.head(2), request);
  // Nobody takes back what another asked.
  expect(await withdraw('another')).toBe('nothing-to-withdraw');
  expect(await withdraw()).toBe('ok');
  expect(town.engine.find('entry-requests')).toEqual([]);
  expect((await waiting(town.head(4))).requests).toEqual([]);
  expect((await me()).waitingEntry).toBeUndefined();
  expect(await answer(town.head(4), request)).toBe('entry-request-not-found');
  expect(await withdraw()).toBe('nothing-to-withdraw');
  // Asked anew it begins from the first yes: the one of before counts for nothing.
  town.clock.advanceMs(1000);
  expect(await codeOf(ask())).toBe('ok');
  expect(await answer(town.head(4), request)).toBe('entry-request-changed');
  expect((await waiting(town.head(4))).requests).toMatchObject([{ agreedAs: null }]);
  // Neither a no nor the supervision is got round, and tries count on.
  await answer(town.head(4), await seen(town.head(4)), '没有常住');
  expect(await withdraw()).toBe('nothing-to-withdraw');
  await town.as('newcomer').must(people.appealEntryRefusal, {});
  expect(await withdraw()).toBe('asked-above');
  expect(await answer(town.head(5), await seen(town.head(5)))).toBe('ok');
  expect(await withdraw()).toBe('asked-above');
});

test('asking, taking back and asking again stays five times a day', async () => {
  for (let times = 0; times < 5; times += 1) {
    expect(await codeOf(ask())).toBe('ok');
    await town.as('newcomer').must(people.withdrawEntryRequest, {});
  }
  expect(await codeOf(ask())).toBe('too-many-tries');
});
