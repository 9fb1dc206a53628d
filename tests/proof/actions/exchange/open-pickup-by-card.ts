import { anOrder, holder, pickFrom } from '../../../simulation/histories/moves/move';
import { openidOf, proxiesIn } from '../../../simulation/histories/moves/proxies';
import { keeper } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { notOneself } from '../../may';
import { running } from '../../ready/proxies';

export const card: Card = {
  async call(town) {
    const [orderId, other] = [await town.order(8), await town.order(8)];
    const proxyId = await running(town, 13, 8);
    return { as: keeper, input: { orderId, proxyId }, otherInput: { orderId: other, proxyId } };
  },
  who: 'keepers of the shop who act for the household, not for oneself',
  may: { keeper: notOneself },
  publishes: { ...onlyThoseWhoMay, texts: [] },
  move: {
    weight: 14,
    wish(scene) {
      const { model, random } = scene;
      const proxy = pickFrom(scene, proxiesIn(scene, 'running'));
      const theirs = [...model.orders.values()].filter(
        ({ householdId, state }) => householdId === proxy?.householdId && state === 'placed',
      );
      const order = (random.chance(0.85) && pickFrom(scene, theirs)) || anOrder(scene);
      if (!proxy || !order) return null;
      const { orderId, shopId } = order;
      const helper = openidOf(scene, proxy.helper);
      const openid = helper ?? holder(scene, 'keeper', shopId);
      return { openid, input: { orderId, proxyId: proxy.proxyId } };
    },
  },
  costs: { requests: 20, documents: 20 },
};
