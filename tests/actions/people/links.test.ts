import { exchange, people, points } from '../../../src/contracts';
import { violationsOf } from '../../proof/invariants';
import { askToJoin } from '../../proof/ready/people';
import { openProofTown, type ProofTown } from '../../proof/town';
import { householdId } from '../../support/household-ids';
import { letIn } from '../../support/let-in';
import { testHeadName } from '../../support/test-register';
import { type TestActor, testShopId } from '../../support/town';

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
const spouse = `${testHeadName(8)}偶`;
const thief = () => town.as('thief');

/** A cadre and a supervisor let somebody in as the spouse of household 8. */
async function letThiefIn(): Promise<string> {
  const where = { villageId: 'v01', householdNumber: 8, name: spouse };
  await thief().must(people.join, { ...where, namesShown: true });
  const { requests } = await town.head(2).must(people.listJoinRequests, {});
  const request = requests.find(({ name }) => name === spouse);
  if (!request) throw new Error('nobody asks');
  const { joinRequestId, householdNumber, name } = request;
  await letIn({ joinRequestId, householdNumber, name }, [town.head(2), town.head(4)]);
  return (await lineOf(town.head(8), spouse)).link?.linkId ?? '';
}
async function lineOf(as: TestActor, name: string) {
  const { people: lines } = await as.must(people.listLinks, {});
  const line = lines.find((each) => each.name === name);
  if (!line) throw new Error('no such line');
  return line;
}
const object = (linkId: string, as = town.head(8)) =>
  codeOf(as.call(people.objectToLink, { linkId, reason: '不是我家的人' }));
const settle = (as: TestActor, linkId: string, out: boolean, reason?: string) =>
  codeOf(as.call(people.settleLink, { linkId, out, ...(reason && { reason }) }));
const soap = { shopId: testShopId, lines: [{ goodsId: 'soap', count: 1 }], points: 5 };
const spend = (as = town.head(8)) => codeOf(as.call(exchange.placeOrder, soap));
const waits = async (as: TestActor) => (await as.must(people.listLinkObjections, {})).links;
const isIn = async () => (await thief().must(people.whoAmI, {})).me !== null;

test('a household reads who joined, since when and how, by which two offices', async () => {
  await letThiefIn();
  const line = await lineOf(town.head(8), spouse);
  expect(line).toMatchObject({ hasJoined: true, mayObject: true, isOwn: false });
  expect(line.link).toMatchObject({
    ...{ how: 'let-in', sinceDay: town.today(), state: 'linked' },
    two: [
      { as: 'cadre', day: town.today() },
      { as: 'supervisor', day: town.today() },
    ],
  });
  const own = await lineOf(town.head(8), testHeadName(8));
  expect(own).toMatchObject({ isOwn: true, mayObject: false, link: { how: 'number', two: [] } });
  // No id of a person leaves the cloud.
  const [stored] = town.engine.find('links', { query: { how: 'let-in' } });
  const answer = JSON.stringify(await town.head(8).must(people.listLinks, {}));
  expect(answer).not.toContain(String(stored?.personId));
});

test('the others of the household are told that somebody joined; who joined is not', async () => {
  await letThiefIn();
  const told = async (as: TestActor) => (await as.must(people.whoAmI, {})).me?.joinedLately;
  expect(await told(town.head(8))).toBe(town.today());
  expect(await told(thief())).toBeUndefined();
  town.clock.advanceDays(31);
  expect(await told(town.head(8))).toBeUndefined();
  const id = householdId(town, 'v01-8');
  const messages = town.engine.find('messages', { query: { kind: 'household-told' } });
  expect(messages.some(({ subjectId }) => subjectId === id)).toBe(true);
});

test('supervision and town read it of any household, others of none but their own', async () => {
  const id = householdId(town, 'v01-8');
  const read = (as: TestActor) => codeOf(as.call(people.listLinks, { householdId: id }));
  expect(await read(town.head(4))).toBe('ok');
  expect(await read(town.administrator)).toBe('ok');
  expect(await read(town.head(8))).toBe('ok');
  expect(await read(town.head(9))).not.toBe('ok');
  expect(await read(town.head(4, 2))).not.toBe('ok');
});

test('objected to, nothing is spent, until two put them out; then it is theirs again', async () => {
  const linkId = await letThiefIn();
  expect(await object(linkId)).toBe('ok');
  expect(await object(linkId)).toBe('objected-before');
  expect([await spend(thief()), await spend()]).toEqual(['spending-frozen', 'spending-frozen']);
  const { frozen } = await town.head(8).must(points.readAccount, {});
  expect(frozen).toEqual({ sinceDay: town.today(), agreed: false });
  const books = { householdId: householdId(town, 'v01-8') };
  expect((await town.head(8).must(points.verifyAccount, books)).sound).toBe(true);
  // Who let them in looks at nothing.
  expect(await settle(town.head(2), linkId, false, '是他家的')).toBe('let-them-in');
  expect(await settle(town.head(4), linkId, false, '是他家的')).toBe('let-them-in');
  expect([await waits(town.head(2)), await waits(town.head(4))]).toEqual([[], []]);
  expect(await waits(town.head(3))).toMatchObject([
    { householdNumber: 8, name: spouse, objection: '不是我家的人', state: 'objected' },
  ]);
  expect(await settle(town.head(3), linkId, true)).toBe('reason-needed');
  expect(await settle(town.head(3), linkId, true, '问过了,是外人')).toBe('ok');
  expect(await settle(town.head(3), linkId, true)).toBe('another-must-agree');
  expect(await isIn()).toBe(true);
  expect(await settle(town.head(5), linkId, true)).toBe('ok');
  expect(await isIn()).toBe(false);
  expect(await spend()).toBe('ok');
  const { past } = await town.head(8).must(people.listLinks, {});
  expect(past).toMatchObject([
    { name: spouse, link: { state: 'ended', opinion: { out: true, reason: '问过了,是外人' } } },
  ]);
  expect(await settle(town.head(6), linkId, false, '不对')).toBe('wrong-state');
});

