import { people } from '../../../src/contracts';
import { violationsOf } from '../../proof/invariants';
import { divisionToSign, proposedEvent } from '../../proof/ready/life';
import { openProofTown, type ProofTown } from '../../proof/town';
import { testHeadName } from '../../support/test-register';
import type { TestActor } from '../../support/town';

let town: ProofTown;
beforeEach(async () => {
  town = await openProofTown();
});
afterEach(() => {
  expect(violationsOf(town.engine)).toEqual([]);
});

const codeOf = async (call: ReturnType<TestActor['call']>) => {
  const answer = await call;
  return answer.ok ? 'ok' : answer.error.code;
};
const sign = (lifeEventId: string, as = town.head(14)) =>
  codeOf(as.call(people.signLifeEvent, { lifeEventId }));
const answer = (lifeEventId: string, reason?: string) =>
  codeOf(
    town.head(4).call(people.answerLifeEvent, {
      ...{ lifeEventId, accept: reason === undefined },
      ...(reason !== undefined && { reason }),
    }),
  );
const toSign = async (as = town.head(14)) =>
  (await as.must(people.readToday, {})).cards.filter(({ toDo }) => toDo === 'to-sign');
const splitOf = async (as = town.head(14)) =>
  (await as.must(people.listLifeEvents, {})).ofHousehold[0]?.split;

test('who has to sign finds it in 今天, nobody else does, and it goes once they have', async () => {
  const lifeEventId = await divisionToSign(town);
  expect(await toSign()).toMatchObject([
    { title: '签字', count: 1, subject: '14号户 分户怎么分积分', late: 0 },
  ]);
  expect(await toSign()).toMatchObject([{ page: '/packages/life/list/index' }]);
  for (const other of [town.head(15), town.head(2), town.head(4), town.administrator]) {
    expect(await toSign(other)).toEqual([]);
  }
  expect(JSON.stringify(town.engine.find('tasks'))).not.toContain(testHeadName(14));
  expect(await sign(lifeEventId)).toBe('ok');
  expect(await toSign()).toEqual([]);
  expect(await answer(lifeEventId)).toBe('ok');
  expect(town.engine.get('tasks', `signing.${lifeEventId}`)).toBeNull();
});

test('by heads nobody has to sign, and nobody is waited for', async () => {
  const { lines } = await town
    .head(2)
    .must(people.readRegisterLines, { villageId: 'v01', householdNumber: 14 });
  const memberIds = lines.filter(({ isHead }) => !isHead).map(({ memberId }) => memberId);
  const [newHeadId = ''] = memberIds;
  const split = { kind: 'split', memberIds, newHeadId, number: 40, minors: 0 } as const;
  await proposedEvent(town, { ...split, division: { how: 'heads' } });
  expect(await toSign()).toEqual([]);
});

test('decided, taken back or forgotten, nobody is asked to sign any more', async () => {
  expect(await answer(await divisionToSign(town), '谈不拢')).toBe('ok');
  expect(await toSign()).toEqual([]);
  const lifeEventId = await divisionToSign(town, 78);
  await town.administrator.must(people.withdrawLifeEvent, { lifeEventId });
  expect(await toSign()).toEqual([]);
  await divisionToSign(town, 79);
  expect(await toSign()).toHaveLength(1);
  // Late, it is theirs alone: no office is shown who has not signed.
  town.clock.advanceDays(20);
  await town.timer('jobs', 'escalate-tasks');
  expect(await toSign()).toMatchObject([{ count: 1, late: 1 }]);
  const { tasks } = await town.head(2).must(people.listLate, {});
  expect(tasks.map(({ title }) => title)).not.toContain('14号户 分户怎么分积分');
  town.clock.advanceDays(71);
  await town.timer('jobs', 'erase-expired');
  expect(await toSign()).toEqual([]);
});

test('the signature of who was taken out is nobody’s; the rightful one is asked anew', async () => {
  const lifeEventId = await divisionToSign(town);
  expect(await sign(lifeEventId)).toBe('ok');
  const line = { villageId: 'v01', householdNumber: 14, name: testHeadName(14) };
  await town.administrator.must(people.unlinkMember, line);
  expect(await answer(lifeEventId)).toBe('not-all-signed');
  const owner = town.as('rightful-owner');
  await owner.must(people.join, { ...line, namesShown: true });
  const { requests } = await town.head(2).must(people.listJoinRequests, {});
  const seen = requests.find(({ householdNumber }) => householdNumber === 14);
  const yes = { joinRequestId: seen?.joinRequestId ?? '', householdNumber: 14, name: line.name };
  await town.head(2).must(people.answerJoin, { ...yes, accept: true });
  await town.head(5).must(people.answerJoin, { ...yes, accept: true });
  expect(await toSign(owner)).toHaveLength(1);
  expect(await splitOf(owner)).toMatchObject({ signed: '', missing: line.name, mine: true });
  expect(await sign(lifeEventId, owner)).toBe('ok');
  expect(await sign(lifeEventId, owner)).toBe('already-signed');
  expect(await toSign(owner)).toEqual([]);
});
