import { exchange, people, points } from '../../../src/contracts';
import { codeOf, openProxyTown, type ProxyTown } from './proxy-town';

let town: ProxyTown;
beforeEach(async () => {
  town = await openProxyTown();
});

const minutes = (count: number) => town.clock.advanceMs(count * 60_000);

test('a card and a second person who stands there: thirty minutes for that household', async () => {
  const proxyId = await town.begin(2, 9);
  expect(await codeOf(town.head(2), points.declareDeed, town.deed(proxyId))).toBe('proxy-over');
  expect((await town.head(2).must(people.whoAmI, {})).proxy).toBeNull();
  expect(await town.head(8).must(people.readProxy, { proxyId })).toMatchObject({
    ...{ state: 'asked', householdNumber: 9, as: 'cadre', helperNumber: 2, isHelper: false },
  });
  await town.head(8).must(people.confirmProxy, { proxyId });
  const { proxy } = await town.head(2).must(people.whoAmI, {});
  expect(proxy).toMatchObject({ proxyId, householdNumber: 9, leftMs: 30 * 60_000 });
  const recordId = await town.declareFor(2, proxyId);
  const orderId = await town.orderFor(2, proxyId);
  const ours = { householdId: town.of(9), byProxy: { proxyId, helperId: town.personOf(2) } };
  expect(town.document('records', recordId)).toMatchObject(ours);
  expect(town.document('orders', orderId)).toMatchObject(ours);
  expect(town.document('orders', orderId).byProxy).toMatchObject({ secondId: town.personOf(8) });
});

test('without the field the helper acts for themselves', async () => {
  await town.begin(2, 9, 8);
  const { recordId } = await town.head(2).must(points.declareDeed, town.deed());
  expect(town.document('records', recordId)).toMatchObject({ householdId: town.of(2) });
  expect(town.document('records', recordId)).not.toHaveProperty('byProxy');
});

test('it is over after thirty minutes, or at a tap, or with the office', async () => {
  const first = await town.begin(2, 9, 8);
  minutes(29);
  expect(await codeOf(town.head(2), points.readAccount, { proxyId: first })).toBe('ok');
  minutes(1);
  for (const contract of [points.readAccount, exchange.listOrders]) {
    expect(await codeOf(town.head(2), contract, { proxyId: first })).toBe('proxy-over');
  }
  expect(await codeOf(town.head(2), exchange.placeOrder, town.soap(first))).toBe('proxy-over');
  expect((await town.head(2).must(people.whoAmI, {})).proxy).toMatchObject({ leftMs: 0 });
  const second = await town.begin(2, 9, 8);
  await town.head(2).must(people.endProxy, { proxyId: second });
  expect(await codeOf(town.head(2), exchange.placeOrder, town.soap(second))).toBe('proxy-over');
  expect((await town.head(2).must(people.whoAmI, {})).proxy).toBeNull();
  const third = await town.begin(2, 9, 8);
  const [person] = town.engine.find('persons', { query: { personId: town.personOf(2) } });
  const held = (person?.roles ?? []) as unknown as { role: string }[];
  const roles = held.filter(({ role }) => role !== 'cadre');
  await town.engine.set('persons', String(person?._id), { ...person, roles } as never);
  expect(await codeOf(town.head(2), exchange.placeOrder, town.soap(third))).toBe('proxy-over');
});

test('what was done in time is told as it was, however late it is asked again', async () => {
  const proxyId = await town.begin(2, 9, 8);
  const commandId = town.newId();
  const event = { action: 'place-order', commandId, input: town.soap(proxyId) };
  const openid = String(openidOf(2));
  const first = await town.send('exchange', event, openid);
  minutes(31);
  const again = await town.send('exchange', event, openid);
  expect([first.ok, again]).toEqual([true, expect.objectContaining({ ok: true })]);
  const own = { ...event, input: town.soap() };
  expect(await town.send('exchange', own, openid)).toMatchObject({
    error: { code: 'command-reused' },
  });
});

const openidOf = (number: number) =>
  town.engine.find('persons', { query: { personId: town.personOf(number) } })[0]?.openid;

test('nobody confirms for themselves: no second phone, no relatives, no colleague', async () => {
  const proxyId = await town.begin(1, 9);
  const confirming = (number: number) =>
    codeOf(town.head(number), people.confirmProxy, { proxyId });
  expect(await confirming(1)).toBe('own-proxy');
  // A second phone of the helper has joined as somebody of the helper's own house.
  const members = town.document('households', town.of(1)).memberIds as string[];
  const other = town.document('members', members[1] ?? '');
  const [helper] = town.engine.find('persons', { query: { personId: town.personOf(1) } });
  const second = { ...helper, personId: 'SECOND', memberId: other.memberId, roles: helper?.roles };
  const { _id: _mine, ...phone } = second as { _id?: string };
  const lookUp = await lookUpOf('second-phone');
  await town.engine.set('persons', lookUp, { ...phone, lookUp, openid: 'second-phone' } as never);
  expect(await codeOf(town.as('second-phone'), people.confirmProxy, { proxyId })).toBe(
    'helpers-home',
  );
  expect(await confirming(14)).toBe('helpers-home');
  expect(await confirming(9)).toBe('own-household');
  expect(await confirming(2)).toBe('one-outside');
  expect(await codeOf(town.head(3, 2), people.confirmProxy, { proxyId })).toBe('not-yours');
  expect(await codeOf(town.as('stranger'), people.confirmProxy, { proxyId })).toBe('join-first');
  expect(await confirming(8)).toBe('ok');
  expect(await confirming(10)).toBe('wrong-state');
});

