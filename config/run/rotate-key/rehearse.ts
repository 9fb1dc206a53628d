import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createSecret } from '../../../cloudfunctions/runtime/secret';
import { type Cloud, startCloud } from '../../../local-cloud';
import { exchange, people, points } from '../../../src/contracts';
import { composeCode, signedText } from '../../../src/domain/exchange/pickup-code';
import { addDays, dayInWords, dayOf, startOfDayMs } from '../../../src/domain/kernel/time';
import { type CloudClient, connect } from '../cloud-client';
import { cloudOptions } from '../cloud-options';
import { copyOfTownWithHistory, sampleSecrets } from '../pictures/sample-cloud';
import { buildCast, buildSampleTown, buildShops, type SampleCast, sampleSeed } from '../sample';
import { letTheDrawFall } from '../seed/carry';
import { storyVillageNumber } from '../seed/township';
import { holds, same } from '../story/check';

type Stage = { cloud: Cloud; client: CloudClient; cast: SampleCast; shopId: string };
type Tell = (line: string) => void;

const daysOfOldCodes = 7;

/** The town in its folder, under these keys. */
async function withKeys<T>(
  dataDirectory: string,
  keys: { newest: string; before: string },
  work: (stage: Stage) => Promise<T>,
  clockOffsetMs = 0,
): Promise<T> {
  const options = cloudOptions({ ...sampleSecrets, jifenSecret: keys.newest });
  const environment = { ...options.environment, JIFEN_SECRETS_BEFORE: keys.before };
  const cloud = await startCloud({
    ...{ ...options, environment, port: 0, dataDirectory, clockOffsetMs },
    maximumWorkersPerFunction: 1,
  });
  try {
    const villages = buildSampleTown(sampleSeed);
    const cast = buildCast(villages, storyVillageNumber);
    const shops = buildShops(villages);
    const shop = shops.find(({ keeper }) => keeper.villageId === cast.cadre.villageId);
    return await work({ cloud, client: connect(cloud.url), cast, shopId: shop?.shopId ?? '' });
  } finally {
    await cloud.stop();
  }
}

const openids = ({ cloud }: Stage) => cloud.engine.find('persons').map(({ openid }) => `${openid}`);

/** What each person is to the town, by openid: that is what a new key must not change. */
async function everybody(stage: Stage): Promise<string[]> {
  const all = openids(stage).sort();
  const known: string[] = [];
  for (const openid of all) {
    const { me, roles } = await stage.client.as(openid).must(people.whoAmI, {});
    known.push(JSON.stringify([openid, me, roles]));
  }
  return known;
}

async function order({ client, cast, shopId }: Stage): Promise<string> {
  const resident = client.as(cast.resident.openid);
  const { goods } = await resident.must(exchange.listGoods, { shopId });
  const price = goods.find(({ goodsId }) => goodsId === 'soap')?.points ?? 0;
  const lines = [{ goodsId: 'soap', count: 1 }];
  return (await resident.must(exchange.placeOrder, { shopId, lines, points: price })).orderId;
}

/** As it stands on a household's screen, under the key that was replaced. */
async function oldCode({ client, shopId }: Stage, orderId: string, secret: string) {
  const issuedAtMs = await client.nowMs();
  const unsigned = { orderId, issuedAtMs, nonce: randomBytes(4).toString('hex') };
  const signature = createSecret(secret).sign('pickup', signedText(unsigned, shopId), 32);
  return composeCode({ ...unsigned, signature });
}

async function booksAreSound({ client, cast }: Stage): Promise<void> {
  const resident = client.as(cast.resident.openid);
  const { me } = await resident.must(people.whoAmI, {});
  const asked = { householdId: me?.householdId ?? '' };
  const { sound, message } = await resident.must(points.verifyAccount, asked);
  holds(sound, message);
}

type Begun = { known: string[]; orderId: string; recordId: string };

