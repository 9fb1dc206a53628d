import { town as contracts, points } from '../../../src/contracts';
import type { InputOf } from '../../../src/contracts/contract';
import type { SealAlarm } from '../../../src/domain/seals/types';
import { householdId } from '../../support/household-ids';
import type { TestActor } from '../../support/town';
import { codeOf, messageOf, openPointsTown, type PointsTown } from './points-town';

type Outcome = InputOf<typeof points.settleSealAlarm>['outcome'];

const [cadre, supervisor, otherSupervisor] = [2, 4, 6];
let town: PointsTown;
const villageId = 'v01';

async function sealNextDay(): Promise<void> {
  town.clock.advanceDays(1);
  expect(codeOf(await town.timer('jobs', 'seal-day'))).toBe('ok');
}

/** Household 13 gets a head that its chain does not lead to. */
async function forgeAccount(): Promise<() => Promise<unknown>> {
  const before = town.account(13);
  await town.engine.set('accounts', householdId(town, 'v01-13'), {
    ...before,
    headHash: 'f'.repeat(64),
  });
  return () => town.engine.set('accounts', householdId(town, 'v01-13'), { ...before });
}

const daysSealed = () =>
  town.engine.find('seals', { query: { villageId } }).map(({ day }) => String(day));
const alarms = () => town.engine.find('seal-alarms') as unknown as SealAlarm[];
const board = async (as = town.head(9)) => (await as.must(points.readBoard, { villageId })).alarm;
const overview = async () => {
  const { villages } = await town.administrator.must(contracts.readOverview, {});
  return villages.find((each) => each.villageId === villageId)?.alarm ?? null;
};
const sign = (as: { call: typeof town.administrator.call }, outcome: Outcome, number = 1) =>
  as.call(points.settleSealAlarm, { villageId, number, outcome });
const grant = (householdNumber: number, role: 'supervisor' | 'town-admin') => {
  const place = role === 'supervisor' ? villageId : 'town';
  return town.appoint({ householdNumber, role, place });
};

beforeEach(async () => {
  town = await openPointsTown();
  await sealNextDay();
});

test('books that do not go on from the seal wait; board and town say who comes next', async () => {
  await forgeAccount();
  await sealNextDay();
  expect(daysSealed()).toHaveLength(1);
  expect(alarms()).toMatchObject([
    {
      number: 1,
      state: 'open',
      badSealDay: null,
      householdIds: [householdId(town, 'v01-13')],
      signatures: [],
    },
  ]);
  // The other village is sealed all the same.
  expect(town.engine.find('seals', { query: { villageId: 'v02' } })).toHaveLength(2);
  expect(await board()).toMatchObject({ number: 1, households: 1, householdNumbers: [] });
  expect((await board(town.head(supervisor)))?.householdNumbers).toEqual([13]);
  const seen = await overview();
  expect(seen?.says).toBe(
    '11月4日起账本没有留底:1 户的账和上次留底的对不上。' +
      '要村务监督委员会和镇里各一个人查清签字,之后再接着留底。',
  );
  await sealNextDay();
  expect(alarms()).toHaveLength(1);
});

test('one of the supervisors and one of the town settle it, in either order', async () => {
  const restore = await forgeAccount();
  await sealNextDay();
  expect(codeOf(await sign(town.head(cadre), 'kept'))).toBe('not-your-job');
  expect(codeOf(await sign(town.head(13), 'kept'))).toBe('not-your-job');
  const first = await town.administrator.must(points.settleSealAlarm, {
    ...{ villageId, number: 1, outcome: 'restored' },
  });
  expect(first).toEqual({ villageId, number: 1, settled: false });
  expect((await overview())?.says).toContain('镇里已签字,还等村务监督委员会的人查清签字');
  // Alone the town signs as often as it likes.
  expect(codeOf(await sign(town.administrator, 'restored'))).toBe('ok');
  expect((await board())?.signedBy).toEqual(['town']);
  await restore();
  expect(await sign(town.head(supervisor), 'restored')).toMatchObject({ value: { settled: true } });
  expect([await board(), await overview()]).toEqual([null, null]);
  expect(codeOf(await sign(town.head(supervisor), 'restored'))).toBe('alarm-not-open');
  await sealNextDay();
  expect(daysSealed()).toHaveLength(2);
  const verdict = await town
    .head(13)
    .must(points.verifyAccount, { householdId: householdId(town, 'v01-13') });
  expect(verdict).toMatchObject({ sound: true });
});

test('said to be restored and not restored, the next seal refuses again', async () => {
  await forgeAccount();
  await sealNextDay();
  for (const one of [town.administrator, town.head(supervisor)]) await sign(one, 'restored');
  await sealNextDay();
  expect(daysSealed()).toHaveLength(1);
  expect(alarms().map(({ number, state }) => [number, state])).toEqual([
    [1, 'settled'],
    [2, 'open'],
  ]);
});

