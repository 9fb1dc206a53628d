import { isFrozen } from '../../../simulation/histories/model/purse';
import { aShop, goodsOf, shelfOf } from '../../../simulation/histories/moves/exchange';
import {
  holder,
  isWrong,
  ofHousehold,
  pickFrom,
  type Scene,
} from '../../../simulation/histories/moves/move';
import { testShopId } from '../../../support/town';
import { resident } from '../../call';
import type { Card } from '../../card';
import { oneself } from '../../may';

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

export const card: Card = {
  call: () => ({
    as: resident,
    input: { shopId: testShopId, lines: [{ goodsId: 'soap', count: 2 }], points: 10 },
    otherInput: { shopId: testShopId, lines: [{ goodsId: 'soap', count: 1 }], points: 5 },
  }),
  who: 'residents, with their own points at a shop of their village',
  may: { resident: { ...oneself, 'other-village': 'shop-not-for-village' } },
  publishes: {
    apart: 'about-the-caller',
    caller: ['orderId points expiresAtMs'],
    texts: [],
  },
  move: {
    weight: 16,
    // Nothing on a shelf costs less than the least an order may; of a visit that outlasts its
    // household: actions/people/two-households.
    elsewhere: ['below-minimum', 'household-ended'],
    wish(scene) {
      const { random, model, world } = scene;
      // Somebody of a household that may not spend would like to all the same.
      const stopped = [...model.accounts].filter(([, account]) => isFrozen(account));
      const [stoppedId] = (random.chance(0.15) && pickFrom(scene, stopped)) || [];
      const openid = stoppedId ? ofHousehold(scene, stoppedId) : holder(scene, 'resident');
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
  },
  costs: { requests: 18, documents: 15 },
};
