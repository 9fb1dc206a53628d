import { has } from '../../../simulation/histories/model/rule';
import { aScannedOrder } from '../../../simulation/histories/moves/exchange';
import { anOrder, holder, pickFrom } from '../../../simulation/histories/moves/move';
import { keeper } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { notOneself } from '../../may';

export const card: Card = {
  async call(town) {
    const orderIds = [await town.order(8), await town.order(8)];
    for (const orderId of orderIds) await town.scan(orderId);
    const [orderId, other] = orderIds;
    return { as: keeper, input: { orderId }, otherInput: { orderId: other } };
  },
  who: 'keepers of the shop, not for oneself',
  may: { keeper: notOneself },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 20,
    wish(scene) {
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
  },
  costs: { requests: 15, documents: 14 },
};
