import * as fc from 'fast-check';
import {
  decideCancelling,
  decideCancellingForShop,
  decideExpiring,
  decideHandingOver,
  type OrderScene,
} from '../../../src/domain/exchange/end-order';
import { costOf, decidePlacing } from '../../../src/domain/exchange/place-order';
import { moveStock, offerGoods, stockIdOf } from '../../../src/domain/exchange/stock';
import type { Movement, Order, Shop, Stock, StockReason } from '../../../src/domain/exchange/types';
import { type Write, writesOf, writesOfStock } from '../../../src/domain/exchange/writes';
import { Refusal } from '../../../src/domain/kernel/refusal';
import {
  type Account,
  award,
  type Entry,
  openAccount,
  verifyChain,
} from '../../../src/domain/ledger/ledger';
import type { Household } from '../../../src/domain/people/types';

const startMs = Date.parse('2026-12-01T08:00:00+08:00');
const shop: Shop = {
  ...{ townId: 'town' as const, shopId: 'shop', name: '超市', kind: 'own' as const },
  ...{ villageIds: ['v'], villageNames: ['村'], address: '', hours: '' },
};
const goodsIds = ['soap', 'tea', 'oil'];
const households = ['v-1', 'v-2'];
const cause = { kind: 'record', id: 'r', title: '植树', ruleVersion: 1 } as const;

type Step =
  | { do: 'place'; household: number; wishes: { goodsId: string; count: number }[] }
  | { do: 'end'; how: 'cancel' | 'shop' | 'expire' | 'hand-over'; order: number }
  | { do: 'move'; goods: number; change: number; reason: StockReason }
  | { do: 'award'; household: number; points: number }
  | { do: 'wait'; days: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('place' as const),
        household: fc.nat(1),
        wishes: fc.array(
          fc.record({
            goodsId: fc.constantFrom(...goodsIds, ...goodsIds, ...goodsIds, 'none'),
            count: fc.integer({ min: 1, max: 4 }),
          }),
          { minLength: 1, maxLength: 2 },
        ),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('end' as const),
        how: fc.constantFrom(
          'cancel' as const,
          'shop' as const,
          'expire' as const,
          'hand-over' as const,
        ),
        order: fc.nat(30),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('move' as const),
        goods: fc.nat(2),
        change: fc.integer({ min: -8, max: 8 }),
        reason: fc.constantFrom(
          'bought-in' as const,
          'damaged' as const,
          'lost' as const,
          'counted' as const,
        ),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('award' as const),
        household: fc.nat(1),
        points: fc.integer({ min: 1, max: 60 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('wait' as const),
        days: fc.constantFrom(0.01, 1, 6.9, 8, 120),
      }),
    },
  ),
  { minLength: 5, maxLength: 60, size: 'max' },
);

/** A town in memory: applies writes the way a store does, and refuses to create what is there. */
class Town {
  nowMs = startMs;
  documents = new Map<string, object>();
  orderIds: string[] = [];

  constructor() {
    for (const householdId of households) {
      const opened = openAccount(householdId, 'v', startMs);
      const { account, entries } = award(
        opened.account,
        { honour: 60, spendable: 60 },
        cause,
        startMs,
      );
      this.put({ kind: 'create', collection: 'accounts', id: householdId, data: account });
      for (const entry of [...opened.entries, ...entries]) this.putEntry(entry);
    }
    for (const [index, goodsId] of goodsIds.entries()) {
      const offered = offerGoods(null, {
        ...{ shopId: 'shop', goodsId, name: goodsId, unit: '个', points: 5 + index * 5 },
        ...{ costFen: 500 + index * 500, kind: 'goods' as const, safetyStock: 1 },
      });
      const bought = { change: 6, reason: 'bought-in' as const };
      this.apply(writesOfStock(moveStock(offered, bought, { byPersonId: 'k', atMs: startMs })));
    }
  }

  put({ kind, collection, id, data }: Write) {
    const key = `${collection}/${id}`;
    if (kind === 'create' && this.documents.has(key)) throw new Error(`${key} is there`);
    this.documents.set(key, data);
  }

  putEntry(entry: Entry) {
    const id = `${entry.householdId}.${entry.sequence}`;
    this.put({ kind: 'create', collection: 'entries', id, data: entry });
  }

  apply(writes: Write[]) {
    for (const write of writes) this.put(write);
  }

  get<T>(collection: string, id: string): T {
    return this.documents.get(`${collection}/${id}`) as T;
  }

  all<T>(collection: string): T[] {
    return [...this.documents]
      .filter(([key]) => key.startsWith(`${collection}/`))
      .map(([, data]) => data as T);
  }

