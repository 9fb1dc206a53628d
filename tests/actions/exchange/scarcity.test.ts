import { ulid } from 'ulid';
import { exchange } from '../../../src/contracts';
import { codeOf, type ExchangeTown, goodsOf, openExchange } from './exchange-town';

let town: ExchangeTown;

beforeEach(async () => {
  town = await openExchange();
});

afterEach(async () => {
  town.checkSums();
  await town.engine.close();
});

/** The last one, at its price. */
const last = (points: number) => ({
  ...{ shopId: 'shop-1', lines: [{ goodsId: 'cooker', count: 1 }], points },
});

test('50 orders at once for the last one: one order, the others hear it is gone', async () => {
  await town.addStock('shop-1', goodsOf('cooker', '电压力锅', 260, 1));
  for (let number = 1; number <= 50; number += 1) await town.addHousehold('v1', number, 300);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      town.as(`resident-v1-${index + 1}`).call(exchange.placeOrder, last(260)),
    ),
  );
  const codes = answers.map(codeOf).sort();
  expect(codes).toEqual(['ok', ...Array.from({ length: 49 }, () => 'stock-gone')]);
  expect(town.stock('shop-1', 'cooker')).toMatchObject({ onHand: 1, held: 1 });
  expect(town.all('orders')).toHaveLength(1);
});

test('50 copies of one command have one effect and one answer', async () => {
  await town.addStock('shop-1', goodsOf('cooker', '电压力锅', 5, 60));
  await town.addHousehold('v1', 1, 300);
  const commandId = ulid();
  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      town.as('resident-v1-1').call(exchange.placeOrder, last(5), commandId),
    ),
  );
  const values = new Set(answers.map((answer) => JSON.stringify(answer.ok && answer.value)));
  expect(values.size).toBe(1);
  expect(answers.every((answer) => answer.ok)).toBe(true);
  expect(town.account('v1-1')).toMatchObject({ spendable: 295, held: 5 });
  const other = { ...last(5), lines: [{ goodsId: 'cooker', count: 2 }] };
  const reused = await town.as('resident-v1-1').call(exchange.placeOrder, other, commandId);
  expect(codeOf(reused)).toBe('command-reused');
});

test('50 orders of one household at once never spend more than its purse', async () => {
  await town.addStock('shop-1', goodsOf('cooker', '电压力锅', 7, 100));
  await town.addHousehold('v1', 1, 100);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => town.as('resident-v1-1').call(exchange.placeOrder, last(7))),
  );
  const codes = answers.map(codeOf);
  expect(codes.filter((code) => code === 'ok')).toHaveLength(14);
  expect(codes.filter((code) => code === 'points-not-enough')).toHaveLength(36);
  expect(town.account('v1-1')).toMatchObject({ spendable: 2, held: 98 });
});
