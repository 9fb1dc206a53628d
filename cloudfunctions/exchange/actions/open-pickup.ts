import { exchange } from '../../../src/contracts';
import { checkOrderMove, factsOf } from '../../../src/domain/exchange/end-order';
import {
  mustServeOwnShop,
  parseCode,
  refuseForeignCode,
  scanLifeMs,
  signedText,
  spendCode,
} from '../../../src/domain/exchange/pickup-code';
import type { Order } from '../../../src/domain/exchange/types';
import { placesOf } from '../../runtime/caller';
import { defineCommand } from '../../runtime/define-action';
import { actorOf } from '../order-scene';

/** The shop follows from the code, so that a keeper elsewhere hears which shop it is for. */
export const openPickup = defineCommand({
  contract: exchange.openPickup,
  allow: [{ who: 'keeper' }],
  async run({ input, caller, personId, tx, nowMs, secret }) {
    const code = parseCode(input.code) ?? refuseForeignCode();
    const order = await tx.get<Order>('orders', code.orderId);
    if (!order) refuseForeignCode();
    const ours = secret.matches('pickup', signedText(code, order.shopId), code.signature);
    if (!ours) refuseForeignCode();
    mustServeOwnShop(order, placesOf(caller, 'keeper'));
    const opened = spendCode(order, code, personId, nowMs);
    checkOrderMove('open-pickup', order, factsOf(order, actorOf(caller), nowMs, null));
    tx.set('orders', order.orderId, opened);
    return { orderId: order.orderId, confirmBeforeMs: nowMs + scanLifeMs };
  },
});
