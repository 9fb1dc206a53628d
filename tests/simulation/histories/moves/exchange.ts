import { exchange } from '../../../../src/contracts';
import { endOf } from '../model/days';
import { scanLifeMs } from '../model/orders';
import { has } from '../model/rule';
import type { Model, ModelStock } from '../model/state';
import { anOrder, holder, isWrong, type Moves, ofHousehold, pickFrom, type Scene } from './move';

const goodsIds = ['soap', 'rice-5kg', 'towel', 'cooker'];

function aShop({ random, model }: Scene): string {
  return random.chance(0.05) ? 'shop-nowhere' : random.pick([...model.shops.keys()]);
}

function shelfOf(model: Model, shopId: string): [goodsId: string, stock: ModelStock][] {
  return [...model.stock].flatMap(([id, stock]) =>
    id.startsWith(`${shopId}.`) ? [[id.slice(shopId.length + 1), stock]] : [],
  );
}

function goodsOf(scene: Scene, shopId: string): string {
  const known = pickFrom(scene, shelfOf(scene.model, shopId))?.[0];
  return known && !isWrong(scene) ? known : scene.random.pick(goodsIds);
}

/** One or two of something cheap, mostly; now and then all that stands there, held or not. */
function aLine(scene: Scene, shopId: string) {
  const { random, model } = scene;
  const cheap = shelfOf(model, shopId).filter(([, { points }]) => points <= 10);
  const wanted = random.chance(0.7) ? pickFrom(scene, cheap)?.[0] : undefined;
  const goodsId = wanted ?? goodsOf(scene, shopId);
  const onHand = model.stock.get(`${shopId}.${goodsId}`)?.onHand ?? 0;
  const all = isWrong(scene) && onHand > 0;
  return { goodsId, count: all ? onHand : 1 + random.integer(isWrong(scene) ? 20 : 2) };
}

/** Shown on the household's phone; whoever sees it may keep it. */
async function showCode(scene: Scene, orderId: string, householdId: string): Promise<string> {
  const { world, model } = scene;
  const openid = ofHousehold(scene, householdId);
  const answer = await world.ask(exchange.issuePickupCode, { orderId }, openid);
  if (!answer.ok) return 'JF1.nothing';
  const { code } = answer.value as { code: string };
  model.codes.set(code, { orderId, issuedAtMs: world.nowMs() });
  return code;
}

function aScannedOrder(scene: Scene) {
  const orders = [...scene.model.orders.values()];
  return pickFrom(
    scene,
    orders.filter(({ scan, state }) => scan !== null && state === 'placed'),
  );
}

