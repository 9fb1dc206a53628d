import { exchange } from '../../../src/contracts';
import { decideCancellingForShop } from '../../../src/domain/exchange/end-order';
import { defineCommand } from '../../runtime/define-action';
import { actorOf, placeOfOrder, readScene, saveOrder } from '../order-scene';

export const cancelForShop = defineCommand({
  contract: exchange.cancelForShop,
  allow: [{ who: 'keeper', at: 'own-shop' }],
  place: placeOfOrder,
  async run({ input, caller, tx, nowMs }) {
    const scene = await readScene(tx, input.orderId, nowMs);
    const effect = decideCancellingForShop(scene, actorOf(caller), input.reason);
    saveOrder(tx, effect, 'set');
    return { orderId: input.orderId, state: effect.order.state };
  },
});
