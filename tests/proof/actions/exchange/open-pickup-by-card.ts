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
    weight: 22,
    wish(scene) {
      const { model, random } = scene;
      const proxies = proxiesIn(scene, 'running');
      const open = [...model.orders.values()].filter(({ state }) => state === 'placed');
      // Mostly somebody who stands at that counter, and an order of theirs.
      const fitting = proxies.flatMap((each) =>
        open.flatMap((one) => {
          const fits = one.householdId === each.householdId && one.shopId === each.place;
          return fits ? [[each, one] as const] : [];
        }),
      );
      const [there, theirs] = pickFrom(scene, fitting) ?? [];
      const proxy = there ?? pickFrom(scene, proxies);
      const order = (random.chance(0.9) && theirs) || anOrder(scene);
      if (!proxy || !order) return null;
      const { orderId, shopId } = order;
      const helper = openidOf(scene, proxy.helper);
      const openid = helper ?? holder(scene, 'keeper', shopId);
      return { openid, input: { orderId, proxyId: proxy.proxyId } };
    },
  },
  costs: { requests: 10, documents: 7 },
};