export const exchangeMoves: Moves = {
  'place-order'(scene) {
    const { random, model, world } = scene;
    const openid = holder(scene, 'resident');
    const village = model.persons.get(world.personIdOf(openid))?.villageId;
    const ours = [...model.shops].filter(([, { villageIds }]) =>
      villageIds.includes(village ?? ''),
    );
    const stocked = ours.filter(([id]) => shelfOf(model, id).length > 0);
    const shopId = isWrong(scene) ? aShop(scene) : pickFrom(scene, stocked)?.[0];
    if (!shopId) return null;
    const lines = [aLine(scene, shopId)];
    if (random.chance(0.2)) lines.push(aLine(scene, shopId));
    // As the shelf says now; till the order is there a keeper may have changed it.
    const priceOf = (goodsId: string) => model.stock.get(`${shopId}.${goodsId}`)?.points ?? 0;
    const points = lines.reduce((sum, { goodsId, count }) => sum + count * priceOf(goodsId), 0);
    return { openid, input: { shopId, lines, points } };
  },
  'cancel-order'(scene) {
    // With the goods in hand the points would be welcome back.
    const order = (scene.random.chance(0.3) && aScannedOrder(scene)) || anOrder(scene);
    if (!order) return null;
    const { orderId, householdId } = order;
    return { openid: ofHousehold(scene, householdId), input: { orderId } };
  },
  async 'open-pickup'(scene) {
    const { random, model, world } = scene;
    const open = [...model.orders.values()].filter(({ state }) => state === 'placed');
    const endingMs = world.nowMs() + scanLifeMs;
    // Those of the last minute, and those that a colleague is about to hand over.
    const ending = open.filter(({ expiresAtMs }) => expiresAtMs <= endingMs);
    const order =
      (random.chance(0.5) && pickFrom(scene, ending)) ||
      (random.chance(0.1) && aScannedOrder(scene)) ||
      anOrder(scene);
    if (!order) return null;
    const { orderId, householdId, shopId } = order;
    const old = pickFrom(scene, [...scene.model.codes.keys()]);
    const code = isWrong(scene) && old ? old : await showCode(scene, orderId, householdId);
    // Now and then at the counter of another shop.
    const elsewhere = scene.openids.filter((openid) => {
      const person = scene.model.persons.get(scene.world.personIdOf(openid)) ?? null;
      return has(person, 'keeper') && !has(person, 'keeper', shopId);
    });
    const other = isWrong(scene) ? pickFrom(scene, elsewhere) : null;
    return { openid: other ?? holder(scene, 'keeper', shopId), input: { code } };
  },
  'hand-over'(scene) {
    const { model, world, openids, random } = scene;
    const order = random.chance(0.8) ? aScannedOrder(scene) : anOrder(scene);
    if (!order) return null;
    const scannedBy = (openid: string) => world.personIdOf(openid) === order.scan?.keeper;
    const scanner = openids.find(scannedBy);
    // Sometimes by a colleague who did not scan it.
    const colleagues = openids.filter((openid) => {
      const person = model.persons.get(world.personIdOf(openid)) ?? null;
      return has(person, 'keeper', order.shopId) && !scannedBy(openid);
    });
    const openid = (random.chance(0.75) ? scanner : undefined) ?? pickFrom(scene, colleagues);
    const handing = openid ?? holder(scene, 'keeper', order.shopId);
    return { openid: handing, input: { orderId: order.orderId } };
  },
  'cancel-for-shop'(scene) {
    // Rather those whose points have lapsed meanwhile: the shop's fault gives them more time.
    const late = [...scene.model.orders.values()].filter(
      ({ state, shares }) =>
        state === 'placed' && shares.some(({ lastDay }) => endOf(lastDay) <= scene.world.nowMs()),
    );
    const order =
      (scene.random.chance(0.7) && pickFrom(scene, late)) ||
      (scene.random.chance(0.2) && aScannedOrder(scene)) ||
      anOrder(scene);
    if (!order) return null;
    const { orderId, shopId } = order;
    return { openid: holder(scene, 'keeper', shopId), input: { orderId, reason: '货没有到' } };
  },
  'move-stock'(scene) {
    const { random } = scene;
    const shopId = aShop(scene);
    const reason = random.pick(['bought-in', 'bought-in', 'damaged', 'lost', 'counted'] as const);
    const goodsId = goodsOf(scene, shopId);
    const onHand = scene.model.stock.get(`${shopId}.${goodsId}`)?.onHand ?? 0;
    // A loss may take all there is, also what is set aside.
    const size = random.chance(0.25) ? onHand : random.integer(isWrong(scene) ? 40 : 5);
    const grows = reason === 'bought-in' || (reason === 'counted' && random.chance(0.5));
    const change = grows !== isWrong(scene) ? size : -size;
    const openid = isWrong(scene) ? holder(scene, 'town-admin') : holder(scene, 'keeper', shopId);
    return { openid, input: { shopId, goodsId, change, reason } };
  },
  'offer-goods'(scene) {
    const { random } = scene;
    const shopId = aShop(scene);
    const points = random.pick([5, 8, 10, 35]);
    const named = { name: '东西', unit: '个', kind: 'goods', safetyStock: 2 };
    const costFen = points * (isWrong(scene) ? 200 : 90 + random.integer(21));
    const goods = { goodsId: random.pick(goodsIds), points, costFen };
    const openid = random.chance(0.5)
      ? holder(scene, 'town-admin')
      : holder(scene, 'keeper', shopId);
    return { openid, input: { shopId, ...named, ...goods } };
  },
};
