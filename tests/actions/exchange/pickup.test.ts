import { ulid } from 'ulid';
import { exchange } from '../../../src/contracts';
import { composeCode, parseCode } from '../../../src/domain/exchange/pickup-code';
import {
  codeOf,
  type ExchangeTown,
  goodsOf,
  messageOf,
  openExchange,
  valueIn,
} from './exchange-town';

let town: ExchangeTown;
let orderId: string;
const second = 1000;

const open = (code: string, keeper = 'keeper-1') =>
  town.as(keeper).call(exchange.openPickup, { code });
const handOver = (keeper = 'keeper-1', id = orderId) =>
  town.as(keeper).call(exchange.handOver, { orderId: id });

async function issue(id = orderId): Promise<string> {
  const answer = await town.as('resident-v1-1').call(exchange.issuePickupCode, { orderId: id });
  return (valueIn(answer) as { code: string }).code;
}

beforeEach(async () => {
  town = await openExchange();
  await town.addHousehold('v1', 1, 40);
  await town.addStock('shop-1', goodsOf('soap', '香皂', 5, 10));
  orderId = await town.place('v1-1', 'soap', 2);
});

afterEach(async () => {
  town.checkSums();
  await town.engine.close();
});

test('scan, confirm, done: points and goods are gone for good', async () => {
  const { answer } = await town.scan(orderId);
  expect(valueIn(answer)).toEqual({ orderId, confirmBeforeMs: town.clock.nowMs + 300 * second });
  expect(valueIn(await handOver())).toEqual({ orderId, state: 'handed-over', householdNumber: 1 });
  expect(town.account('v1-1')).toMatchObject({ spendable: 30, held: 0 });
  expect(town.stock('shop-1', 'soap')).toMatchObject({ onHand: 8, held: 0 });
  const shown = valueIn(await town.as('resident-v1-1').call(exchange.readOrder, { orderId }));
  expect(shown).toMatchObject({ stateLabel: '已取货', next: '11月23日已取走,用了 10 分' });
  const day = valueIn(
    await town.as('keeper-1').call(exchange.listShopOrders, { shopId: 'shop-1' }),
  );
  expect(day).toMatchObject({ handedOverToday: 1, waiting: [], today: [{ orderId }] });
});

test('a code is good for 60 seconds of the server’s clock', async () => {
  const code = await issue();
  town.clock.nowMs += 60 * second - 1;
  expect(codeOf(await open(code))).toBe('ok');
  const late = await issue();
  town.clock.nowMs += 60 * second;
  expect(codeOf(await open(late))).toBe('code-stale');
});

test('a code is taken once, also by the same keeper, also 50 at once', async () => {
  const code = await issue();
  expect(codeOf(await open(code))).toBe('ok');
  expect(codeOf(await open(code))).toBe('code-used');
  expect(codeOf(await open(code, 'keeper-1b'))).toBe('code-used');
  const fresh = await issue();
  expect(codeOf(await open(code))).toBe('code-used');
  const answers = await Promise.all(Array.from({ length: 50 }, () => open(fresh)));
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(new Set(answers.map(codeOf))).toEqual(new Set(['ok', 'code-used']));
  expect(codeOf(await open(code))).toBe('code-used');
});

test('a code that was taken stays taken after the hand-over', async () => {
  const { code } = await town.scan(orderId);
  expect(codeOf(await handOver())).toBe('ok');
  const answer = await open(code, 'keeper-1b');
  expect(codeOf(answer)).toBe('code-used');
  expect(messageOf(answer)).toBe('这个取货码已经扫过了。这张单已经办完了。');
  town.clock.nowMs += 60 * second;
  expect(codeOf(await open(code))).toBe('code-stale');
});

test('taken codes are kept no longer than they would be good', async () => {
  await town.scan(orderId);
  town.clock.nowMs += 59 * second;
  await town.scan(orderId);
  expect(town.order(orderId).usedCodes).toHaveLength(2);
  town.clock.nowMs += 2 * second;
  await town.scan(orderId);
  expect(town.order(orderId).usedCodes).toHaveLength(2);
});

test('the very last goods can be handed over', async () => {
  const lost = { shopId: 'shop-1', goodsId: 'soap', change: -8, reason: 'damaged' };
  await town.as('keeper-1').call(exchange.moveStock, lost);
  await town.scan(orderId);
  expect(codeOf(await handOver())).toBe('ok');
  expect(town.stock('shop-1', 'soap')).toMatchObject({ onHand: 0, held: 0 });
});

