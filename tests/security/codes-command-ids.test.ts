import { commandsCollection } from '../../cloudfunctions/runtime/command-log';
import { exchange, points } from '../../src/contracts';
import { mutatingActions } from '../proof/cards';
import { differences, effectsOf } from '../proof/crash/outcome';
import { fork, prepare, sendPrepared } from '../proof/crash/prepared';
import { openProofTown } from '../proof/town';
import { householdId } from '../support/household-ids';
import { saidBy } from './codes-stage';

const commanded = mutatingActions.filter(({ kind }) => kind !== 'job');

/** What anybody may do for themselves: then it is the stranger's own command with its own end. */
const openToStrangers: Readonly<Record<string, string>> = {
  'people.join': 'phone-token-stale',
  'people.accept-invitation': 'phone-token-stale',
  'people.erase-me': 'command-reused',
  'people.ask-to-be-entered': 'ok',
  'people.appeal-entry-refusal': 'nothing-refused',
  'people.withdraw-entry-request': 'nothing-to-withdraw',
  'town.found-town': 'already-founded',
};

test.each(commanded)(
  '$functionName: $action gives its outcome to nobody else who knows id and body',
  async (name) => {
    const prepared = await prepare(name);
    const town = await fork(prepared);
    expect(await sendPrepared(town, prepared)).toMatchObject({ ok: true });
    const during = { fromMs: prepared.nowMs, untilMs: prepared.nowMs };
    const before = effectsOf(town.engine, during);
    const stolen = { ...prepared, call: { ...prepared.call, as: { openid: 'stranger' } } };
    const answer = await sendPrepared(town, stolen);
    const code = answer.ok ? 'ok' : answer.error.code;
    const expected = openToStrangers[`${name.functionName}.${name.action}`];
    expect(code).toBe(expected ?? (code === 'join-first' ? 'join-first' : 'not-your-job'));
    // The stranger's own log, guesses and what they ask for themselves at most; nothing of the
    // owner's, nothing twice.
    const asked = code === 'ok' ? '|persons|person-places|entry-requests|tasks|messages' : '';
    const own = new RegExp(`^(${commandsCollection}|attempts${asked})/`);
    const changed = differences(before, effectsOf(town.engine, during));
    expect(changed.filter((each) => !own.test(each))).toEqual([]);
    expect(changed.filter((each) => before.has(each))).toEqual([]);
  },
);

test('an id that others have seen cannot be used to write over what stands under it', async () => {
  const town = await openProofTown();
  const orderId = await town.order(8);
  const recordId = await town.declare(8);
  const lines = [{ goodsId: 'soap', count: 1 }];
  const order = { shopId: 'shop-v01', lines, points: 5 };
  const deed = { itemId: 'errand-for-neighbour', day: town.today(), photos: [] };
  const neighbour = town.head(9);
  expect(await saidBy(neighbour.call(exchange.placeOrder, order, orderId))).toBe('command-reused');
  expect(await saidBy(neighbour.call(points.declareDeed, deed, recordId))).toBe('command-reused');
  expect(town.engine.get('orders', orderId)).toMatchObject({
    householdId: householdId(town, 'v01-8'),
  });
  expect(town.engine.get('records', recordId)).toMatchObject({
    householdId: householdId(town, 'v01-8'),
  });
});

test('knowing an order or a record opens it to no other household', async () => {
  const town = await openProofTown();
  const orderId = await town.order(8);
  const recordId = await town.declare(8);
  const neighbour = town.head(10);
  expect(await saidBy(neighbour.call(exchange.readOrder, { orderId }))).toBe('not-yours');
  expect(await saidBy(neighbour.call(exchange.issuePickupCode, { orderId }))).toBe('not-yours');
  expect(await saidBy(neighbour.call(exchange.cancelOrder, { orderId }))).toBe('not-yours');
  const stranger = town.as('stranger');
  expect(await saidBy(stranger.call(points.readRecord, { recordId }))).toBe('record-not-found');
});
