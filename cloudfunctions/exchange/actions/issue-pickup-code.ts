import { exchange } from '../../../src/contracts';
import { checkOrderMove, factsOf } from '../../../src/domain/exchange/end-order';
import {
  composeCode,
  pickupCodeLifeMs,
  signedText,
} from '../../../src/domain/exchange/pickup-code';
import { defineQuery } from '../../runtime/define-action';
import { actorOf, placeOfOrder, readOrder } from '../order-scene';

export const issuePickupCode = defineQuery({
  contract: exchange.issuePickupCode,
  allow: [{ who: 'resident', at: 'own-household' }],
  place: placeOfOrder,
  async run({ input, caller, read, nowMs, secret, newId }) {
    const order = await readOrder(read, input.orderId);
    checkOrderMove('issue-pickup-code', order, factsOf(order, actorOf(caller), nowMs));
    const nonce = secret.sign('pickup', `nonce|${newId()}`, 12).slice(4);
    const unsigned = { orderId: order.orderId, issuedAtMs: nowMs, nonce };
    const signature = secret.sign('pickup', signedText(unsigned, order.shopId), 32);
    const code = composeCode({ ...unsigned, signature });
    return { code, validUntilMs: nowMs + pickupCodeLifeMs, nowMs };
  },
});
