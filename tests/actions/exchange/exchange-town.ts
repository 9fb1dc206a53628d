import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ulid } from 'ulid';
import { actions as exchangeActions } from '../../../cloudfunctions/exchange/actions';
import { expireOrders } from '../../../cloudfunctions/jobs/actions/expire-orders';
import type { Identity } from '../../../cloudfunctions/runtime/caller';
import { createHandle } from '../../../cloudfunctions/runtime/handle';
import { createSecret } from '../../../cloudfunctions/runtime/secret';
import type { Store, Transaction } from '../../../cloudfunctions/runtime/store/store';
import { openEngine } from '../../../local-cloud/engine';
import { exchange } from '../../../src/contracts';
import type { Contract, Envelope } from '../../../src/contracts/contract';
import { moveStock, offerGoods, stockIdOf } from '../../../src/domain/exchange/stock';
import type { Movement, Order, Shop, Stock } from '../../../src/domain/exchange/types';
import { writesOfStock } from '../../../src/domain/exchange/writes';
import {
  type Account,
  award,
  type Entry,
  openAccount,
  verifyChain,
} from '../../../src/domain/ledger/ledger';
import type { HeldRole, Household, Person } from '../../../src/domain/people/types';
import { engineStore } from '../../support/engine-store';
import { noFiles } from '../../support/files';

const indexesFile = path.resolve(__dirname, '../../../config/database/indexes.json');
const indexes = JSON.parse(readFileSync(indexesFile, 'utf8'));

export const secret = createSecret('a-secret-that-only-tests-know-000000');
export const noonMs = Date.parse('2026-11-23T12:00:00+08:00');
const earlier = Date.parse('2026-06-01T09:00:00+08:00');
const cause = { kind: 'record', id: 'r1', title: '植树', ruleVersion: 1 } as const;

export const goodsOf = (id: string, name: string, points: number, startStock: number) => ({
  ...{ id, name, points, startStock, unit: '块', costFen: points * 100 },
  ...{ kind: 'goods' as Stock['kind'], safetyStock: 1 },
});

const shops: Shop[] = [
  { shopId: 'shop-1', name: '一嘎查超市', kind: 'own' as const, villageIds: ['v1'] },
  { shopId: 'shop-2', name: '二嘎查超市', kind: 'merchant' as const, villageIds: ['v2'] },
].map((shop) => ({
  ...shop,
  townId: 'town' as const,
  villageNames: shop.villageIds,
  address: '村部旁边',
  hours: '每天 9:00–18:00',
}));

type Answer = Envelope<unknown>;
export type Caller = {
  call(
    contract: Pick<Contract, 'action' | 'kind'>,
    input: unknown,
    commandId?: string,
  ): Promise<Answer>;
};

const role = (name: HeldRole['role'], place: string): HeldRole => ({
  role: name,
  place,
  placeName: place,
});

/** Writes people, households and shelves straight into a store. */
function createSeeding(store: Store) {
  const write = (run: (tx: Transaction) => void) => store.transact(async (tx) => run(tx));

  async function addPerson(openid: string, householdId: string | null, roles: HeldRole[]) {
    const personId = secret.sign('person', openid, 32);
    const villageId = householdId?.split('-')[0] ?? null;
    const person: Person = {
      ...{ personId, lookUp: personId, openid, householdId, villageId, roles },
      ...{ memberId: householdId && `${householdId}.1`, name: null, joinedAtMs: earlier },
    };
    await write((tx) => {
      tx.set('persons', personId, person);
      tx.set('person-places', personId, { personId, lookUp: personId });
    });
    return personId;
  }

  async function addHousehold(villageId: string, number: number, spendable: number) {
    const householdId = `${villageId}-${number}`;
    const household: Household = {
      ...{ householdId, villageId, number, headName: '张三丰', cardId: householdId },
      ...{ memberIds: [], relativeIds: [], ofCommittee: false, namesShown: true },
    };
    const opened = openAccount(householdId, villageId, earlier);
    const awarded = spendable
      ? award(opened.account, { honour: spendable, spendable }, cause, earlier)
      : { account: opened.account, entries: [] };
    await write((tx) => {
      tx.set('households', householdId, household);
      tx.set('household-numbers', `${villageId}.${number}`, { householdId, villageId, number });
      tx.set('accounts', householdId, awarded.account);
      for (const entry of [...opened.entries, ...awarded.entries]) {
        tx.set('entries', `${householdId}.${entry.sequence}`, entry);
      }
    });
    await addPerson(`resident-${householdId}`, householdId, [role('resident', villageId)]);
    return householdId;
  }

  async function addStock(shopId: string, goods: ReturnType<typeof goodsOf>) {
    const { id: goodsId, startStock, ...rest } = goods;
    const offered = offerGoods(null, { shopId, goodsId, ...rest });
    const bought = { change: startStock, reason: 'bought-in' as const };
    const change = moveStock(offered, bought, { byPersonId: null, atMs: earlier });
    await write((tx) => {
      for (const each of writesOfStock(change)) tx[each.kind](each.collection, each.id, each.data);
    });
  }

  return { write, addPerson, addHousehold, addStock };
}

