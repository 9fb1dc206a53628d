import type { exchange } from '../../../../src/contracts';
import type { InputOf } from '../../../../src/contracts/contract';
import { addDays, dayOf, endOf } from './days';
import { forOthers, inHand } from './proxies';
import { freeAt, hold, isFrozen, redeem, release } from './purse';
import { type AnyRule, type Call, countedOn, has, type Rule, when } from './rule';
import type { Model, ModelOrder, ModelStock } from './state';

const reservationDays = 7;
const codeLifeMs = 60_000;
export const scanLifeMs = 300_000;
const fewestPoints = 5;

type OnOrder = { orderId: string };

const placeOrder: Rule<InputOf<typeof exchange.placeOrder>> = forOthers({
  may: (_, __, person) => has(person, 'resident'),
  decide(model, { shopId, lines, points: shown }, { person, proxy, commandId: orderId, atMs }) {
    const shop = model.shops.get(shopId);
    if (!shop) return { refusals: ['shop-not-found'] };
    const householdId = person?.householdId ?? '';
    const account = model.accounts.get(householdId);
    const shelf = lines.map((line) => ({
      ...line,
      stock: model.stock.get(`${shopId}.${line.goodsId}`),
    }));
    const priced = shelf.map(({ goodsId, count, stock }) => ({
      ...{ goodsId, count },
      points: stock?.points ?? 0,
    }));
    const points = priced.reduce((total, line) => total + line.count * line.points, 0);
    const free = account ? freeAt(account, atMs) : 0;
    const expiresAtMs = endOf(addDays(dayOf(atMs), reservationDays));
    return {
      refusals: when({
        'shop-not-for-village': !shop.villageIds.includes(person?.villageId ?? ''),
        'goods-twice': new Set(lines.map((line) => line.goodsId)).size < lines.length,
        'goods-not-found': shelf.some(({ stock }) => !stock),
        'price-changed': points !== shown,
        'below-minimum': points < fewestPoints,
        'stock-gone': shelf.some(({ stock, count }) => stock && stock.onHand - stock.held < count),
        'points-not-enough': free < points,
        'spending-frozen': isFrozen(account),
        'household-ended': (account?.ended ?? null) !== null,
      }),
      effect() {
        if (!account) return ['somebody without an account has ordered'];
        for (const { stock, count } of shelf) if (stock) stock.held += count;
        model.orders.set(orderId, {
          ...{ orderId, shopId, householdId, points, lines: priced },
          ...{ state: 'placed', scan: null, usedCodes: new Set() },
          byProxy: proxy ? { helper: proxy.helper, second: proxy.second } : null,
          ...{ shares: hold(account, points, atMs), expiresAtMs },
        });
        return undefined;
      },
      value: () => ({ orderId, points, expiresAtMs }),
    };
  },
});

/** Goods leave a shelf with their share of what all of it had cost; says how much that is. */
function takeOff(stock: ModelStock, count: number): number {
  const left = stock.onHand - count;
  // Half a fen stays on the shelf, as in the books.
  const share = left === 0 ? stock.worth : Math.ceil((stock.worth * count) / stock.onHand - 0.5);
  stock.onHand = left;
  stock.worth -= share;
  return share;
}

/** Points and goods go where this ending sends them. */
export function endOrder(model: Model, order: ModelOrder, state: string, atMs: number): string[] {
  const account = model.accounts.get(order.householdId);
  if (!account) return [`order ${order.orderId} is nobody's`];
  order.state = state;
  order.scan = null;
  for (const { goodsId, count } of order.lines) {
    const stock = model.stock.get(`${order.shopId}.${goodsId}`);
    if (!stock) return [`order ${order.orderId} is for goods that are not there`];
    stock.held -= count;
    if (state === 'handed-over') stock.givenWorth += takeOff(stock, count);
  }
  if (state === 'handed-over') redeem(account, order.shares);
  else release(account, order.shares, atMs, state === 'shop-cancelled');
  return [];
}

const isOver = (order: ModelOrder, atMs: number) =>
  order.state !== 'placed' || atMs >= order.expiresAtMs;

/** Goods may be across the counter: only the keeper who scanned may end it, or scan it anew. */
export const scanStands = ({ scan }: ModelOrder, atMs: number) =>
  scan !== null && atMs < scan.atMs + scanLifeMs;

const ownScan = (order: ModelOrder, { personId, atMs }: Pick<Call, 'personId' | 'atMs'>) =>
  scanStands(order, atMs) && order.scan?.keeper === personId;

