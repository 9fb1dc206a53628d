import { ulid } from 'ulid';
import { exchange, points } from '../../src/contracts';
import { openTestCloud, type TestCloud } from '../support/test-cloud';

/** Through the built functions and the real SDK, where conflicts are those of the wire. */
const copies = 50;
let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openTestCloud({ history: true });
}, 120_000);

afterAll(() => cloud.stop());

const as = (who: 'keeper' | 'resident') => cloud.client.as(cloud.cast[who].openid);

async function shelf(goodsId: string) {
  const { stock } = await as('keeper').must(exchange.readStock, { shopId: cloud.shopId });
  const line = stock.find((each) => each.goodsId === goodsId);
  return { onHand: line?.onHand, held: line?.held };
}

async function leave(goodsId: string, count: number): Promise<void> {
  const { onHand = 0 } = await shelf(goodsId);
  const change = count - onHand;
  const move = { shopId: cloud.shopId, goodsId, change, reason: 'counted' as const };
  await as('keeper').must(exchange.moveStock, move);
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
  const resident = as('resident');
  const before = await resident.must(points.readAccount, {});
  const order = { shopId: cloud.shopId, lines: [{ goodsId: 'salt', count: 1 }], points: 5 };
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
  const resident = as('resident');
  const before = await resident.must(points.readAccount, {});
  const order = { shopId: cloud.shopId, lines: [{ goodsId: 'soap', count: 1 }], points: 5 };
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
  const other = { shopId: cloud.shopId, lines: [{ goodsId: 'soap', count: 2 }], points: 10 };
  const reused = await resident.call(exchange.placeOrder, other, commandId);
  expect(codes([reused])).toEqual({ 'command-reused': 1 });
}, 60_000);
