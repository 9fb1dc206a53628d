import { exchange } from '../../../src/contracts';
import { checkOrderMove, factsOf, frozenOf } from '../../../src/domain/exchange/end-order';
import {
  composeCode,
  pickupCodeLifeMs,
  signedText,
} from '../../../src/domain/exchange/pickup-code';
import { defineQuery } from '../../runtime/define-action';
import { actorOf, placeOfOrder, readAccount, readOrder } from '../order-scene';

export const issuePickupCode = defineQuery({
  contract: exchange.issuePickupCode,
  allow: [{ who: 'resident', at: 'own-household' }],
  place: placeOfOrder,
  async run({ input, caller, read, nowMs, secret, newId }) {
    const order = await readOrder(read, input.orderId);
    const frozen = frozenOf(await readAccount(read, order.householdId));
    const facts = { ...factsOf(order, actorOf(caller), nowMs), ...frozen };
    checkOrderMove('issue-pickup-code', order, facts);
    const nonce = secret.sign('pickup', `nonce|${newId()}`, 12).slice(4);
    const unsigned = { orderId: order.orderId, issuedAtMs: nowMs, nonce };
    const signature = secret.sign('pickup', signedText(unsigned, order.shopId), 32);
    const code = composeCode({ ...unsigned, signature });
    return { code, validUntilMs: nowMs + pickupCodeLifeMs, nowMs };
  },
});
