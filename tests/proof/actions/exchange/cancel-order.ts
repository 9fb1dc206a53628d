import { aScannedOrder } from '../../../simulation/histories/moves/exchange';
import { anOrder, ofHousehold } from '../../../simulation/histories/moves/move';
import { resident } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { ownHousehold } from '../../may';

export const card: Card = {
  async call(town) {
    const input = { orderId: await town.order(8) };
    return { as: resident, input, otherInput: { orderId: await town.order(8) } };
  },
  who: 'the household itself',
  may: { resident: ownHousehold },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 4,
    wish(scene) {
      // With the goods in hand the points would be welcome back.
      const order = (scene.random.chance(0.3) && aScannedOrder(scene)) || anOrder(scene);
      if (!order) return null;
      const { orderId, householdId } = order;
      return { openid: ofHousehold(scene, householdId), input: { orderId } };
    },
  },
  costs: { requests: 15, documents: 14 },
};
