import { exchange } from '../../../src/contracts';
import { decideCancelling } from '../../../src/domain/exchange/end-order';
import { defineCommand } from '../../runtime/define-action';
import { actorOf, placeOfOrder, readScene, saveOrder } from '../order-scene';

export const cancelOrder = defineCommand({
  contract: exchange.cancelOrder,
  allow: [{ who: 'resident', at: 'own-household' }],
  place: placeOfOrder,
  async run({ input, caller, tx, nowMs }) {
    const scene = await readScene(tx, input.orderId, nowMs);
    const effect = decideCancelling(scene, actorOf(caller));
    saveOrder(tx, effect, 'set');
    return { orderId: input.orderId, state: effect.order.state };
  },
});