async function before(stage: Stage): Promise<Begun> {
  const { client, cast } = stage;
  await client.timer('seal-day');
  const orderId = await order(stage);
  const day = dayOf(await client.nowMs());
  const deed = { itemId: 'errand-for-neighbour', day, photos: [] };
  const { recordId } = await client.as(cast.resident.openid).must(points.declareDeed, deed);
  return { known: await everybody(stage), orderId, recordId };
}

async function after(stage: Stage, begun: Begun, old: string, tell: Tell): Promise<void> {
  const { client, cast, cloud } = stage;
  same(await everybody(stage), begun.known, '换密钥以后认出的人');
  tell(`✓ ${begun.known.length} 个人都还认得,职务没变`);
  const keeper = client.as(cast.keeper.openid);
  await keeper.must(exchange.openPickup, { code: await oldCode(stage, begun.orderId, old) });
  await keeper.must(exchange.handOver, { orderId: begun.orderId });
  tell('✓ 换之前下的单、换之前出示的取货码,交了货');
  const { recordId } = begun;
  await client.as(cast.secondCadre.openid).must(points.checkRecord, { recordId, accept: true });
  await booksAreSound(stage);
  tell('✓ 换之前的留底还对得上');
  await letTheDrawFall(client);
  const { record } = await client.as(cast.secondCadre.openid).must(points.readRecord, { recordId });
  same(record.state, 'waiting-review', '抽签后的状态');
  tell('✓ 换之前报的好事,核对通过,第二天早上按先说定的种子抽了评议员');
  const { left } = await client.timer('move-persons');
  same(left, 0, '还没移到新密钥下的人');
  const names = new Set(cloud.engine.find('persons').map(({ keyId }) => keyId));
  same(names.size, 1, '还用着的密钥');
  await client.timer('seal-day');
  await booksAreSound(stage);
  same(await everybody(stage), begun.known, '移过以后认出的人');
  tell('✓ 过了一夜,人都移到了新密钥下,又留底了一天,账本对得上');
}

async function whenCodesAreDead(stage: Stage, lastDay: string, old: string, tell: Tell) {
  const { client, cast } = stage;
  const nowMs = await client.nowMs();
  await client.advance(startOfDayMs(addDays(lastDay, 1)) - nowMs);
  const orderId = await order(stage);
  const code = await oldCode(stage, orderId, old);
  const scan = await client.as(cast.keeper.openid).call(exchange.openPickup, { code });
  same(scan.ok ? 'ok' : scan.error.code, 'code-not-ours', '旧密钥的取货码');
  tell(`✓ ${dayInWords(lastDay)} 过后,旧密钥的码不认了`);
  await booksAreSound(stage);
  tell('✓ 旧密钥只用来对以前的账本,还对得上');
}

/**
 * Replaces the secret of a copy of the sample town and lives through it: nobody is locked out, old
 * codes die on the day said, what runs goes on.
 * @throws StoryBroken with the first thing that does not hold
 */
export async function rehearse(tell: Tell): Promise<void> {
  const dataDirectory = await copyOfTownWithHistory();
  try {
    const old = sampleSecrets.jifenSecret;
    const newest = randomBytes(48).toString('base64url');
    const begun = await withKeys(dataDirectory, { newest: old, before: '' }, before);
    const lastDay = addDays(dayOf(Date.now()), daysOfOldCodes);
    const keys = { newest, before: `${lastDay}:${old}` };
    await withKeys(dataDirectory, keys, async (stage) => {
      await after(stage, begun, old, tell);
      await whenCodesAreDead(stage, lastDay, old, tell);
    });
    const alone = { newest, before: '' };
    await withKeys(dataDirectory, alone, async (stage) => {
      same(await everybody(stage), begun.known, '去掉旧密钥以后认出的人');
    });
    tell('✓ 去掉旧密钥,人也都还认得(以前的留底要靠它对,所以不去掉)');
  } finally {
    await rm(dataDirectory, { recursive: true, force: true });
  }
}
