import { exchange } from '../../../../src/contracts';
import {
  anOrder,
  anybody,
  holder,
  isWrong,
  type Moves,
  ofHousehold,
  pickFrom,
  type Scene,
} from './move';

const goodsIds = ['soap', 'rice-5kg', 'towel', 'cooker'];

function aShop({ random, model }: Scene): string {
  return random.chance(0.05) ? 'shop-nowhere' : random.pick([...model.shops.keys()]);
}

function goodsOf(scene: Scene, shopId: string): string {
  const there = [...scene.model.stock.keys()].filter((id) => id.startsWith(`${shopId}.`));
  const known = pickFrom(scene, there)?.slice(shopId.length + 1);
  return known && !isWrong(scene) ? known : scene.random.pick(goodsIds);
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

export const exchangeMoves: Moves = {
  'place-order'(scene) {
    const { random, model, world } = scene;
    const openid = holder(scene, 'resident');
    const village = model.persons.get(world.personIdOf(openid))?.villageId;
    const ours = [...model.shops].filter(([, { villageIds }]) =>
      villageIds.includes(village ?? ''),
    );
    const shopId = isWrong(scene) ? aShop(scene) : (pickFrom(scene, ours)?.[0] ?? aShop(scene));
    const line = () => ({
      goodsId: goodsOf(scene, shopId),
      count: 1 + random.integer(isWrong(scene) ? 20 : 2),
    });
    const lines = random.chance(0.2) ? [line(), line()] : [line()];
    return { openid, input: { shopId, lines } };
  },
  'cancel-order'(scene) {
    const order = anOrder(scene);
    if (!order) return null;
    const { orderId, householdId } = order;
    return { openid: ofHousehold(scene, householdId), input: { orderId } };
  },
  async 'open-pickup'(scene) {
    const order = anOrder(scene);
    if (!order) return null;
    const { orderId, householdId, shopId } = order;
    const old = pickFrom(scene, [...scene.model.codes.keys()]);
    const code = isWrong(scene) && old ? old : await showCode(scene, orderId, householdId);
    return { openid: holder(scene, 'keeper', shopId), input: { code } };
  },
  'hand-over'(scene) {
    const { model, world, openids, random } = scene;
    const scanned = [...model.orders.values()].filter(({ scan }) => scan !== null);
    const order = random.chance(0.8) ? pickFrom(scene, scanned) : anOrder(scene);
    if (!order) return null;
    const scanner = openids.find((openid) => world.personIdOf(openid) === order.scan?.keeper);
    const openid = scanner && !isWrong(scene) ? scanner : holder(scene, 'keeper', order.shopId);
    return { openid, input: { orderId: order.orderId } };
  },
  'cancel-for-shop'(scene) {
    const order = anOrder(scene);
    if (!order) return null;
    const { orderId, shopId } = order;
    return { openid: holder(scene, 'keeper', shopId), input: { orderId, reason: '货没有到' } };
  },
  'move-stock'(scene) {
    const { random } = scene;
    const shopId = aShop(scene);
    const reason = random.pick(['bought-in', 'bought-in', 'damaged', 'lost', 'counted'] as const);
    const size = random.integer(isWrong(scene) ? 40 : 5);
    const grows = reason === 'bought-in' || (reason === 'counted' && random.chance(0.5));
    const change = grows !== isWrong(scene) ? size : -size;
    const openid = isWrong(scene) ? anybody(scene) : holder(scene, 'keeper', shopId);
    return { openid, input: { shopId, goodsId: goodsOf(scene, shopId), change, reason } };
  },
  'offer-goods'(scene) {
    const { random } = scene;
    const shopId = aShop(scene);
    const points = random.pick([5, 8, 10, 35]);
    const named = { name: '东西', unit: '个', kind: 'goods', safetyStock: 2 };
    const goods = { goodsId: random.pick(goodsIds), points, costFen: points * 100 };
    const openid = random.chance(0.5)
      ? holder(scene, 'town-admin')
      : holder(scene, 'keeper', shopId);
    return { openid, input: { shopId, ...named, ...goods } };
  },
};
