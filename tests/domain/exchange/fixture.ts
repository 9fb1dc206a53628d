import { costOf, decidePlacing, type PlaceOrder } from '../../../src/domain/exchange/place-order';
import type { Order, OrderLine, Shop, Stock } from '../../../src/domain/exchange/types';
import { type Account, award, openAccount } from '../../../src/domain/ledger/ledger';
import type { Household } from '../../../src/domain/people/types';

/** An instant at +08:00. */
export const at = (text: string) => Date.parse(`${text}+08:00`);
export const nowMs = at('2026-11-23T09:00:00');

export const shop: Shop = {
  townId: 'town',
  shopId: 'shop-1',
  name: '图克超市',
  kind: 'own',
  villageIds: ['v01', 'v02'],
  villageNames: ['梅林庙嘎查', '乌审召嘎查'],
  address: '村委会旁',
  hours: '9:00–18:00',
};

export const household: Household = {
  householdId: 'v01-17',
  villageId: 'v01',
  number: 17,
  headName: '张三',
  cardId: 'card',
  memberIds: [],
  relativeIds: [],
  ofCommittee: false,
  namesShown: false,
};

/** Soap at five points: ten on hand, none held, buy in at two. */
export function stockWith(change: Partial<Stock> = {}): Stock {
  return {
    shopId: 'shop-1',
    goodsId: 'soap',
    name: '香皂',
    unit: '块',
    points: 5,
    costFen: 480,
    kind: 'goods',
    onHand: 10,
    held: 0,
    safetyStock: 2,
    sequence: 3,
    ...{ valueFen: 4800, handedOutFen: 0, lostFen: 0 },
    ...change,
  };
}

export const tea = stockWith({
  ...{ goodsId: 'tea', name: '砖茶', unit: '块', points: 15, costFen: 1400 },
  ...{ onHand: 4, valueFen: 5600, sequence: 7 },
});

export function lineOf(stock: Stock, count: number): OrderLine {
  const { goodsId, name, unit, points } = stock;
  return { goodsId, name, unit, points, count };
}

/** An account with so many points, posted in so many years; opened in the first. */
export function accountWith(points: number, postedAtMs = nowMs): Account {
  const { account } = openAccount('v01-17', 'v01', postedAtMs);
  const cause = { kind: 'record', id: 'r', title: '植树治沙', ruleVersion: 1 } as const;
  return award(account, { honour: points, spendable: points }, cause, postedAtMs).account;
}

/** Two soaps and a tea for 25 of 40 points. */
export function placing(change: Partial<PlaceOrder> = {}): PlaceOrder {
  const command = {
    orderId: 'order-1',
    personId: 'person-1',
    shop,
    household,
    account: accountWith(40),
    wishes: [
      { goodsId: 'soap', count: 2 },
      { goodsId: 'tea', count: 1 },
    ],
    stocks: [stockWith(), tea],
    outlook: { shelf: [], incoming: [] },
    nowMs,
    ...change,
  };
  return { pointsShown: costOf(command.wishes, command.stocks), ...command };
}

export type Placed = { order: Order; account: Account; stocks: Stock[]; nowMs: number };

/** The scene right after an order was placed. */
export function placed(change: Partial<PlaceOrder> = {}): Placed {
  const command = placing(change);
  const effect = decidePlacing(command);
  return {
    order: effect.order,
    account: effect.ledger.account,
    stocks: effect.stock.map(({ stock }) => stock),
    nowMs: command.nowMs,
  };
}
