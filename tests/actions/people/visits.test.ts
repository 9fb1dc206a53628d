import { exchange, people, points } from '../../../src/contracts';
import { stumblingTowns } from '../../support/stumbling-towns';
import { headOpenid } from '../../support/town';
import { codeOf, openProxyTown, type ProxyTown } from './proxy-town';

let town: ProxyTown;
beforeEach(async () => {
  town = await openProxyTown();
});

const newCard = (household: number) =>
  town.head(2).must(people.reissueCard, { householdId: town.of(household) });

test('what is done in a visit is counted, for the household and on the board', async () => {
  const proxyId = await town.begin(13, 9, 8);
  await town.declareFor(13, proxyId);
  // What is refused was not done.
  const unknown = { ...town.deed(proxyId), itemId: 'unknown' };
  expect(await codeOf(town.head(13), points.declareDeed, unknown)).toBe('item-not-found');
  const orderId = await town.order(9);
  expect(await codeOf(town.keeper, exchange.openPickupByCard, { orderId, proxyId })).toBe('ok');
  const { proxies } = await town.head(9).must(people.listProxies, {});
  expect(proxies).toMatchObject([{ proxyId, done: { declared: 1, collected: 1 } }]);
  // One that nobody confirmed is no visit.
  await town.begin(2, 10);
  town.clock.advanceDays(1);
  await town.timer('jobs', 'seal-day');
  const { quarter } = await town.as('passer-by').must(points.readBoard, { villageId: 'v01' });
  expect(quarter.helped).toEqual({
    ...{ visits: 1, declared: 1, objected: 0, ordered: 0, collected: 1 },
  });
});

test('the same command sent again is counted once', async () => {
  const proxyId = await town.begin(2, 9, 8);
  const commandId = town.newId();
  for (const _ of [1, 2]) {
    await town.head(2).must(exchange.placeOrder, town.soap(proxyId), commandId);
  }
  expect(town.document('proxies', proxyId)).toMatchObject({ done: { ordered: 1 } });
});

test('a new card ends at once what the old one began, and what waits for a second', async () => {
  const running = await town.begin(3, 9, 8);
  const asked = await town.begin(13, 9);
  await newCard(9);
  expect(await codeOf(town.head(3), exchange.placeOrder, town.soap(running))).toBe('proxy-over');
  expect(await codeOf(town.head(3), points.readAccount, { proxyId: running })).toBe('proxy-over');
  expect(await codeOf(town.head(8), people.confirmProxy, { proxyId: asked })).toBe('wrong-state');
  expect((await town.head(3).must(people.whoAmI, {})).proxy).toBeNull();
  // Of another household nothing ends.
  const other = await town.begin(3, 10, 8);
  await newCard(9);
  expect(await codeOf(town.head(3), exchange.placeOrder, town.soap(other))).toBe('ok');
});

test('a new card and a visit that begins at once: none runs on by the old card', async () => {
  await town.setPin(9);
  const input = { cardText: town.cardOf(9), pin: '2580' };
  for await (const copy of stumblingTowns(town, 30)) {
    const [cadre, colleague] = [2, 3].map((number) => copy.as(headOpenid(1, number)));
    if (!cadre || !colleague) throw new Error('two cadres');
    await Promise.all([
      cadre.call(people.beginProxy, input),
      colleague.must(people.reissueCard, { householdId: town.of(9) }),
    ]);
    expect(copy.engine.find('proxies', { query: { state: 'running' } })).toEqual([]);
    expect((await cadre.must(people.whoAmI, {})).proxy).toBeNull();
  }
});

test('the household’s adults with a phone hear of it when it begins', async () => {
  const drain = () => town.timer('wechat', 'send-messages');
  town.clock.advanceDays(1);
  await drain();
  const before = town.postOffice.sent().length;
  for (const number of [9, 10]) {
    const actor = town.head(number);
    town.postOffice.give(actor.openid, 'template-result');
    await actor.must(people.addTickets, { accepted: ['result'] });
  }
  const proxyId = await town.begin(2, 9);
  await drain();
  expect(town.postOffice.sent()).toHaveLength(before);
  await town.head(8).must(people.confirmProxy, { proxyId });
  await drain();
  const told = town.postOffice.sent().slice(before);
  expect(told.map(({ openid, page }) => [openid, page])).toEqual([
    [town.head(9).openid, 'packages/people/card/index'],
  ]);
  expect(Object.values(told[0]?.data ?? {})[0]).toMatch(/有人替您家代办$/);
});
