import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ulid } from 'ulid';
import { type CloudClient, connect } from '../../config/run/cloud-client';
import { cloudOptions } from '../../config/run/cloud-options';
import { buildCast } from '../../config/run/sample';
import { seedHistory } from '../../config/run/seed/history';
import { seedTownship, storyVillageNumber } from '../../config/run/seed/township';
import { type Cloud, startCloud } from '../../local-cloud';
import { exchange, points } from '../../src/contracts';

/** Through the built functions and the real SDK, where conflicts are those of the wire. */
const copies = 50;
const secrets = { jifenSecret: 'scarcity-secret-'.repeat(3), foundingSecret: 'scarcity' };
const dataDirectory = mkdtempSync(path.join(tmpdir(), 'jifen-scarcity-'));
let cloud: Cloud;
let client: CloudClient;
let shopId: string;
const cast = () => buildCast(villages, storyVillageNumber);
let villages: Awaited<ReturnType<typeof seedTownship>>['villages'];

beforeAll(async () => {
  cloud = await startCloud({ ...cloudOptions(secrets), port: 0, dataDirectory });
  client = connect(cloud.url);
  const startedAtMs = await client.nowMs();
  const { foundingSecret } = secrets;
  const villageNumbers = [storyVillageNumber];
  const say = () => undefined;
  const township = await seedTownship({ client, foundingSecret, villageNumbers, startedAtMs, say });
  await seedHistory(client, township, startedAtMs);
  villages = township.villages;
  shopId = township.shops[0]?.shopId ?? '';
}, 120_000);

afterAll(async () => {
  await cloud.stop();
  rmSync(dataDirectory, { recursive: true, force: true });
});

async function shelf(goodsId: string) {
  const { stock } = await client.as(cast().keeper.openid).must(exchange.readStock, { shopId });
  const line = stock.find((each) => each.goodsId === goodsId);
  return { onHand: line?.onHand, held: line?.held };
}

async function leave(goodsId: string, count: number): Promise<void> {
  const { onHand = 0 } = await shelf(goodsId);
  const change = count - onHand;
  const move = { shopId, goodsId, change, reason: 'counted' as const };
  await client.as(cast().keeper.openid).must(exchange.moveStock, move);
}

function codes(answers: { ok: boolean; error?: { code: string } }[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const answer of answers) {
    const code = answer.ok ? 'ok' : (answer.error?.code ?? '?');
    counted[code] = (counted[code] ?? 0) + 1;
  }
  return counted;
}

test('50 orders at once for the last piece give one order', async () => {
  await leave('salt', 1);
  const resident = client.as(cast().resident.openid);
  const before = await resident.must(points.readAccount, {});
  const order = { shopId, lines: [{ goodsId: 'salt', count: 1 }], points: 5 };
  const answers = await Promise.all(
    Array.from({ length: copies }, () => resident.call(exchange.placeOrder, order)),
  );
  expect(codes(answers)).toEqual({ ok: 1, 'stock-gone': copies - 1 });
  expect(await shelf('salt')).toEqual({ onHand: 1, held: 1 });
  const after = await resident.must(points.readAccount, {});
  expect([after.held - before.held, before.spendable - after.spendable]).toEqual([5, 5]);
}, 60_000);

test('50 copies of one command give one effect and one answer', async () => {
  await leave('soap', 40);
  const resident = client.as(cast().resident.openid);
  const before = await resident.must(points.readAccount, {});
  const order = { shopId, lines: [{ goodsId: 'soap', count: 1 }], points: 5 };
  const commandId = ulid();
  const answers = await Promise.all(
    Array.from({ length: copies }, () => resident.call(exchange.placeOrder, order, commandId)),
  );
  expect(codes(answers)).toEqual({ ok: copies });
  const orderIds = new Set(answers.map((answer) => (answer.ok ? answer.value.orderId : '')));
  expect([...orderIds]).toEqual([commandId]);
  expect(await shelf('soap')).toEqual({ onHand: 40, held: 1 });
  const after = await resident.must(points.readAccount, {});
  expect(before.spendable - after.spendable).toBe(5);
  const other = { shopId, lines: [{ goodsId: 'soap', count: 2 }], points: 10 };
  const reused = await resident.call(exchange.placeOrder, other, commandId);
  expect(codes([reused])).toEqual({ 'command-reused': 1 });
}, 60_000);
