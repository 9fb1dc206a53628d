import { exchange } from '../../../src/contracts';
import { decideCancellingForShop } from '../../../src/domain/exchange/end-order';
import { writesOf } from '../../../src/domain/exchange/writes';
import { defineCommand } from '../../runtime/define-action';
import { actorOf, applyWrites, placeOfOrder, readScene } from '../order-scene';

export const cancelForShop = defineCommand({
  contract: exchange.cancelForShop,
  allow: [{ who: 'keeper', at: 'own-shop' }],
  place: placeOfOrder,
  async run({ input, caller, tx, nowMs }) {
    const scene = await readScene(tx, input.orderId, nowMs);
    const effect = decideCancellingForShop(scene, actorOf(caller), input.reason);
    applyWrites(tx, writesOf(effect, 'set'));
    return { orderId: input.orderId, state: effect.order.state };
  },
});