test('what two people let stand is sealed, and every check still tells it', async () => {
  await forgeAccount();
  await sealNextDay();
  for (const one of [town.administrator, town.head(supervisor)]) await sign(one, 'kept');
  await sealNextDay();
  await sealNextDay();
  expect(daysSealed()).toHaveLength(3);
  const verify = (number: number) =>
    town
      .head(number)
      .must(points.verifyAccount, { householdId: householdId(town, `v01-${number}`) });
  expect(await verify(13)).toMatchObject({ sound: false });
  const other = await verify(14);
  expect(other.sound).toBe(true);
  expect(other.message).toContain('11月5日 的留底是两个人查账签字后接着做的');
});

test('a settlement that only the database says is none', async () => {
  await forgeAccount();
  await sealNextDay();
  const [found] = town.engine.find('seal-alarms');
  const signatures = ['town', 'supervisor'].map((side) => ({
    ...{ side, personId: side, outcome: 'kept', atMs: 1 },
  }));
  const forged = { ...found, state: 'settled', signatures, signature: 'f'.repeat(64) };
  await town.engine.set('seal-alarms', String(found?._id), forged);
  await sealNextDay();
  expect(daysSealed()).toHaveLength(1);
  expect(alarms().map(({ state }) => state)).toEqual(['settled', 'open']);
});

test('nobody settles it alone, about their own books, or against what the other said', async () => {
  await grant(13, 'supervisor');
  for (const number of [supervisor, cadre]) await grant(number, 'town-admin');
  await forgeAccount();
  await sealNextDay();
  expect(await board(town.head(13))).toMatchObject({ householdNumbers: [13] });
  expect(codeOf(await sign(town.head(13), 'kept'))).toBe('own-household');
  expect(codeOf(await sign(town.head(cadre), 'kept'))).toBe('committee-may-not-settle');
  // Of both sides, and still one person.
  expect(codeOf(await sign(town.head(supervisor), 'kept'))).toBe('ok');
  expect(await sign(town.head(supervisor), 'kept')).toMatchObject({ value: { settled: false } });
  const second = await sign(town.head(otherSupervisor), 'kept');
  expect(codeOf(second)).toBe('other-side-needed');
  expect(messageOf(second)).toBe('村务监督委员会已经有人签了,还要镇里的另一个人来签。');
  const differs = await sign(town.administrator, 'restored');
  expect(codeOf(differs)).toBe('outcomes-differ');
  expect(messageOf(differs)).toContain('查清了,按现在的账往下记');
  expect(await sign(town.head(supervisor), 'restored')).toMatchObject({
    value: { settled: false },
  });
  expect(await sign(town.administrator, 'restored')).toMatchObject({ value: { settled: true } });
  expect(codeOf(await sign(town.administrator, 'kept', 2))).toBe('alarm-not-found');
});

test('whoever may settle it finds it in their list, with what the first one signed', async () => {
  const list = async (as: TestActor) =>
    (await as.must(points.listSealAlarms, as === town.administrator ? {} : { villageId })).alarms;
  const neighbour = await town.joinHead(2, 6);
  expect(await list(town.head(supervisor))).toEqual([]);
  await forgeAccount();
  await sealNextDay();
  expect(codeOf(await neighbour.call(points.listSealAlarms, { villageId }))).toBe('not-yours');
  expect(await neighbour.must(points.listSealAlarms, { villageId: 'v02' })).toEqual({ alarms: [] });
  expect(await list(town.head(supervisor))).toEqual([
    {
      ...{ villageId, villageName: '试一嘎查', number: 1, day: town.today(), households: 1 },
      ...{ householdNumbers: [13], badSealDay: null, signedBy: [] },
      ...{ outcome: null, signedByMe: false },
    },
  ]);
  for (const one of [town.head(cadre), town.head(13), town.as('somebody')]) {
    const refused = codeOf(await one.call(points.listSealAlarms, { villageId }));
    expect(['not-your-job', 'join-first']).toContain(refused);
  }
  await sign(town.administrator, 'kept');
  const signed = { signedBy: ['town'], outcome: 'kept' };
  expect(await list(town.administrator)).toMatchObject([{ ...signed, signedByMe: true }]);
  expect(await list(town.head(supervisor))).toMatchObject([{ ...signed, signedByMe: false }]);
  await sign(town.head(supervisor), 'kept');
  expect(await list(town.administrator)).toEqual([]);
});

test('a household hears that the books are looked into, and its points go on', async () => {
  const own = async () => (await town.head(14).must(points.readAccount, {})).booksCheckedSince;
  expect(await own()).toBeNull();
  const recordId = await town.onNotice(14);
  await forgeAccount();
  await sealNextDay();
  const since = town.today();
  town.clock.advanceDays(6);
  expect(await own()).toBe(since);
  const before = town.account(14).spendable;
  expect(await town.closeNotices()).toEqual({ done: 1, left: 0 });
  expect(town.record(recordId).state).toBe('posted');
  expect(town.account(14).honour).toBeGreaterThan(100);
  expect(town.account(14).spendable).toBeGreaterThanOrEqual(before);
  for (const one of [town.administrator, town.head(supervisor)]) await sign(one, 'kept');
  expect(await own()).toBeNull();
});
