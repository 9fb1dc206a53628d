import { people } from '../../../src/contracts';
import { householdId } from '../../support/household-ids';
import { letIn, type SeenRequest } from '../../support/let-in';
import { testHeadName } from '../../support/test-register';
import { openTestTown, type TestActor, type TestTown } from '../../support/town';

let town: TestTown;
let cadre: TestActor;
let supervisor: TestActor;
beforeEach(async () => {
  town = await openTestTown();
  cadre = await town.joinHead(1, 1);
  supervisor = await town.joinHead(1, 5);
});

async function ask(openid: string, householdNumber: number, name: string): Promise<SeenRequest> {
  const guest = town.as(openid);
  const input = { villageId: 'v01', householdNumber, name, namesShown: false };
  expect(await guest.must(people.join, input)).toMatchObject({ state: 'waiting' });
  const [request] = town.engine.find('join-requests', { query: { name } });
  if (!request) throw new Error('nobody waits');
  return { joinRequestId: String(request.joinRequestId), householdNumber, name };
}

async function codeOf(call: ReturnType<TestActor['call']>): Promise<string> {
  const envelope = await call;
  return envelope.ok ? 'ok' : envelope.error.code;
}

const listed = async (actor: TestActor) =>
  (await actor.must(people.listJoinRequests, {})).requests.map(({ name, agreedAs }) => [
    name,
    agreedAs,
  ]);
const accept = (actor: TestActor, seen: SeenRequest) =>
  codeOf(actor.call(people.answerJoin, { ...seen, accept: true }));

test('a cadre and a supervisor let somebody in who has no phone in the register', async () => {
  const seen = await ask('elder', 16, testHeadName(16));
  expect(await listed(cadre)).toEqual([[testHeadName(16), null]]);
  expect(await accept(cadre, seen)).toBe('ok');
  expect(await town.as('elder').must(people.whoAmI, {})).toMatchObject({
    me: null,
    waitingJoin: { householdNumber: 16 },
  });
  // It waits for somebody else now, who sees that one has agreed.
  expect([await listed(cadre), await listed(supervisor)]).toEqual([
    [],
    [[testHeadName(16), 'cadre']],
  ]);
  expect(await accept(supervisor, seen)).toBe('ok');
  const { me, waitingJoin } = await town.as('elder').must(people.whoAmI, {});
  expect(me).toMatchObject({ householdId: householdId(town, 'v01-16'), namesShown: false });
  expect(waitingJoin).toBeNull();
  expect([await listed(cadre), await listed(supervisor)]).toEqual([[], []]);
  expect(await accept(town.administrator, seen)).toBe('join-already-answered');
});

test('one alone lets nobody in, nor does the committee with itself', async () => {
  const seen = await ask('elder', 16, testHeadName(16));
  expect(await accept(cadre, seen)).toBe('ok');
  const again = await cadre.call(people.answerJoin, { ...seen, accept: true });
  expect(again).toMatchObject({
    error: { code: 'another-must-agree', message: expect.stringContaining('还要另一个人') },
  });
  const colleague = await town.joinHead(1, 2);
  const alike = await colleague.call(people.answerJoin, { ...seen, accept: true });
  expect(alike).toMatchObject({
    error: { code: 'another-must-agree', message: expect.stringContaining('村委会以外的人') },
  });
  expect(await listed(colleague)).toEqual([]);
  expect((await town.as('elder').must(people.whoAmI, {})).me).toBeNull();
  expect(await accept(town.administrator, seen)).toBe('ok');
  expect((await town.as('elder').must(people.whoAmI, {})).me).not.toBeNull();
});

test.each([
  ['whoever agreed first', 1],
  ['the other of the committee', 2],
  ['a supervisor', 5],
])('before the second agreed %s may still refuse', async (_, number) => {
  const seen = await ask('elder', 16, testHeadName(16));
  expect(await accept(cadre, seen)).toBe('ok');
  const actor = await town.joinHead(1, number);
  const refused = await actor.must(people.answerJoin, { ...seen, accept: false });
  expect(refused.state).toBe('refused');
  expect(await accept(supervisor, seen)).toBe('join-already-answered');
});

