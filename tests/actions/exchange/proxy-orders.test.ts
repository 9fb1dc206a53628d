import { exchange, people, points } from '../../../src/contracts';
import { codeOf, openProxyTown, type ProxyTown } from '../people/proxy-town';

let town: ProxyTown;
const counter = 13;
beforeEach(async () => {
  town = await openProxyTown();
});

const open = (orderId: string, proxyId: string, keeper = counter) =>
  codeOf(town.head(keeper), exchange.openPickupByCard, { orderId, proxyId });
const give = (orderId: string, keeper = counter) =>
  codeOf(town.head(keeper), exchange.handOver, { orderId });
const end = (helper: number, proxyId: string) =>
  town.head(helper).must(people.endProxy, { proxyId });
const scanned = async (orderId: string, helper: number, proxyId: string) => {
  const { code } = await town.head(helper).must(exchange.issuePickupCode, { orderId, proxyId });
  return codeOf(town.keeper, exchange.openPickup, { code });
};

test('the card and its PIN at the counter: what the household ordered is handed over', async () => {
  await town.setPin(9);
  const orderId = await town.order(9);
  const proxyId = await town.beginWithPin(counter, 9);
  expect(await open(orderId, proxyId)).toBe('ok');
  expect(await give(orderId)).toBe('ok');
  expect(town.document('orders', orderId)).toMatchObject({ state: 'handed-over' });
});

test('the card without the PIN: a second person, and not the card alone', async () => {
  const orderId = await town.order(9);
  const asked = await town.begin(counter, 9);
  expect(await open(orderId, asked)).toBe('proxy-over');
  await town.head(8).must(people.confirmProxy, { proxyId: asked });
  expect(await open(orderId, asked)).toBe('ok');
  expect(await give(orderId)).toBe('ok');
});

test('the card of one household opens nothing of another, nor after its time', async () => {
  const [theirs, elses] = [await town.order(9), await town.order(10)];
  const proxyId = await town.begin(counter, 9, 8);
  expect(await open(elses, proxyId)).toBe('not-of-this-card');
  town.clock.advanceMs(30 * 60_000);
  expect(await open(theirs, proxyId)).toBe('proxy-over');
});

test('whoever ordered with the PIN does not hand it over alone, with it once more', async () => {
  await town.setPin(9);
  const proxyId = await town.beginWithPin(counter, 9);
  const orderId = await town.orderFor(counter, proxyId);
  expect(await open(orderId, proxyId)).toBe('three-must-stand');
  // Nor by a code that they show themselves on another phone.
  expect(await scanned(orderId, counter, proxyId)).toBe('three-must-stand');
  await end(counter, proxyId);
  const before = await town.begin(counter, 9, 8);
  expect(await open(orderId, before)).toBe('ok');
  expect(await give(orderId)).toBe('ok');
});

test('a friend at the counter who confirmed the ordering does not hand it over', async () => {
  const proxyId = await town.begin(2, 9, counter);
  const orderId = await town.orderFor(2, proxyId);
  expect(await scanned(orderId, 2, proxyId)).toBe('three-must-stand');
  await end(2, proxyId);
  // Nor does the cadre stand behind it a second time.
  const again = await town.begin(counter, 9, 2);
  expect(await open(orderId, again)).toBe('three-must-stand');
  await end(counter, again);
  const other = await town.begin(counter, 9, 10);
  expect(await open(orderId, other)).toBe('ok');
  expect(await give(orderId)).toBe('ok');
});

test('a cadre fetches what they ordered, from a keeper who had no part in it', async () => {
  const proxyId = await town.begin(2, 9, 8);
  const orderId = await town.orderFor(2, proxyId);
  expect(await scanned(orderId, 2, proxyId)).toBe('ok');
  expect(await give(orderId)).toBe('ok');
});

test('the scan of a card does not pass for a later code: each stands for itself', async () => {
  await town.setPin(9);
  const placed = await town.beginWithPin(counter, 9);
  const orderId = await town.orderFor(counter, placed);
  await end(counter, placed);
  const witnessed = await town.begin(counter, 9, 8);
  expect(await open(orderId, witnessed)).toBe('ok');
  await end(counter, witnessed);
  const cadres = await town.begin(2, 9, 8);
  expect(await scanned(orderId, 2, cadres)).toBe('three-must-stand');
});

test('a keeper collects nothing for their own house, nor a frozen one', async () => {
  const own = await town.order(counter);
  expect(await codeOf(town.keeper, people.beginProxy, { cardText: town.cardOf(counter) })).toBe(
    'own-household',
  );
  const orderId = await town.order(9);
  const proxyId = await town.begin(counter, 9, 8);
  expect(await open(own, proxyId)).toBe('not-of-this-card');
  await town.head(9).must(people.freezeSpending, {});
  expect(await open(orderId, proxyId)).toBe('ok');
  expect(await give(orderId)).toBe('spending-frozen');
});

test('the household reads on statement and order that somebody ordered for it', async () => {
  const proxyId = await town.begin(2, 9, 8);
  const orderId = await town.orderFor(2, proxyId);
  const { lines } = await town.head(9).must(points.readStatement, {});
  expect(lines[0]?.title).toContain('(村干部代办)');
  const { next } = await town.head(9).must(exchange.readOrder, { orderId });
  expect(next).toContain('。村干部代办');
  await town.head(2).must(exchange.cancelOrder, { orderId, proxyId });
  expect(town.document('orders', orderId)).toMatchObject({ state: 'cancelled' });
});
