import { exchange } from '../../../src/contracts';
import { offerGoods as decideOffer, stockIdOf } from '../../../src/domain/exchange/stock';
import type { Stock } from '../../../src/domain/exchange/types';
import { mustHoldNoPrivateNumber } from '../../../src/domain/kernel/private-number';
import { defineCommand } from '../../runtime/define-action';
import { readShop } from '../order-scene';

export const offerGoods = defineCommand({
  contract: exchange.offerGoods,
  allow: [{ who: 'keeper', at: 'own-shop' }, { who: 'town-admin' }],
  place: ({ input }) => ({ shopId: input.shopId }),
  async run({ input, tx }) {
    mustHoldNoPrivateNumber([input.name, input.unit]);
    await readShop(tx, input.shopId);
    const stockId = stockIdOf(input.shopId, input.goodsId);
    const known = await tx.get<Stock>('stock', stockId);
    tx.set('stock', stockId, decideOffer(known, input));
    return { goodsId: input.goodsId };
  },
});