/** Where a phone's person lies: its guesses of a day are counted by that. */
async function lookUpOf(openid: string): Promise<string> {
  const before = new Set(town.engine.find('attempts').map(({ _id }) => _id));
  await town.as(openid).call(people.join, {
    ...{ villageId: 'v01', householdNumber: 9, name: '没有这人', namesShown: false },
  });
  const [line] = town.engine
    .find('attempts')
    .filter(({ _id }) => _id.startsWith('join.') && !before.has(_id));
  return String(line?._id).slice('join.'.length);
}

test('a near relative of the household confirms nothing, and helps nothing', async () => {
  const proxyId = await town.begin(2, 7);
  expect(await codeOf(town.head(15), people.confirmProxy, { proxyId })).toBe('near-relative');
  expect(await codeOf(town.head(1), people.beginProxy, { cardText: town.cardOf(14) })).toBe(
    'near-relative',
  );
  expect(await codeOf(town.head(2), people.beginProxy, { cardText: town.cardOf(2) })).toBe(
    'own-household',
  );
});

test('it waits ten minutes for the second person', async () => {
  const proxyId = await town.begin(2, 9);
  minutes(10);
  expect(await codeOf(town.head(8), people.confirmProxy, { proxyId })).toBe('confirm-late');
});

test('one household at a time', async () => {
  await town.begin(2, 9, 8);
  const next = () => codeOf(town.head(2), people.beginProxy, { cardText: town.cardOf(10) });
  expect(await next()).toBe('proxy-running');
  minutes(30);
  expect(await next()).toBe('ok');
});

test('only the committee of the village and the keepers of its shops help', async () => {
  const trying = (actor: ReturnType<typeof town.head>) =>
    codeOf(actor, people.beginProxy, { cardText: town.cardOf(9) });
  expect(await trying(town.head(8))).toBe('not-your-job');
  expect(await trying(town.head(4))).toBe('not-your-job');
  expect(await trying(town.administrator)).toBe('not-your-job');
  expect(await trying(town.head(2, 2))).toBe('card-not-ours');
  expect(await trying(town.keeper)).toBe('ok');
});

test('a proxy opens that household, and no other, and nothing that an office does', async () => {
  const theirs = await town.order(10);
  const elses = await town.declare(10);
  const proxyId = await town.begin(2, 9, 8);
  const helper = town.head(2);
  const order = { orderId: theirs, proxyId };
  expect(await codeOf(helper, exchange.cancelOrder, order)).toBe('not-yours');
  expect(await codeOf(helper, exchange.issuePickupCode, order)).toBe('not-yours');
  expect(await codeOf(helper, points.withdrawRecord, { recordId: elses, proxyId })).toBe(
    'not-yours',
  );
  expect(await codeOf(town.head(3), points.declareDeed, town.deed(proxyId))).toBe('proxy-over');
  const check = { recordId: elses, accept: true, proxyId };
  expect(await codeOf(helper, points.checkRecord, check as never)).toBe('input-invalid');
});

test('a frozen household stays frozen', async () => {
  await town.head(9).must(people.freezeSpending, {});
  const proxyId = await town.begin(2, 9, 8);
  expect(await codeOf(town.head(2), exchange.placeOrder, town.soap(proxyId))).toBe(
    'spending-frozen',
  );
  expect(await codeOf(town.head(2), points.declareDeed, town.deed(proxyId))).toBe('ok');
});

test('a household without a phone has it stopped by whoever acts for it', async () => {
  const proxyId = await town.begin(2, 9, 8);
  expect(await codeOf(town.head(2), people.freezeSpending, { proxyId })).toBe('ok');
  const stopped = { byPersonId: town.personOf(2), agreed: null };
  expect(town.document('accounts', town.of(9)).frozen).toMatchObject(stopped);
  expect(town.document('accounts', town.of(2))).not.toHaveProperty('frozen');
  // Who helped is who stopped it: others settle that, and it is not theirs to repeat.
  const householdId = town.of(9);
  const settling = (number: number) =>
    codeOf(town.head(number), people.settleFreeze, { householdId });
  expect(await settling(2)).toBe('own-freeze');
  expect([await settling(1), await settling(4)]).toEqual(['ok', 'ok']);
  expect(await codeOf(town.head(2), people.freezeSpending, { proxyId })).toBe('froze-lately');
  expect(await codeOf(town.head(9), people.freezeSpending, {})).toBe('ok');
});

test('the household reads who acted for it, and who confirmed', async () => {
  await town.begin(2, 9);
  const confirmed = await town.begin(2, 9, 8);
  const { proxies, more } = await town.head(9).must(people.listProxies, {});
  expect([proxies, more]).toEqual([
    [
      expect.objectContaining({
        proxyId: confirmed,
        as: 'cadre',
        helperNumber: 2,
        secondNumber: 8,
      }),
    ],
    false,
  ]);
});

test('the log says who helped which household, by which card, confirmed by whom', async () => {
  const proxyId = await town.begin(2, 9, 8);
  await town.orderFor(2, proxyId);
  const lines = town.engine.find('commands') as unknown as {
    personId: string;
    action: string;
    asked: object;
    outcome: { value: object };
  }[];
  const of = (action: string) => lines.filter((line) => line.action.endsWith(action)).at(-1);
  expect(of('begin-proxy')).toMatchObject({
    ...{ personId: town.personOf(2), asked: { cardText: town.cardOf(9) } },
    outcome: { value: { proxyId, householdId: town.of(9) } },
  });
  expect(of('confirm-proxy')).toMatchObject({
    ...{ personId: town.personOf(8), asked: { proxyId } },
  });
  expect(of('place-order')).toMatchObject({ personId: town.personOf(2), asked: { proxyId } });
});
