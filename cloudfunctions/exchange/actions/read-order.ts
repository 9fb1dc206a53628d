import { exchange } from '../../../src/contracts';
import { offeredOrderMoves } from '../../../src/domain/exchange/offered-moves';
import { orderView } from '../../../src/domain/exchange/order-view';
import type { OrderActor } from '../../../src/domain/exchange/order-workflow';
import { placesOf } from '../../runtime/caller';
import { defineQuery } from '../../runtime/define-action';
import { actorOf, placeOfOrder, readOrder as readOne } from '../order-scene';

export const readOrder = defineQuery({
  contract: exchange.readOrder,
  allow: [
    { who: 'resident', at: 'own-household' },
    { who: 'keeper', at: 'own-shop' },
  ],
  place: placeOfOrder,
  async run({ input, read, caller, nowMs }) {
    const order = await readOne(read, input.orderId);
    const actor = actorOf(caller);
    const by: OrderActor[] = [];
    if (actor.householdId === order.householdId) by.push('resident');
    if (placesOf(caller, 'keeper').includes(order.shopId)) by.push('keeper');
    return {
      ...orderView(order, nowMs),
      offered: offeredOrderMoves(order, by, actor, nowMs),
    };
  },
});
