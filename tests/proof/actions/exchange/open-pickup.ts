import { exchange } from '../../../../src/contracts';
import { pickupCodeLifeMs } from '../../../../src/domain/exchange/pickup-code';
import { scanLifeMs } from '../../../simulation/histories/model/orders';
import { has } from '../../../simulation/histories/model/rule';
import type { ModelOrder } from '../../../simulation/histories/model/state';
import { aScannedOrder } from '../../../simulation/histories/moves/exchange';
import {
  anOrder,
  holder,
  isWrong,
  ofHousehold,
  pickFrom,
  type Scene,
} from '../../../simulation/histories/moves/move';
import { keeper } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { notOneself } from '../../may';

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

/** Codes of an order that were scanned and would still be good, the first shown first. */
function spentCodes({ model, world }: Scene, order: ModelOrder): string[] {
  const sinceMs = world.nowMs() - pickupCodeLifeMs;
  return [...model.codes].flatMap(([code, { orderId, issuedAtMs }]) =>
    orderId === order.orderId && issuedAtMs > sinceMs && order.usedCodes.has(code) ? [code] : [],
  );
}

/** Shown and scanned again and again within a minute: another code, then the first once more. */
async function shownAgain(scene: Scene, open: readonly ModelOrder[]) {
  const order = pickFrom(
    scene,
    open.filter((each) => spentCodes(scene, each).length > 0),
  );
  if (!order || !scene.random.chance(0.7)) return null;
  const { orderId, householdId, shopId } = order;
  const [first, second] = spentCodes(scene, order);
  const code = second ? first : await showCode(scene, orderId, householdId);
  return { openid: holder(scene, 'keeper', shopId), input: { code } };
}

export const card: Card = {
  async call(town) {
    const codes = [];
    for (const orderId of [await town.order(8), await town.order(8)]) {
      codes.push(await town.head(8).must(exchange.issuePickupCode, { orderId }));
    }
    const [first, second] = codes;
    return {
      as: keeper,
      input: { code: first?.code },
      otherInput: { code: second?.code },
    };
  },
  who: 'keepers of the shop, not for oneself; a keeper elsewhere hears where',
  may: {
    keeper: {
      ...notOneself,
      ...{ 'other-village': 'other-shop', 'other-shop': 'other-shop', none: 'other-shop' },
    },
  },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 22,
    // A keeper of one shop seldom holds the code of another; tests/actions tries it.
    elsewhere: ['other-shop'],
    async wish(scene) {
      const { random, model, world } = scene;
      const open = [...model.orders.values()].filter(({ state }) => state === 'placed');
      const again = await shownAgain(scene, open);
      if (again) return again;
      const endingMs = world.nowMs() + scanLifeMs;
      // Those of the last minute, and those that a colleague is about to hand over.
      const ending = open.filter(({ expiresAtMs }) => expiresAtMs <= endingMs);
      const order =
        (random.chance(0.7) && pickFrom(scene, ending)) ||
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
  },
  costs: { requests: 7, documents: 4 },
};
