import type { Fields } from '../../../local-cloud/engine';
import { people } from '../../../src/contracts';
import type { HeldRole } from '../../../src/domain/people/types';
import { openProofTown, type ProofTown } from '../../proof/town';
import { leaveOffice } from '../../support/offices';
import { testHeadName, testMembers } from '../../support/test-register';
import { headOpenid, type TestActor, testVillages } from '../../support/town';

let town: ProofTown;
beforeEach(async () => {
  town = await openProofTown();
});

const toDos = async (actor: TestActor) =>
  (await actor.must(people.readToday, {})).cards.map(({ toDo, count }) => [toDo, count]);
const late = async (actor: TestActor) => (await actor.must(people.listLate, {})).tasks;

const escalate = async (days: number) => {
  town.clock.advanceDays(days);
  expect(await town.timer('jobs', 'escalate-tasks')).toMatchObject({ ok: true });
};

/** What the register or the town would give them, beside what they hold. */
async function alsoHolds({ openid }: TestActor, ...added: HeldRole[]): Promise<void> {
  const [person] = town.engine.find('persons', { query: { openid } });
  if (!person) throw new Error(`nobody is ${openid}`);
  const { _id, ...fields } = person;
  const roles = [...(fields.roles as HeldRole[]), ...added];
  await town.engine.set('persons', _id, { ...fields, roles } as Fields);
}

const office = (role: HeldRole['role'], place: string): HeldRole => {
  return { role, place, placeName: '示例' };
};

/** By the act of the town and of somebody of the supervisors who is nobody's relative. */
const leaves = (householdNumber: number) => leaveOffice(town, { householdNumber }, town.head(6));

test('an office that ended sees no card and no late line', async () => {
  await town.declare(8);
  await escalate(12);
  expect(await toDos(town.head(2))).toEqual([['to-check', 1]]);
  expect(await toDos(town.head(4))).toEqual([['late', 1]]);
  await leaves(2);
  await leaves(4);
  const denied = { ok: false, error: { code: 'not-your-job' } };
  for (const former of [town.head(2), town.head(4)]) {
    expect(await toDos(former)).toEqual([]);
    expect(await former.call(people.listLate, {})).toMatchObject(denied);
  }
  expect(await toDos(town.head(3))).toEqual([['to-check', 1]]);
});

test('who was drawn and has left the panel is asked no more', async () => {
  const recordId = await town.declare(8);
  await town.drawFor(recordId);
  const [drawn] = town.panelOf(recordId);
  if (!drawn) throw new Error('nobody was drawn');
  expect(await toDos(drawn)).toEqual([['to-review', 1]]);
  const numbers = testMembers(1).map(({ householdNumber }) => householdNumber);
  const own = numbers.find((number) => headOpenid(1, number) === drawn.openid);
  await leaves(own ?? 0);
  expect(await toDos(drawn)).toEqual([]);
});

test('a cadre sees nothing of what is about a near relative, however late', async () => {
  await town.declare(14);
  expect(await toDos(town.head(1))).toEqual([]);
  expect(await toDos(town.head(3))).toEqual([['to-check', 1]]);
  await escalate(12);
  expect(await toDos(town.head(1))).toEqual([]);
  expect(await late(town.head(1))).toEqual([]);
  expect(await late(town.head(3))).toHaveLength(1);
});

test('a household is not told that its own deed lies, whatever office it holds', async () => {
  await town.declare(5);
  await escalate(12);
  expect(await late(town.head(5))).toEqual([]);
  expect(await late(town.head(4))).toHaveLength(1);
});

test('an order is seen by its household and its shop, and by nobody else', async () => {
  await town.order(8);
  expect(await toDos(town.keeper)).toEqual([['to-hand-over', 1]]);
  for (const number of [2, 4, 9]) expect(await toDos(town.head(number))).toEqual([]);
  expect(await toDos(town.administrator)).toEqual([]);
});

test('somebody with several offices is told of one thing once', async () => {
  const recordId = await town.declare(8);
  await town.drawFor(recordId);
  const [drawn] = town.panelOf(recordId);
  if (!drawn) throw new Error('nobody was drawn');
  await alsoHolds(drawn, office('cadre', 'v01'), office('town-admin', 'town'));
  await escalate(12);
  expect(await toDos(drawn)).toEqual([['to-review', 1]]);
  await alsoHolds(town.head(4), office('town-admin', 'town'), office('cadre', 'v01'));
  expect(await toDos(town.head(4))).toEqual([['review-late', 1]]);
  expect(await late(town.head(4))).toHaveLength(1);
});

test('what is late stays in its village, and says whom to ask', async () => {
  await town.declare(8);
  await escalate(12);
  expect(await late(town.head(4, 2))).toEqual([]);
  const [line] = await late(town.administrator);
  expect(line?.villageName).toBe(testVillages[0]?.name);
  expect(line?.next).toMatch(/^等嘎查村核对,\d+月\d+日就该办完$/);
});

test('what is late is not told by the household where that is nobody’s to know', async () => {
  const recordId = await town.declare(8);
  const { _id, ...record } = town.engine.get('records', recordId) as { _id: string };
  await town.engine.set('records', recordId, { ...record, householdHidden: true });
  await escalate(12);
  for (const actor of [town.head(4), town.administrator]) {
    const [line] = await late(actor);
    expect(line?.title).toMatch(/^\D+ \d+分$/);
  }
});

test('a request to join that is late names nobody and opens for who may answer it', async () => {
  const newcomer = town.as('somebody-new');
  const join = { villageId: 'v01', householdNumber: 16, name: testHeadName(16) };
  await newcomer.must(people.join, { ...join, namesShown: true });
  const { requests } = await town.head(3).must(people.listJoinRequests, {});
  const { joinRequestId, householdNumber, name } = requests[0] ?? {};
  const accept = { joinRequestId, householdNumber, name, accept: true } as never;
  await town.head(3).must(people.answerJoin, accept);
  const waits = async () => (await town.administrator.must(people.listJoinRequests, {})).requests;
  expect(await waits()).toEqual([]);
  await escalate(12);
  // It waits for somebody outside the committee, and for the town by now.
  const [line] = await late(town.head(2));
  expect(line).toMatchObject({ title: '16号户 有人要加入', page: null });
  expect(JSON.stringify(line)).not.toContain(testHeadName(16));
  const [own] = await late(town.head(4));
  expect(own).toMatchObject({ page: '/packages/work/joins/index' });
  expect(await waits()).toMatchObject([{ joinRequestId, agreedAs: 'cadre' }]);
});
