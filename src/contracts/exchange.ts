import * as z from 'zod/mini';
import { contract } from './contract';
import * as f from './fields';
import { mostGoodsOnAShelf, mostShops, tasksPerPage } from './limits';
import { byProxy } from './proxy';

export const shop = z.object({
  shopId: f.slug,
  name: z.string(),
  /** Own shop, a merchant's shop, or shared by neighbouring villages (plan 三(一)1). */
  kind: z.enum(['own', 'merchant', 'shared']),
  address: z.string(),
  hours: z.string(),
  villageNames: f.listOf(z.string(), 20),
});

export const listShops = contract({
  functionName: 'exchange',
  action: 'list-shops',
  title: '看能去的超市',
  kind: 'query',
  input: z.strictObject({ villageId: f.slug }),
  value: z.object({ shops: f.listOf(shop, mostShops) }),
  refusals: [],
});

export const goods = z.object({
  goodsId: f.slug,
  name: z.string(),
  unit: z.string(),
  points: f.points,
  kind: z.enum(['goods', 'service']),
  /** On the shelf and not held for somebody else. */
  available: z.int(),
});

export const listGoods = contract({
  functionName: 'exchange',
  action: 'list-goods',
  title: '看货架',
  kind: 'query',
  input: z.strictObject({ shopId: f.slug }),
  value: z.object({ shop, goods: f.listOf(goods, mostGoodsOnAShelf) }),
  refusals: ['shop-not-found'],
});

export const orderState = z.enum([
  'placed',
  'handed-over',
  'cancelled',
  'shop-cancelled',
  'expired',
]);
export type OrderState = z.infer<typeof orderState>;

export const orderLine = z.object({
  goodsId: f.slug,
  name: z.string(),
  unit: z.string(),
  count: z.int(),
  /** Price of one when the order was placed. */
  points: f.points,
});

const mostLinesOfAnOrder = 10;

export const order = z.object({
  orderId: f.ulid,
  state: orderState,
  stateLabel: z.string(),
  next: z.string(),
  shopId: f.slug,
  shopName: z.string(),
  householdNumber: f.householdNumber,
  householdName: z.string(),
  lines: f.listOf(orderLine, mostLinesOfAnOrder),
  points: f.points,
  placedAtMs: f.instant,
  expiresAtMs: f.instant,
  endedAtMs: z.nullable(f.instant),
});

/**
 * The command id becomes the order id. Points move to held, goods are set aside, both at once.
 * `points` is what the shelf said that all of it costs: nobody pays a price they have not seen.
 */
export const placeOrder = contract({
  functionName: 'exchange',
  action: 'place-order',
  title: '下单兑换',
  kind: 'command',
  input: z.strictObject({
    shopId: f.slug,
    lines: z
      .array(z.strictObject({ goodsId: f.slug, count: f.wholeCount }))
      .check(z.minLength(1), z.maxLength(mostLinesOfAnOrder)),
    points: f.points,
    ...byProxy,
  }),
  value: z.object({ orderId: f.ulid, points: f.points, expiresAtMs: f.instant }),
  logged: ['shopId', 'lines', 'points', 'proxyId'],
  byProxy: true,
  refusals: [
    'shop-not-found',
    'shop-not-for-village',
    'goods-not-found',
    'goods-twice',
    'price-changed',
    'stock-gone',
    'points-not-enough',
    'below-minimum',
    'spending-frozen',
    'household-ended',
  ],
});

const orderMove = z.object({ orderId: f.ulid, state: orderState });

export const cancelOrder = contract({
  functionName: 'exchange',
  action: 'cancel-order',
  title: '不换了',
  kind: 'command',
  input: z.strictObject({ orderId: f.ulid, ...byProxy }),
  value: orderMove,
  logged: ['orderId', 'proxyId'],
  byProxy: true,
  refusals: ['order-not-found', 'wrong-state', 'being-handed-over'],
});

export const listOrders = contract({
  functionName: 'exchange',
  action: 'list-orders',
  title: '看我家的兑换单',
  kind: 'query',
  input: z.strictObject({ after: z.optional(f.ulid), ...byProxy }),
  value: z.object({ orders: f.listOf(order, 20), more: z.boolean() }),
  refusals: [],
  byProxy: true,
});

export const readOrder = contract({
  functionName: 'exchange',
  action: 'read-order',
  title: '看一张兑换单',
  kind: 'query',
  byProxy: true,
  input: z.strictObject({ orderId: f.ulid, ...byProxy }),
  /** The buttons are those of the order's workflow for whoever reads it. */
  value: z.extend(order, {
    offered: f.listOf(z.object({ action: z.string(), label: z.string() }), 10),
  }),
  refusals: ['order-not-found'],
});

/** HMAC, good for 60 seconds, bound to the order and the shop, taken once. */
export const issuePickupCode = contract({
  functionName: 'exchange',
  action: 'issue-pickup-code',
  title: '出示取货码',
  kind: 'query',
  byProxy: true,
  input: z.strictObject({ orderId: f.ulid, ...byProxy }),
  value: z.object({ code: z.string(), validUntilMs: f.instant, nowMs: f.instant }),
  refusals: ['order-not-found', 'wrong-state', 'spending-frozen'],
});

/**
 * The scan: spends the code and lets this keeper hand over within five minutes; meanwhile nobody
 * else ends the order.
 */