test('two supervisors are two people outside the committee, one of them twice is not', async () => {
  const seen = await ask('elder', 16, testHeadName(16));
  expect(await accept(supervisor, seen)).toBe('ok');
  expect(await accept(supervisor, seen)).toBe('another-must-agree');
  expect(await accept(await town.joinHead(1, 6), seen)).toBe('ok');
});

test('whoever asks anew has to be agreed to anew', async () => {
  const seen = await ask('elder', 16, testHeadName(16));
  expect(await accept(cadre, seen)).toBe('ok');
  await ask('elder', 16, testHeadName(16));
  expect(await accept(supervisor, seen)).toBe('ok');
  expect((await town.as('elder').must(people.whoAmI, {})).me).toBeNull();
});

test('a refused request gives nothing, and one may ask again', async () => {
  const seen = await ask('elder', 16, testHeadName(16));
  await cadre.must(people.answerJoin, { ...seen, accept: false });
  const { me, waitingJoin } = await town.as('elder').must(people.whoAmI, {});
  expect([me, waitingJoin]).toEqual([null, null]);
  expect(await ask('elder', 16, testHeadName(16))).toEqual(seen);
});

test('whoever asks anew as somebody else is not let in by an answer to the first', async () => {
  const seen = await ask('stranger', 16, testHeadName(16));
  const now = await ask('stranger', 14, testHeadName(14));
  expect(now.joinRequestId).toBe(seen.joinRequestId);
  for (const accept of [true, false]) {
    const answer = await cadre.call(people.answerJoin, { ...seen, accept });
    expect(answer).toMatchObject({
      error: { code: 'join-request-changed', message: expect.stringContaining('请刷新名单') },
    });
  }
  expect(await town.as('stranger').must(people.whoAmI, {})).toMatchObject({
    me: null,
    waitingJoin: { householdNumber: 14 },
  });
  // Asked again as the same: what was seen is what stands there, and the answer holds.
  await ask('stranger', 14, testHeadName(14));
  await letIn(now, [await town.joinHead(1, 2), supervisor]);
});

test('nobody lets people into their own household', async () => {
  const seen = await ask('spouse', 1, `${testHeadName(1)}偶`);
  const input = { ...seen, accept: true };
  expect(await codeOf(cadre.call(people.answerJoin, input))).toBe('own-household');
  await letIn(seen, [await town.joinHead(1, 2), supervisor]);
});

test('near relatives of a household let nobody in, nor keep anybody out', async () => {
  const seen = await ask('spouse', 14, testHeadName(14));
  for (const accept of [true, false]) {
    const answer = cadre.call(people.answerJoin, { ...seen, accept });
    expect(await codeOf(answer)).toBe('near-relative');
  }
  expect((await cadre.must(people.listJoinRequests, {})).requests).toEqual([]);
  await letIn(seen, [await town.joinHead(1, 2), supervisor]);
});

test('nobody answers their own request, whatever office they hold', async () => {
  const { administrator } = town;
  const seen = await ask(administrator.openid, 16, testHeadName(16));
  for (const accept of [true, false]) {
    const answer = await administrator.call(people.answerJoin, { ...seen, accept });
    expect(answer).toMatchObject({
      error: { code: 'own-request', message: expect.stringContaining('您自己的申请') },
    });
  }
  expect(await administrator.must(people.whoAmI, {})).toMatchObject({
    me: null,
    waitingJoin: { householdNumber: 16 },
  });
  await letIn(seen, [cadre, supervisor]);
});

