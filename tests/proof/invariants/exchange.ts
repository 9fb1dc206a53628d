import type { Movement, Order, Stock } from '../../../src/domain/exchange/types';
import type { EntryKind } from '../../../src/domain/ledger/ledger';
import { compare, type Data, sum } from './data';

const endingOf: Record<Order['state'], EntryKind | null> = {
  placed: null,
  'handed-over': 'redeem',
  cancelled: 'release',
  'shop-cancelled': 'release',
  expired: 'release',
};

/** One order moved points to held once, and took them from there once if it has ended. */
function checkOrder(order: Order, { entriesOf, movementsOf }: Data): string[] {
  const name = `order ${order.orderId}`;
  const ending = endingOf[order.state];
  const own = (entriesOf.get(order.householdId) ?? []).filter(
    ({ cause }) => cause.kind === 'order' && cause.id === order.orderId,
  );
  const held = order.state === 'placed' ? order.points : 0;
  const movements = order.lines.flatMap(({ goodsId, count }) => {
    const stockId = `${order.shopId}.${goodsId}`;
    const ofLine = (movementsOf.get(stockId) ?? []).filter((m) => m.orderId === order.orderId);
    const kinds = { redeem: ['held', 'handed-over'], release: ['held', 'released'] };
    const wanted = ending === 'redeem' || ending === 'release' ? kinds[ending] : ['held'];
    const gone = sum(ofLine.map((movement) => movement.onHandChange));
    return [
      ...compare(
        `${name} movements of ${goodsId}`,
        ofLine.map((movement) => movement.kind),
        wanted,
      ),
      ...compare(`${name} goods gone of ${goodsId}`, -gone, ending === 'redeem' ? count : 0),
    ];
  });
  return [
    ...(ending === undefined ? [`${name} is in no known state: ${order.state}`] : []),
    ...compare(
      `${name} entries`,
      own.map((entry) => entry.kind),
      ending ? ['hold', ending] : ['hold'],
    ),
    ...compare(`${name} held`, sum(own.map((entry) => entry.held)), held),
    ...compare(`${name} shares`, sum(order.shares.map((share) => share.points)), order.points),
    ...compare(
      `${name} price`,
      sum(order.lines.map((line) => line.count * line.points)),
      order.points,
    ),
    ...movements,
  ];
}

/** What goods cost when they came, where they went; nothing is worth something without goods. */
function checkWorth(name: string, stock: Stock, movements: readonly Movement[]): string[] {
  const worthOf = (...kinds: Movement['kind'][]) =>
    sum(movements.filter(({ kind }) => kinds.includes(kind)).map((m) => m.valueChangeFen));
  const { valueFen, handedOutFen, lostFen } = stock;
  const lost = -worthOf('damaged', 'lost', 'counted');
  return [
    ...compare(`${name} value`, valueFen, sum(movements.map((m) => m.valueChangeFen))),
    ...compare(`${name} value handed out`, handedOutFen, -worthOf('handed-over')),
    ...compare(`${name} value lost`, lostFen, lost),
    ...compare(`${name} worth something`, valueFen > 0, stock.onHand > 0),
    ...movements
      .filter((m) => Math.sign(m.valueChangeFen) !== Math.sign(m.onHandChange))
      .map(({ sequence }) => `${name} movement ${sequence} is worth what it cannot be`),
  ];
}

/**
 * Who booked what was spent on goods and who brought goods in are never the same person; somebody
 * who was erased and came again is a new one.
 */
function checkTwoPeople({ persons, fundMovementsOf, movementsOf }: Data): string[] {
  const sinceMs = new Map(persons.map((each) => [each.personId, each.joinedAtMs ?? 0]));
  const isTheirs = ({ byPersonId, atMs }: Pick<Movement, 'byPersonId' | 'atMs'>) =>
    atMs >= (sinceMs.get(byPersonId ?? '') ?? Number.POSITIVE_INFINITY);
  const booked = [...fundMovementsOf.values()].flat().filter(isTheirs);
  const spent = booked.filter((m) => m.source === 'spent-on-goods');
  const payers = new Set<string | null>(spent.map(({ byPersonId }) => byPersonId));
  return [...movementsOf.values()]
    .flat()
    .filter((m) => m.onHandChange > 0 && isTheirs(m) && payers.has(m.byPersonId))
    .map((m) => `movement ${m.stockId}.${m.sequence} is by somebody who booked money for goods`);
}

function checkStock(stock: Stock, { orders, movementsOf }: Data): string[] {
  const stockId = `${stock.shopId}.${stock.goodsId}`;
  const name = `stock ${stockId}`;
  const movements = movementsOf.get(stockId) ?? [];
  const open = orders.filter(({ state, shopId }) => state === 'placed' && shopId === stock.shopId);
  const ordered = open.flatMap(({ lines }) => lines.filter((l) => l.goodsId === stock.goodsId));
  let onHand = 0;
  const below = movements.some((movement) => {
    onHand += movement.onHandChange;
    return onHand < 0;
  });
  return [
    ...compare(`${name} on hand`, stock.onHand, sum(movements.map((m) => m.onHandChange))),
    ...compare(`${name} held`, stock.held, sum(movements.map((m) => m.heldChange))),
    ...checkWorth(name, stock, movements),
    ...compare(`${name} open orders`, stock.held, sum(ordered.map((line) => line.count))),
    ...compare(
      `${name} sequences`,
      movements.map((movement) => movement.sequence),
      movements.map((_, index) => index + 1),
    ),
    ...compare(`${name} latest`, stock.sequence, movements.length),
    ...(below ? [`${name} went below zero`] : []),
  ];
}

/** Held points = open orders, stock = Σ movements, funds = Σ their movements, nothing negative. */
export function exchangeViolations(data: Data): string[] {
  const { accounts, orders, stock, funds, fundMovementsOf } = data;
  return [
    ...accounts.flatMap(({ householdId, held }) => {
      const open = orders.filter(
        (order) => order.householdId === householdId && order.state === 'placed',
      );
      const points = sum(open.map((order) => order.points));
      return compare(`held of ${householdId} and its open orders`, held, points);
    }),
    ...orders.flatMap((order) => checkOrder(order, data)),
    ...stock.flatMap((each) => checkStock(each, data)),
    ...checkTwoPeople(data),
    ...funds.flatMap(({ villageId, balanceFen, spentOnGoodsFen, sequence }) => {
      const movements = fundMovementsOf.get(villageId) ?? [];
      let balance = 0;
      const running = movements.map(({ amountFen }) => {
        balance += amountFen;
        return balance;
      });
      const spent = -sum(
        movements.filter((m) => m.source === 'spent-on-goods').map((m) => m.amountFen),
      );
      return [
        ...compare(`funds of ${villageId}`, balanceFen, balance),
        ...compare(`funds of ${villageId} spent on goods`, spentOnGoodsFen, spent),
        ...(spent < 0 ? [`funds of ${villageId} got back more than was spent`] : []),
        ...compare(`movements of funds of ${villageId}`, sequence, movements.length),
        ...compare(
          `running funds of ${villageId}`,
          movements.map((movement) => movement.balanceFen),
          running,
        ),
        ...(running.some((each) => each < 0) ? [`funds of ${villageId} went below zero`] : []),
      ];
    }),
  ];
}