const scanOfAnother = (order: ModelOrder, call: Pick<Call, 'personId' | 'atMs'>) =>
  scanStands(order, call.atMs) && !ownScan(order, call);

/** For the keeper who scanned it, its last day ends with the scan. */
const isOverForKeeper = (order: ModelOrder, call: Pick<Call, 'personId' | 'atMs'>) =>
  order.state !== 'placed' || (isOver(order, call.atMs) && !ownScan(order, call));

function ofOwnShop(model: Model, { orderId }: OnOrder, person: Parameters<typeof has>[0]): boolean {
  const order = model.orders.get(orderId);
  return order !== undefined && has(person, 'keeper', order.shopId);
}

/** Of what somebody ordered for a household, three must have a hand in it; the PIN is one. */
function fewerThanThree(
  { byProxy }: ModelOrder,
  keeper: string,
  witness: { second: string | null } | null,
): boolean {
  if (!byProxy) return false;
  const seconds = [byProxy.second, ...(witness ? [witness.second] : [])];
  const hands = new Set([byProxy.helper, keeper, ...seconds.map((each) => each ?? 'the PIN')]);
  return hands.size < 3;
}

const cancelOrder: Rule<OnOrder & { proxyId?: string | undefined }> = forOthers({
  may(model, { orderId }, person) {
    const order = model.orders.get(orderId);
    return has(person, 'resident') && order?.householdId === person?.householdId;
  },
  decide(model, { orderId }, { atMs }) {
    const order = model.orders.get(orderId);
    if (!order) return { refusals: ['order-not-found'] };
    return {
      refusals: when({
        'wrong-state': isOver(order, atMs),
        'being-handed-over': scanStands(order, atMs),
      }),
      effect: () => endOrder(model, order, 'cancelled', atMs),
      value: () => ({ orderId: order.orderId, state: 'cancelled' }),
    };
  },
});

const openPickup: Rule<InputOf<typeof exchange.openPickup>> = {
  may: (_, __, person) => has(person, 'keeper'),
  decide(model, { code }, { person, personId, atMs }) {
    const shown = model.codes.get(code);
    const order = shown && model.orders.get(shown.orderId);
    if (!order) return { refusals: ['code-not-ours'] };
    return {
      refusals: when({
        'other-shop': !has(person, 'keeper', order.shopId),
        'code-stale': atMs >= shown.issuedAtMs + codeLifeMs,
        'code-used': order.usedCodes.has(code),
        'wrong-state': isOver(order, atMs),
        'own-household': person?.householdId === order.householdId,
        'being-handed-over': scanOfAnother(order, { personId, atMs }),
        'three-must-stand': fewerThanThree(order, personId, null),
      }),
      effect() {
        order.usedCodes.add(code);
        order.scan = { keeper: personId, atMs, witness: null };
        return undefined;
      },
      value: () => ({ orderId: order.orderId, confirmBeforeMs: atMs + scanLifeMs }),
    };
  },
};

const openPickupByCard: Rule<InputOf<typeof exchange.openPickupByCard>> = {
  may: ofOwnShop,
  decide(model, { orderId, proxyId }, { person, personId, atMs }) {
    const order = model.orders.get(orderId);
    if (!order) return { refusals: ['order-not-found'] };
    const proxy = inHand(model, proxyId, person);
    if (!proxy || atMs >= proxy.endsAtMs) return { refusals: ['proxy-over'] };
    const witness = { second: proxy.second };
    return {
      refusals: when({
        'not-of-this-card': proxy.householdId !== order.householdId,
        'wrong-state': isOver(order, atMs),
        'own-household': person?.householdId === order.householdId,
        'being-handed-over': scanOfAnother(order, { personId, atMs }),
        'three-must-stand': fewerThanThree(order, personId, witness),
      }),
      effect() {
        order.scan = { keeper: personId, atMs, witness };
        return undefined;
      },
      value: () => ({ orderId, confirmBeforeMs: atMs + scanLifeMs }),
    };
  },
};

