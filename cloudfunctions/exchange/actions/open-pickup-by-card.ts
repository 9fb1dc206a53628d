import { exchange } from '../../../src/contracts';
import { commonRefusals } from '../../../src/contracts/refusals';
import { openedByCard } from '../../../src/domain/exchange/open-by-card';
import { scanLifeMs } from '../../../src/domain/exchange/pickup-code';
import { refuse } from '../../../src/domain/kernel/refusal';
import { inHand } from '../../../src/domain/people/proxy';
import { defineCommand } from '../../runtime/define-action';
import { actorOf, placeOfOrder, readOrder } from '../order-scene';

/** The keeper acts as the keeper, and what they have in hand says who is at the counter. */
export const openPickupByCard = defineCommand({
  contract: exchange.openPickupByCard,
  allow: [{ who: 'keeper', at: 'own-shop' }],
  place: placeOfOrder,
  async run({ input, caller, tx, nowMs }) {
    const order = await readOrder(tx, input.orderId);
    const proxy = inHand(caller.person, input.proxyId);
    if (!proxy || nowMs >= proxy.endsAtMs) refuse('proxy-over', commonRefusals['proxy-over']);
    const opened = openedByCard(order, proxy, actorOf(caller), nowMs);
    tx.set('orders', order.orderId, opened);
    return { orderId: order.orderId, confirmBeforeMs: nowMs + scanLifeMs };
  },
});