test('forged, altered, foreign and nonsense codes are not ours', async () => {
  const real = parseCode(await issue());
  if (!real) throw new Error('the code is readable');
  const otherOrder = await town.place('v1-1', 'soap', 1);
  const flipped = (real.signature[0] === '0' ? '1' : '0') + real.signature.slice(1);
  const forged = [
    composeCode({ ...real, signature: flipped }),
    composeCode({ ...real, issuedAtMs: real.issuedAtMs + 1 }),
    composeCode({ ...real, nonce: '00000000' }),
    composeCode({ ...real, orderId: otherOrder }),
    composeCode({ ...real, orderId: ulid() }),
    composeCode({ ...real, signature: real.signature.slice(0, 16) }),
    `${composeCode(real)}0`,
    'https://example.com/',
    'JF.H.v1-1.0123456789abcdef',
    'JF1....',
  ];
  for (const code of forged)
    expect([code, codeOf(await open(code))]).toEqual([code, 'code-not-ours']);
  expect(codeOf(await open('x'.repeat(201)))).toBe('input-invalid');
  expect(town.order(orderId).scan).toBeNull();
  expect(codeOf(await open(composeCode(real)))).toBe('ok');
});

test('a keeper of another shop hears which shop it is for', async () => {
  const answer = await open(await issue(), 'keeper-2');
  expect(codeOf(answer)).toBe('other-shop');
  expect(messageOf(answer)).toContain('一嘎查超市');
  expect(codeOf(await handOver('keeper-2'))).toBe('not-yours');
});

test('only keepers scan and hand over', async () => {
  const code = await issue();
  expect(codeOf(await open(code, 'resident-v1-1'))).toBe('not-your-job');
  expect(codeOf(await handOver('resident-v1-1'))).toBe('not-your-job');
  expect(codeOf(await handOver('town'))).toBe('not-your-job');
});

test('no hand-over without this keeper’s scan of the last five minutes', async () => {
  expect(codeOf(await handOver())).toBe('scan-first');
  await town.scan(orderId);
  expect(codeOf(await handOver('keeper-1b'))).toBe('being-handed-over');
  town.clock.nowMs += 300 * second;
  expect(codeOf(await handOver())).toBe('scan-first');
  await town.scan(orderId);
  town.clock.nowMs += 300 * second - 1;
  expect(codeOf(await handOver())).toBe('ok');
});

describe('while a scan stands', () => {
  const cancel = () => town.as('resident-v1-1').call(exchange.cancelOrder, { orderId });
  const cancelForShop = (keeper: string) =>
    town.as(keeper).call(exchange.cancelForShop, { orderId, reason: '没有货' });
  const shown = async (as: string) =>
    valueIn(await town.as(as).call(exchange.readOrder, { orderId }));

  test('nobody but its keeper ends the order, and each hears until when', async () => {
    await town.scan(orderId);
    const answers = [await cancel(), await cancelForShop('keeper-1b'), await handOver('keeper-1b')];
    expect(answers.map(codeOf)).toEqual(Array(3).fill('being-handed-over'));
    for (const answer of answers) expect(messageOf(answer)).toMatch(/\d\d:\d\d以后/);
    expect(await shown('resident-v1-1')).toMatchObject({
      next: expect.stringContaining('正在交货'),
      offered: [{ action: 'issue-pickup-code' }],
    });
    expect(await shown('keeper-1b')).toMatchObject({ offered: [] });
    expect(town.account('v1-1')).toMatchObject({ spendable: 30, held: 10 });
    town.clock.nowMs += 300 * second - 1;
    expect(codeOf(await cancel())).toBe('being-handed-over');
    town.clock.nowMs += 1;
    expect(await shown('resident-v1-1')).toMatchObject({
      offered: [{ action: 'issue-pickup-code' }, { action: 'cancel-order' }],
    });
    expect(codeOf(await cancel())).toBe('ok');
  });

  test('its keeper may also give the points back', async () => {
    await town.scan(orderId);
    expect(codeOf(await cancelForShop('keeper-1'))).toBe('ok');
    expect(town.account('v1-1')).toMatchObject({ spendable: 40, held: 0 });
  });

  test('midnight passes: the keeper hands over, the timer waits and comes again', async () => {
    const other = await town.place('v1-1', 'soap', 1);
    const { expiresAtMs } = town.order(orderId);
    town.clock.nowMs = expiresAtMs - 60 * second;
    await town.scan(orderId);
    await town.scan(other);
    town.clock.nowMs = expiresAtMs;
    expect(valueIn(await town.timer())).toEqual({ done: 0, left: 2 });
    expect(codeOf(await cancelForShop('keeper-1b'))).toBe('wrong-state');
    expect(codeOf(await handOver())).toBe('ok');
    town.clock.nowMs += 240 * second;
    expect(valueIn(await town.timer())).toEqual({ done: 1, left: 0 });
    expect(town.order(other).state).toBe('expired');
    expect(town.order(orderId).state).toBe('handed-over');
  });
});