const handOver: Rule<OnOrder> = {
  may: ofOwnShop,
  decide(model, { orderId }, { person, personId, atMs }) {
    const order = model.orders.get(orderId);
    if (!order) return { refusals: ['order-not-found'] };
    const missing = order.lines.some(
      ({ goodsId, count }) => (model.stock.get(`${order.shopId}.${goodsId}`)?.onHand ?? 0) < count,
    );
    return {
      refusals: when({
        'wrong-state': isOverForKeeper(order, { personId, atMs }),
        'own-household': person?.householdId === order.householdId,
        'being-handed-over': scanOfAnother(order, { personId, atMs }),
        'scan-first': !ownScan(order, { personId, atMs }),
        'three-must-stand': fewerThanThree(order, personId, order.scan?.witness ?? null),
        'stock-gone': missing,
        'spending-frozen': isFrozen(model.accounts.get(order.householdId)),
      }),
      effect: () => endOrder(model, order, 'handed-over', atMs),
      value: () => ({
        ...{ orderId: order.orderId, state: 'handed-over' },
        householdNumber: model.households.get(order.householdId)?.number,
      }),
    };
  },
};

const cancelForShop: Rule<OnOrder> = {
  may: ofOwnShop,
  decide(model, { orderId }, { person, personId, atMs }) {
    const order = model.orders.get(orderId);
    if (!order) return { refusals: ['order-not-found'] };
    return {
      refusals: when({
        'wrong-state': isOverForKeeper(order, { personId, atMs }),
        'own-household': person?.householdId === order.householdId,
        'being-handed-over': scanOfAnother(order, { personId, atMs }),
      }),
      effect: () => endOrder(model, order, 'shop-cancelled', atMs),
      value: () => ({ orderId: order.orderId, state: 'shop-cancelled' }),
    };
  },
};

const looksAfter = (_: Model, { shopId }: { shopId: string }, person: Call['person']) =>
  has(person, 'keeper', shopId) || has(person, 'town-admin');

const moveStock: Rule<InputOf<typeof exchange.moveStock>> = {
  may: looksAfter,
  decide(model, { shopId, goodsId, change, reason }, { person }) {
    const stock = model.stock.get(`${shopId}.${goodsId}`);
    const pays = { 'books-the-money': change > 0 && has(person, 'town-admin') };
    if (!model.shops.has(shopId)) return { refusals: when({ 'shop-not-found': true, ...pays }) };
    if (!stock) return { refusals: when({ 'goods-not-found': true, ...pays }) };
    const wrongWay =
      (reason === 'bought-in' && change < 0) ||
      ((reason === 'damaged' || reason === 'lost') && change > 0);
    return {
      refusals: when({
        'change-is-zero': change === 0,
        'reason-does-not-fit': wrongWay,
        'stock-below-zero': stock.onHand + change < 0,
        ...pays,
      }),
      effect() {
        if (change < 0) {
          stock.lostWorth += takeOff(stock, -change);
          return undefined;
        }
        stock.onHand += change;
        stock.worth += change * stock.costFen;
        if (reason === 'counted') stock.lostWorth -= change * stock.costFen;
        return undefined;
      },
      value: () => ({ goodsId, onHand: stock.onHand, held: stock.held }),
    };
  },
};

const offerGoods: Rule<InputOf<typeof exchange.offerGoods>> = {
  may: looksAfter,
  decide(model, { shopId, goodsId: given, name, points, costFen }) {
    if (!model.shops.has(shopId)) return { refusals: ['shop-not-found'] };
    const shelf = [...model.stock].filter(([key]) => key.startsWith(`${shopId}.`));
    const ids = shelf.map(([key]) => key.slice(shopId.length + 1));
    const goodsId = given ?? countedOn('g', ids);
    const id = `${shopId}.${goodsId}`;
    const isThere = shelf.some(([, stock]) => stock.name === name);
    return {
      refusals: when({
        'goods-exists': given === undefined && isThere,
        'cost-does-not-fit': Math.abs(costFen - points * 100) > points * 10,
      }),
      effect() {
        const nothing = { onHand: 0, held: 0, worth: 0, givenWorth: 0, lostWorth: 0 };
        model.stock.set(id, { ...(model.stock.get(id) ?? nothing), name, points, costFen });
        return undefined;
      },
      value: () => ({ goodsId }),
    };
  },
};

/** Orders and shelves, one rule for each action of `exchange`. */
export const orderRules = {
  'place-order': placeOrder,
  'cancel-order': cancelOrder,
  'open-pickup': openPickup,
  'open-pickup-by-card': openPickupByCard,
  'hand-over': handOver,
  'cancel-for-shop': cancelForShop,
  'move-stock': moveStock,
  'offer-goods': offerGoods,
} satisfies Record<string, AnyRule>;
