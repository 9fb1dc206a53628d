import { exchange } from '../../../src/contracts';
import { openedByCard } from '../../../src/domain/exchange/open-by-card';
import { scanLifeMs } from '../../../src/domain/exchange/pickup-code';
import { inHand, refuseOver } from '../../../src/domain/people/proxy';
import { defineCommand } from '../../runtime/define-action';
import { countInVisit } from '../../runtime/visit';
import { actorOf, placeOfOrder, readOrder } from '../order-scene';

/** The keeper acts as the keeper, and what they have in hand says who is at the counter. */
export const openPickupByCard = defineCommand({
  contract: exchange.openPickupByCard,
  allow: [{ who: 'keeper', at: 'own-shop' }],
  place: placeOfOrder,
  async run({ input, caller, tx, nowMs }) {
    const order = await readOrder(tx, input.orderId);
    const proxy = inHand(caller.person, input.proxyId);
    if (!proxy || nowMs >= proxy.endsAtMs) refuseOver();
    const opened = openedByCard(order, proxy, actorOf(caller), nowMs);
    tx.set('orders', order.orderId, opened);
    await countInVisit(tx, proxy, exchange.openPickupByCard.action);
    return { orderId: order.orderId, confirmBeforeMs: nowMs + scanLifeMs };
  },
});