test('two keepers, one order: the goods leave once', async () => {
  await town.scan(orderId, 'keeper-1');
  const second = await town.scan(orderId, 'keeper-1b');
  expect(codeOf(second.answer)).toBe('being-handed-over');
  const answers = await Promise.all([handOver('keeper-1'), handOver('keeper-1b')]);
  expect(answers.map(codeOf).sort()).toEqual(['being-handed-over', 'ok']);
  expect(codeOf(await handOver('keeper-1b'))).toBe('wrong-state');
  expect(town.stock('shop-1', 'soap')).toMatchObject({ onHand: 8 });
});

test('50 hand-overs of one command are one, 50 of different commands are one', async () => {
  await town.scan(orderId);
  const commandId = ulid();
  const same = await Promise.all(
    Array.from({ length: 50 }, () =>
      town.as('keeper-1').call(exchange.handOver, { orderId }, commandId),
    ),
  );
  expect(new Set(same.map(codeOf))).toEqual(new Set(['ok']));
  const others = await Promise.all(Array.from({ length: 10 }, () => handOver()));
  expect(new Set(others.map(codeOf))).toEqual(new Set(['wrong-state']));
  expect(town.account('v1-1')).toMatchObject({ spendable: 30, held: 0 });
});

test('a keeper does not serve the own household', async () => {
  await town.addPerson('resident-v1-1', 'v1-1', [
    town.role('resident', 'v1'),
    town.role('keeper', 'shop-1'),
  ]);
  const { answer } = await town.scan(orderId, 'resident-v1-1');
  expect(codeOf(answer)).toBe('own-household');
  expect(messageOf(answer)).toBe('这是您自己家的单,不能自己交货。请店里另一位来交。');
  expect(codeOf(await handOver('resident-v1-1'))).toBe('own-household');
  await town.scan(orderId, 'keeper-1b');
  expect(codeOf(await handOver('keeper-1b'))).toBe('ok');
});

test('goods lost before hand-over: nothing changes, the keeper gives points back', async () => {
  const lost = { shopId: 'shop-1', goodsId: 'soap', change: -9, reason: 'lost' };
  await town.as('keeper-1').call(exchange.moveStock, lost);
  await town.scan(orderId);
  const answer = await handOver();
  expect(codeOf(answer)).toBe('stock-gone');
  expect(messageOf(answer)).toContain('货交不了,退分');
  expect(town.order(orderId).state).toBe('placed');
  const back = await town
    .as('keeper-1')
    .call(exchange.cancelForShop, { orderId, reason: '香皂受潮坏了' });
  expect(valueIn(back)).toEqual({ orderId, state: 'shop-cancelled' });
  expect(town.account('v1-1')).toMatchObject({ spendable: 40, held: 0 });
  expect(town.stock('shop-1', 'soap')).toMatchObject({ onHand: 1, held: 0 });
  const shown = valueIn(await town.as('resident-v1-1').call(exchange.readOrder, { orderId }));
  expect(shown).toMatchObject({ next: '11月23日店里交不了货(香皂受潮坏了),10 分已退回' });
});

test('an ended order shows no code and takes none', async () => {
  const code = await issue();
  await town.as('resident-v1-1').call(exchange.cancelOrder, { orderId });
  const again = await town.as('resident-v1-1').call(exchange.issuePickupCode, { orderId });
  expect(codeOf(again)).toBe('wrong-state');
  expect(codeOf(await open(code))).toBe('wrong-state');
});
