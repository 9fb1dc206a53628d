import { exchange } from '../../../src/contracts';
import { decideCancellingForShop } from '../../../src/domain/exchange/end-order';
import { defineCommand } from '../../runtime/define-action';
import { actorOf, placeOfOrder, readScene, saveOrder } from '../order-scene';

export const cancelForShop = defineCommand({
  contract: exchange.cancelForShop,
  allow: [{ who: 'keeper', at: 'own-shop' }],
  place: placeOfOrder,
  async run(context) {
    const { input, caller, tx, nowMs } = context;
    const scene = await readScene(tx, input.orderId, nowMs);
    const effect = decideCancellingForShop(scene, actorOf(caller), input.reason);
    saveOrder(context, effect, 'set');
    return { orderId: input.orderId, state: effect.order.state };
  },
});
