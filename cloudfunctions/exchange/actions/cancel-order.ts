import { exchange } from '../../../src/contracts';
import { decideCancelling } from '../../../src/domain/exchange/end-order';
import { defineCommand } from '../../runtime/define-action';
import { actorOf, placeOfOrder, readScene, saveOrder } from '../order-scene';

export const cancelOrder = defineCommand({
  contract: exchange.cancelOrder,
  allow: [{ who: 'resident', at: 'own-household' }],
  place: placeOfOrder,
  async run(context) {
    const { input, caller, tx, nowMs } = context;
    const scene = await readScene(tx, input.orderId, nowMs);
    const effect = decideCancelling(scene, actorOf(caller));
    saveOrder(context, effect, 'set');
    return { orderId: input.orderId, state: effect.order.state };
  },
});