test('an office without its phone number is answered by the town first', async () => {
  const seen = await ask('somebody', 4, testHeadName(4));
  const { requests } = await cadre.must(people.listJoinRequests, {});
  expect(requests).toEqual([]);
  const input = { ...seen, accept: true };
  expect(await codeOf(cadre.call(people.answerJoin, input))).toBe('not-your-job');
  await letIn(seen, [town.administrator, cadre]);
  const { roles } = await town.as('somebody').must(people.whoAmI, {});
  expect(roles.map((held) => held.role).sort()).toEqual(['resident', 'supervisor']);
});

test('an office given after somebody asked is answered by the town too', async () => {
  const seen = await ask('elder', 16, testHeadName(16));
  await town.appoint({ householdNumber: 16, role: 'panel', place: 'v01' });
  const input = { ...seen, accept: true };
  expect((await cadre.must(people.listJoinRequests, {})).requests).toEqual([]);
  const { requests } = await town.administrator.must(people.listJoinRequests, {});
  expect(requests.map(({ joinRequestId }) => joinRequestId)).toEqual([seen.joinRequestId]);
  expect(await codeOf(cadre.call(people.answerJoin, input))).toBe('not-your-job');
  await letIn(seen, [town.administrator, supervisor]);
});

test('an office given after one had agreed waits for the town', async () => {
  const seen = await ask('elder', 16, testHeadName(16));
  expect(await accept(cadre, seen)).toBe('ok');
  await town.appoint({ householdNumber: 16, role: 'panel', place: 'v01' });
  expect([await listed(supervisor), await listed(town.administrator)]).toEqual([
    [],
    [[testHeadName(16), 'cadre']],
  ]);
  expect(await accept(supervisor, seen)).toBe('not-your-job');
  expect(await accept(town.administrator, seen)).toBe('ok');
});

test('two who ask to be the same member: the second is refused', async () => {
  const first = await ask('first', 16, testHeadName(16));
  await town.as('second').must(people.join, {
    villageId: 'v01',
    householdNumber: 16,
    name: testHeadName(16),
    namesShown: true,
  });
  const { requests } = await cadre.must(people.listJoinRequests, {});
  expect(requests).toHaveLength(2);
  const other = requests.find(({ joinRequestId }) => joinRequestId !== first.joinRequestId);
  await letIn(first, [cadre, supervisor]);
  const second = { ...first, joinRequestId: other?.joinRequestId ?? '', accept: true };
  expect(await codeOf(cadre.call(people.answerJoin, second))).toBe('member-taken');
});

test('whoever has joined meanwhile is not let in twice', async () => {
  const seen = await ask(`head-v01-14`, 16, testHeadName(16));
  await town.joinHead(1, 14);
  const code = await codeOf(cadre.call(people.answerJoin, { ...seen, accept: true }));
  expect(code).toBe('join-already-answered');
});

test('another village’s cadre, a resident and nobody may not answer', async () => {
  const seen = await ask('elder', 16, testHeadName(16));
  const input = { ...seen, accept: true };
  const neighbour = await town.joinHead(2, 1);
  const resident = await town.joinHead(1, 13);
  expect(await codeOf(neighbour.call(people.answerJoin, input))).toBe('not-yours');
  expect(await codeOf(resident.call(people.answerJoin, input))).toBe('not-your-job');
  const asNobody = await town.send(
    'people',
    { action: 'answer-join', commandId: town.newId(), input },
    null,
  );
  expect(asNobody).toMatchObject({ ok: false, error: { code: 'log-in-first' } });
  const none = { ...input, joinRequestId: `v01.${'0'.repeat(26)}` };
  expect(await codeOf(cadre.call(people.answerJoin, none))).toBe('join-request-not-found');
});

test('an office reaches whoever has joined already', async () => {
  const head = await town.joinHead(1, 15);
  await town.appoint({ householdNumber: 15, role: 'panel', place: 'v01' });
  const { roles } = await head.must(people.whoAmI, {});
  expect(roles.map((held) => held.role).sort()).toEqual(['panel', 'resident']);
});
