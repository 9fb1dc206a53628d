import { exchange } from '../../../src/contracts';
import { orderView } from '../../../src/domain/exchange/order-view';
import { defineQuery } from '../../runtime/define-action';
import { placeOfOrder, readOrder as readOne } from '../order-scene';

export const readOrder = defineQuery({
  contract: exchange.readOrder,
  allow: [
    { who: 'resident', at: 'own-household' },
    { who: 'keeper', at: 'own-shop' },
  ],
  place: placeOfOrder,
  async run({ input, read, nowMs }) {
    return orderView(await readOne(read, input.orderId), nowMs);
  },
});