  place(step: Extract<Step, { do: 'place' }>) {
    const householdId = households[step.household] ?? 'v-1';
    const orderId = `order-${this.orderIds.length}`;
    const household: Household = {
      ...{ householdId, villageId: 'v', number: 1, headName: '张三', cardId: 'c' },
      ...{ memberIds: [], relativeIds: [], ofCommittee: false, namesShown: false },
    };
    const effect = decidePlacing({
      ...{ orderId, personId: 'p', shop, household, nowMs: this.nowMs },
      account: this.get<Account>('accounts', householdId),
      wishes: step.wishes,
      pointsShown: costOf(step.wishes, this.all<Stock>('stock')),
      stocks: this.all<Stock>('stock'),
      outlook: { shelf: this.all<Stock>('stock'), incoming: [] },
    });
    this.apply(writesOf(effect, 'create'));
    this.orderIds.push(orderId);
  }

  end(step: Extract<Step, { do: 'end' }>) {
    // Mostly the latest orders: those are still open.
    const orderId = this.orderIds.at(-1 - (step.order % Math.min(4, this.orderIds.length)));
    if (!orderId) return;
    const order = this.get<Order>('orders', orderId);
    const keeper = { personId: 'k', householdId: null };
    const scan = step.how === 'hand-over' ? { keeperId: 'k', atMs: this.nowMs } : null;
    const scene: OrderScene = {
      order: { ...order, scan },
      account: this.get<Account>('accounts', order.householdId),
      stocks: this.all<Stock>('stock'),
      nowMs: this.nowMs,
    };
    const effects = {
      cancel: () => decideCancelling(scene, { personId: 'p', householdId: order.householdId }),
      shop: () => decideCancellingForShop(scene, keeper, '没货'),
      expire: () => decideExpiring(scene),
      'hand-over': () => decideHandingOver(scene, keeper),
    };
    this.apply(writesOf(effects[step.how](), 'set'));
  }

  move(step: Extract<Step, { do: 'move' }>) {
    const stock = this.get<Stock>('stock', stockIdOf('shop', goodsIds[step.goods] ?? 'soap'));
    this.apply(writesOfStock(moveStock(stock, step, { byPersonId: 'k', atMs: this.nowMs })));
  }

  award(step: Extract<Step, { do: 'award' }>) {
    const account = this.get<Account>('accounts', households[step.household] ?? 'v-1');
    const amount = { honour: step.points, spendable: step.points };
    const change = award(account, amount, cause, this.nowMs);
    this.put({
      kind: 'set',
      collection: 'accounts',
      id: account.householdId,
      data: change.account,
    });
    for (const entry of change.entries) this.putEntry(entry);
  }

  step(step: Step) {
    const before = new Map(this.documents);
    try {
      if (step.do === 'wait') this.nowMs += step.days * 86_400_000;
      else if (step.do === 'place') this.place(step);
      else if (step.do === 'end') this.end(step);
      else if (step.do === 'move') this.move(step);
      else this.award(step);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      expect(this.documents).toEqual(before);
    }
  }

  check() {
    const orders = this.all<Order>('orders');
    const open = orders.filter((order) => order.state === 'placed');
    for (const account of this.all<Account>('accounts')) {
      const { householdId } = account;
      const entries = this.all<Entry>('entries').filter((each) => each.householdId === householdId);
      expect(verifyChain(account, entries)).toMatchObject({ sound: true });
      const own = open.filter((order) => order.householdId === householdId);
      expect(account.held).toBe(own.reduce((sum, order) => sum + order.points, 0));
      expect(Math.min(account.spendable, account.held, account.honour)).toBeGreaterThanOrEqual(0);
    }
    for (const stock of this.all<Stock>('stock')) {
      const moved = this.all<Movement>('movements').filter((m) => m.goodsId === stock.goodsId);
      expect(stock.onHand).toBe(moved.reduce((sum, each) => sum + each.onHandChange, 0));
      expect(stock.held).toBe(moved.reduce((sum, each) => sum + each.heldChange, 0));
      expect(stock.valueFen).toBe(moved.reduce((sum, each) => sum + each.valueChangeFen, 0));
      expect(stock.valueFen > 0).toBe(stock.onHand > 0);
      const lines = open.flatMap((order) => order.lines).filter((l) => l.goodsId === stock.goodsId);
      expect(stock.held).toBe(lines.reduce((sum, line) => sum + line.count, 0));
      expect(stock.onHand).toBeGreaterThanOrEqual(0);
    }
    const redeemed = this.all<Entry>('entries').filter((entry) => entry.kind === 'redeem');
    const given = orders.filter((order) => order.state === 'handed-over');
    expect(redeemed.map((entry) => entry.cause.id).sort()).toEqual(
      given.map((order) => order.orderId).sort(),
    );
  }
}

test('after any history purses, holds and stock are the sums of what happened', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(steps, (history) => {
      const town = new Town();
      for (const step of history) town.step(step);
      town.check();
      for (const order of town.all<Order>('orders')) seen.add(order.state);
    }),
    { numRuns: 300 },
  );
  // The histories must reach every state, else they would prove little.
  expect([...seen].sort()).toEqual([
    ...['cancelled', 'expired', 'handed-over', 'placed', 'shop-cancelled'],
  ]);
});