export const openPickup = contract({
  functionName: 'exchange',
  action: 'open-pickup',
  title: '扫取货码',
  kind: 'command',
  input: z.strictObject({ code: z.string().check(z.minLength(1), z.maxLength(200)) }),
  value: z.object({ orderId: f.ulid, confirmBeforeMs: f.instant }),
  refusals: [
    'code-not-ours',
    'code-stale',
    'code-used',
    'other-shop',
    'wrong-state',
    'own-household',
    'being-handed-over',
    'three-must-stand',
  ],
});

/**
 * In place of the scan: the household is there with its card, and the keeper acts for it. Whoever
 * ordered for it, and whoever confirmed that, need somebody more.
 */
export const openPickupByCard = contract({
  functionName: 'exchange',
  action: 'open-pickup-by-card',
  title: '凭户码卡取货',
  kind: 'command',
  input: z.strictObject({ orderId: f.ulid, proxyId: f.ulid }),
  value: z.object({ orderId: f.ulid, confirmBeforeMs: f.instant }),
  logged: ['orderId', 'proxyId'],
  refusals: [
    'order-not-found',
    'wrong-state',
    'own-household',
    'being-handed-over',
    'not-of-this-card',
    'three-must-stand',
  ],
});

export const handOver = contract({
  functionName: 'exchange',
  action: 'hand-over',
  title: '交货',
  kind: 'command',
  input: z.strictObject({ orderId: f.ulid }),
  value: z.object({ orderId: f.ulid, state: orderState, householdNumber: f.householdNumber }),
  logged: ['orderId'],
  refusals: [
    'order-not-found',
    'wrong-state',
    'own-household',
    'being-handed-over',
    'scan-first',
    'three-must-stand',
    'stock-gone',
    'spending-frozen',
  ],
});

/** The shop cannot give the goods: points go back, a lapsed lot gets 30 days more. */
export const cancelForShop = contract({
  functionName: 'exchange',
  action: 'cancel-for-shop',
  title: '货交不了,退分',
  kind: 'command',
  input: z.strictObject({ orderId: f.ulid, reason: f.text(100) }),
  value: orderMove,
  logged: ['orderId'],
  said: ['reason'],
  refusals: ['order-not-found', 'wrong-state', 'own-household', 'being-handed-over'],
});

export const listShopOrders = contract({
  functionName: 'exchange',
  action: 'list-shop-orders',
  title: '看本店的兑换单',
  kind: 'query',
  input: z.strictObject({ shopId: f.slug, after: z.optional(f.cursor) }),
  value: z.object({
    shopName: z.string(),
    handedOverToday: z.int(),
    /** All of today's, also those that are not listed. */
    endedToday: z.int(),
    waiting: f.listOf(order, tasksPerPage),
    /** Whether more wait behind these. */
    more: z.boolean(),
    next: z.nullable(f.cursor),
    /** The latest that ended today; only with the first page of what waits. */
    today: f.listOf(order, tasksPerPage),
  }),
  refusals: ['shop-not-found'],
});

export const stockLine = z.object({
  goodsId: f.slug,
  name: z.string(),
  unit: z.string(),
  points: f.points,
  /** What one costs the shop, in fen. */
  costFen: z.int(),
  kind: z.enum(['goods', 'service']),
  onHand: z.int(),
  held: z.int(),
  safetyStock: z.int(),
  low: z.boolean(),
});

export const readStock = contract({
  functionName: 'exchange',
  action: 'read-stock',
  title: '看库存',
  kind: 'query',
  input: z.strictObject({ shopId: f.slug }),
  value: z.object({ shopName: z.string(), stock: f.listOf(stockLine, mostGoodsOnAShelf) }),
  refusals: ['shop-not-found'],
});

/**
 * Stock changes only by movements: bought in, damaged, lost, counted. Whoever may book money brings
 * nothing in.
 */
export const moveStock = contract({
  functionName: 'exchange',
  action: 'move-stock',
  title: '进货、报损、盘点',
  kind: 'command',
  input: z.strictObject({
    shopId: f.slug,
    goodsId: f.slug,
    change: z.int().check(z.minimum(-9999), z.maximum(9999)),
    reason: z.enum(['bought-in', 'damaged', 'lost', 'counted']),
    note: z.optional(f.text(100)),
  }),
  value: z.object({ goodsId: f.slug, onHand: z.int(), held: z.int() }),
  logged: ['shopId', 'goodsId', 'change', 'reason'],
  said: ['note'],
  refusals: [
    'shop-not-found',
    'goods-not-found',
    'change-is-zero',
    'reason-does-not-fit',
    'stock-below-zero',
    'books-the-money',
  ],
});

/**
 * Puts goods on a shop's shelf, or changes their name, price, cost or safety stock; cost and price
 * fit each other by the catalogue's own rule.
 */
export const offerGoods = contract({
  functionName: 'exchange',
  action: 'offer-goods',
  title: '上架',
  kind: 'command',
  input: z.strictObject({
    shopId: f.slug,
    /** Missing for what is new: it gets its id here. */
    goodsId: z.optional(f.slug),
    name: f.text(30),
    unit: f.text(6),
    points: z.int().check(z.minimum(5), z.maximum(9999)),
    costFen: z.int().check(z.minimum(0), z.maximum(1_000_000)),
    kind: z.enum(['goods', 'service']),
    safetyStock: z.int().check(z.minimum(0), z.maximum(9999)),
  }),
  value: z.object({ goodsId: f.slug }),
  logged: ['shopId', 'goodsId', 'points', 'costFen', 'kind', 'safetyStock'],
  said: ['name', 'unit'],
  refusals: ['shop-not-found', 'goods-exists', 'private-number', 'cost-does-not-fit', 'shelf-full'],
});