test('found to belong there, the household reads why and may not ask again', async () => {
  const linkId = await letThiefIn();
  await object(linkId);
  expect(await settle(town.head(5), linkId, false, '是他家的儿媳')).toBe('ok');
  expect(await settle(town.head(3), linkId, false)).toBe('ok');
  expect([await isIn(), await spend()]).toEqual([true, 'ok']);
  const { link, mayObject } = await lineOf(town.head(8), spouse);
  expect([link?.state, link?.opinion?.reason, mayObject]).toEqual(['stays', '是他家的儿媳', false]);
  expect(await object(linkId)).toBe('objected-before');
});

test('neither kin nor household settles it, nor two of the committee', async () => {
  const linkId = await letThiefIn();
  expect(await object(linkId, thief())).toBe('own-link');
  expect(await object(linkId, town.head(9))).toBe('link-not-found');
  await object(linkId);
  const id = householdId(town, 'v01-5');
  const five = town.engine.get('households', id) as object;
  await town.engine.set('households', id, {
    ...five,
    relativeIds: [householdId(town, 'v01-8')],
  } as never);
  expect(await settle(town.head(5), linkId, true, '是外人')).toBe('near-relative');
  await town.engine.set('households', id, five as never);
  expect(await settle(town.head(3), linkId, true, '是外人')).toBe('ok');
  expect(await settle(town.head(1), linkId, true)).toBe('another-must-agree');
  expect(await settle(town.head(9), linkId, true)).toBe('not-your-job');
});

test('what the town cuts alone is at once, seen, and looked at by a second person', async () => {
  const { linkId } = (await lineOf(town.head(8), testHeadName(8))).link ?? { linkId: '' };
  const line = { villageId: 'v01', householdNumber: 8, name: testHeadName(8) };
  await letThiefIn();
  await town.administrator.must(people.unlinkMember, line);
  expect((await town.head(8).must(people.whoAmI, {})).me).toBeNull();
  const { past } = await thief().must(people.listLinks, {});
  expect(past).toMatchObject([{ name: testHeadName(8), link: { linkId, state: 'cut' } }]);
  expect(await waits(town.administrator)).toEqual([]);
  expect(await waits(town.head(4))).toMatchObject([{ linkId, state: 'cut' }]);
  expect(await settle(town.administrator, linkId, true, '手机丢了')).toBe('another-must-agree');
  expect(await settle(town.head(4), linkId, false, '是本人,弄错了')).toBe('ok');
  // The number of the register proves it again.
  const back = await town.joinHead(1, 8);
  expect((await back.must(people.whoAmI, {})).me).toMatchObject({ householdNumber: 8 });
});

test('whoever is erased is named by no link, and what waited because of them is over', async () => {
  const linkId = await letThiefIn();
  await object(linkId);
  await thief().must(people.eraseMe, {});
  expect(town.engine.get('links', linkId)).toMatchObject({ state: 'ended', personId: null });
  expect(await waits(town.head(3))).toEqual([]);
  expect(await spend()).toBe('ok');
});

test('of who died no link names them, and what waited because of them is over', async () => {
  const linkId = await letThiefIn();
  await object(linkId);
  const memberId = String(town.engine.get('links', linkId)?.memberId);
  const dies = { householdId: householdId(town, 'v01-8'), change: { kind: 'death', memberId } };
  const { lifeEventId } = await town.administrator.must(people.proposeLifeEvent, dies as never);
  await town.head(4).must(people.answerLifeEvent, { lifeEventId, accept: true });
  expect(town.engine.get('links', linkId)).toMatchObject({ state: 'ended', personId: null });
  expect(await waits(town.head(3))).toEqual([]);
  expect(await spend()).toBe('ok');
});

test('who asks to be entered in a household is shown to it', async () => {
  const asked = {
    ...{ villageId: 'v01', name: '新来一', birthYear: 1990, residence: 'newcomer' as const },
    ...{ sinceMonth: '2024-03', householdNumber: 8, namesShown: true },
  };
  await town.as('newcomer').must(people.askToBeEntered, asked);
  const { asking } = await town.head(8).must(people.listLinks, {});
  expect(asking).toEqual([{ name: '新来一', askedDay: town.today() }]);
});

test('the first of two who let in by their number: nobody; by a request: both', async () => {
  const seen = await askToJoin(town, 'of-sixteen');
  await letIn(seen, [town.head(2), town.head(4)]);
  const [link] = town.engine.find('links', { query: { householdId: householdId(town, 'v01-16') } });
  expect(link).toMatchObject({ how: 'let-in', two: [{ as: 'cadre' }, { as: 'supervisor' }] });
});

test('what the village leaves lying is the town’s too', async () => {
  const linkId = await letThiefIn();
  await object(linkId);
  expect(await waits(town.administrator)).toEqual([]);
  town.clock.advanceDays(6);
  await town.timer('jobs', 'escalate-tasks');
  expect(await waits(town.administrator)).toMatchObject([{ linkId }]);
});
