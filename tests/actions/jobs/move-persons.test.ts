import { createSecret } from '../../../cloudfunctions/runtime/secret';
import { registry } from '../../../config/run/registry';
import { exchange, people, points } from '../../../src/contracts';
import { drawIsHonest, drawsOf } from '../../../src/domain/records/panel';
import type { DeedRecord } from '../../../src/domain/records/types';
import { openProofTown, type ProofTown } from '../../proof/town';
import { letTheDrawFall } from '../../support/draw';
import { householdId } from '../../support/household-ids';
import { documentsOf, openTestTown, type TestTown, testSecretText } from '../../support/town';

const newest = 'another secret of the tests, long enough';
const dayMs = 86_400_000;
let before: ProofTown;

/** The same town with its key replaced; the codes of the one before are good until that day. */
function afterRotation(lastDay: string, advanceMs = 0): Promise<TestTown> {
  const nowMs = before.clock.nowMs() + advanceMs;
  return openTestTown({
    ...{ functions: registry, documents: documentsOf(before.engine), nowMs, randomSeed: 7 },
    secret: createSecret(newest, { before: `${lastDay}:${testSecretText}`, nowMs: () => nowMs }),
  });
}

const lookUps = ({ engine }: Pick<TestTown, 'engine'>) =>
  engine.find('persons').map(({ _id }) => _id.slice(0, 4));
const codeOf = async (answer: Promise<{ ok: boolean; error?: { code: string } }>) => {
  const { ok, error } = await answer;
  return ok ? 'ok' : error?.code;
};

beforeEach(async () => {
  before = await openProofTown();
});

test('everybody is found while the key is replaced, and moves within a day', async () => {
  const [oldName] = new Set(lookUps(before));
  const town = await afterRotation('2026-12-31');
  const ask = () => town.as(before.head(8).openid).must(people.whoAmI, {});
  const { me } = await before.head(8).must(people.whoAmI, {});
  expect(await ask()).toMatchObject({ me });
  const idsBefore = town.engine.find('persons').map(({ personId }) => personId);
  town.clock.advanceMs(dayMs);
  expect(await town.timer('jobs', 'tick')).toMatchObject({ ok: true });
  expect(lookUps(town)).not.toContain(oldName);
  expect(new Set(lookUps(town)).size).toBe(1);
  expect(
    town.engine
      .find('persons')
      .map(({ personId }) => personId)
      .sort(),
  ).toEqual([...idsBefore].sort());
  expect(await ask()).toMatchObject({ me });
  // Nobody has to move twice.
  expect(await town.timer('jobs', 'move-persons')).toMatchObject({ value: { done: 0, left: 0 } });
});

test('a code shown before is taken until its day, and dead behind it', async () => {
  const orderId = await before.order(8);
  const { code } = await before.head(8).must(exchange.issuePickupCode, { orderId });
  const scan = (town: TestTown) =>
    codeOf(town.as(before.keeper.openid).call(exchange.openPickup, { code }));
  expect(await scan(await afterRotation('2026-12-31'))).toBe('ok');
  expect(await scan(await afterRotation('2026-10-31'))).toBe('code-not-ours');
});

test('what began under the old key goes on: a panel is drawn, a command is itself', async () => {
  const commandId = before.newId();
  const deed = { itemId: 'errand-for-neighbour', day: before.today(), photos: [] };
  const declared = await before.head(8).must(points.declareDeed, deed, commandId);
  // Long after the codes of the old key have died.
  const town = await afterRotation('2026-10-31');
  const again = await town.as(before.head(8).openid).must(points.declareDeed, deed, commandId);
  expect(again).toEqual(declared);
  const { recordId } = declared;
  await town.as(before.head(2).openid).must(points.checkRecord, { recordId, accept: true });
  await letTheDrawFall(town);
  const read = await town.as(before.head(8).openid).must(points.readRecord, { recordId });
  const { seedHash, draw } = town.engine.get('records', recordId) as unknown as DeedRecord;
  expect(drawIsHonest(seedHash, drawsOf(draw))).toBe(true);
  expect(read.record).toMatchObject({ state: 'waiting-review' });
});

test('books sealed under the old key are sound under the new one', async () => {
  before.clock.advanceDays(1);
  await before.timer('jobs', 'seal-day');
  const town = await afterRotation('2026-10-31', dayMs);
  const asked = { householdId: householdId(town, 'v01-8') };
  const verify = () => town.as(before.head(8).openid).must(points.verifyAccount, asked);
  expect(await verify()).toMatchObject({ sound: true });
  expect(await town.timer('jobs', 'seal-day')).toMatchObject({ ok: true });
  expect(await verify()).toMatchObject({ sound: true });
  expect(town.engine.find('seal-alarms')).toEqual([]);
});

test('without the old key nobody of before is known, and no seal of it counts', async () => {
  before.clock.advanceDays(1);
  await before.timer('jobs', 'seal-day');
  const town = await openTestTown({
    ...{ functions: registry, documents: documentsOf(before.engine), randomSeed: 7 },
    ...{ nowMs: before.clock.nowMs(), secret: createSecret(newest) },
  });
  expect(await town.as(before.head(8).openid).must(people.whoAmI, {})).toMatchObject({ me: null });
});
