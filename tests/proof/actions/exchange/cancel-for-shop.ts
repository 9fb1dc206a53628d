import { endOf } from '../../../simulation/histories/model/days';
import { aScannedOrder } from '../../../simulation/histories/moves/exchange';
import { anOrder, holder, pickFrom } from '../../../simulation/histories/moves/move';
import { keeper } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { notOneself } from '../../may';

export const card: Card = {
  async call(town) {
    const input = { orderId: await town.order(8), reason: '这一批香皂受潮了' };
    return { as: keeper, input, otherInput: { ...input, reason: '货还没有送到' } };
  },
  who: 'keepers of the shop, not for oneself',
  may: { keeper: notOneself },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 6,
    wish(scene) {
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
  },
  costs: { requests: 15, documents: 14 },
};