/** People, households and shops written straight into an engine in this process. */
export async function openExchange() {
  const clock = { nowMs: noonMs };
  const engineLog: Record<string, unknown>[] = [];
  const engine = openEngine({
    ...{ directory: null, indexes, now: () => clock.nowMs },
    log: (event) => engineLog.push(event),
  });
  const store = engineStore(engine);
  const handle = createHandle([...exchangeActions, expireOrders], {
    store,
    files: noFiles,
    secret,
    nowMs: () => clock.nowMs,
    newId: () => ulid(),
    log: () => undefined,
  });
  const seeding = createSeeding(store);
  const { write, addPerson } = seeding;

  const as = (openid: string | null): Caller => ({
    call(contract, input, commandId) {
      const identity: Identity = openid ? { kind: 'wechat', openid } : { kind: 'nobody' };
      const { action, kind } = contract;
      const id = kind === 'command' ? (commandId ?? ulid()) : undefined;
      return handle({ action, input, ...(id && { commandId: id }) }, identity, ulid());
    },
  });
  const timer = () =>
    handle({ Type: 'Timer', TriggerName: 'expire-orders' }, { kind: 'timer' }, ulid());

  await write((tx) => {
    for (const shop of shops) tx.set('shops', shop.shopId, shop);
  });
  await addPerson('keeper-1', null, [role('keeper', 'shop-1')]);
  await addPerson('keeper-1b', null, [role('keeper', 'shop-1')]);
  await addPerson('keeper-2', null, [role('keeper', 'shop-2')]);
  await addPerson('town', null, [role('town-admin', 'town')]);

  const all = <T>(collection: string) =>
    engine.find(collection, { query: {}, limit: 1000 }) as unknown as T[];

  return {
    ...{ engine, store, handle, clock, as, timer, role, all },
    ...seeding,
    account: (householdId: string) => engine.get('accounts', householdId) as unknown as Account,
    order: (orderId: string) => engine.get('orders', orderId) as unknown as Order,
    stock: (shopId: string, goodsId: string) =>
      engine.get('stock', stockIdOf(shopId, goodsId)) as unknown as Stock,
    /** A resident places an order for one kind of goods and gets its id. */
    async place(householdId: string, goodsId: string, count = 1) {
      const stock = engine.get('stock', stockIdOf('shop-1', goodsId)) as unknown as Stock;
      const lines = [{ goodsId, count }];
      const input = { shopId: 'shop-1', lines, points: count * stock.points };
      const answer = await as(`resident-${householdId}`).call(exchange.placeOrder, input);
      return (valueIn(answer) as { orderId: string }).orderId;
    },
    async scan(orderId: string, keeper = 'keeper-1') {
      const { householdId } = engine.get('orders', orderId) as unknown as Order;
      const issued = await as(`resident-${householdId}`).call(exchange.issuePickupCode, {
        orderId,
      });
      const { code } = valueIn(issued) as { code: string };
      return { code, answer: await as(keeper).call(exchange.openPickup, { code }) };
    },
    checkSums() {
      expect(engineLog.filter((event) => event.event === 'unindexed-query')).toEqual([]);
      checkSums(all);
    },
  };
}

export type ExchangeTown = Awaited<ReturnType<typeof openExchange>>;

export function valueIn(answer: Answer): unknown {
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  return answer.value;
}

export function codeOf(answer: Answer): string {
  return answer.ok ? 'ok' : answer.error.code;
}

export function messageOf(answer: Answer): string {
  return answer.ok ? '' : answer.error.message;
}

/** Purse = Σ entries, held = Σ open orders, stock = Σ movements, nothing negative. */
export function checkSums(all: <T>(collection: string) => T[]) {
  const orders = all<Order>('orders');
  const open = orders.filter((order) => order.state === 'placed');
  const entries = all<Entry>('entries').sort((left, right) => left.sequence - right.sequence);
  for (const account of all<Account & { _id: string }>('accounts')) {
    const own = entries.filter((entry) => entry.householdId === account.householdId);
    const { _id, ...plain } = account;
    const chain = own.map((entry) => {
      const { _id: _, ...rest } = entry as Entry & { _id: string };
      return rest;
    });
    expect(verifyChain(plain, chain)).toMatchObject({ sound: true });
    const held = open
      .filter((order) => order.householdId === account.householdId)
      .reduce((total, order) => total + order.points, 0);
    expect({ household: account.householdId, held: account.held }).toEqual({
      household: account.householdId,
      held,
    });
    expect(Math.min(account.held, account.spendable, account.honour)).toBeGreaterThanOrEqual(0);
  }
  const movements = all<Movement>('movements');
  for (const stock of all<Stock>('stock')) {
    const own = movements.filter((each) => each.stockId === stockIdOf(stock.shopId, stock.goodsId));
    const sum = (field: 'onHandChange' | 'heldChange') =>
      own.reduce((total, movement) => total + movement[field], 0);
    const lines = open
      .filter((order) => order.shopId === stock.shopId)
      .flatMap((order) => order.lines.filter((line) => line.goodsId === stock.goodsId));
    expect({ onHand: stock.onHand, held: stock.held, sequence: stock.sequence }).toEqual({
      onHand: sum('onHandChange'),
      held: sum('heldChange'),
      sequence: own.length,
    });
    expect(stock.held).toBe(lines.reduce((total, line) => total + line.count, 0));
    expect(stock.onHand).toBeGreaterThanOrEqual(0);
  }
}
