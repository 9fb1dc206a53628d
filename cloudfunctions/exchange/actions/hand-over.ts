import { exchange } from '../../../src/contracts';
import { decideHandingOver } from '../../../src/domain/exchange/end-order';
import { defineCommand } from '../../runtime/define-action';
import { actorOf, placeOfOrder, readScene, saveOrder } from '../order-scene';

export const handOver = defineCommand({
  contract: exchange.handOver,
  allow: [{ who: 'keeper', at: 'own-shop' }],
  place: placeOfOrder,
  async run(context) {
    const { input, caller, tx, nowMs } = context;
    const scene = await readScene(tx, input.orderId, nowMs);
    const effect = decideHandingOver(scene, actorOf(caller));
    saveOrder(context, effect, 'set');
    const { orderId, state, householdNumber } = effect.order;
    return { orderId, state, householdNumber };
  },
});
