import { exchange } from '../../../src/contracts';
import { mostGoodsOnAShelf } from '../../../src/contracts/limits';
import {
  offerGoods as decideOffer,
  refuseMoreGoods,
  stockIdOf,
} from '../../../src/domain/exchange/stock';
import type { Stock } from '../../../src/domain/exchange/types';
import { mustHoldNoPrivateNumber } from '../../../src/domain/kernel/private-number';
import { defineCommand } from '../../runtime/define-action';
import { isFull } from '../../runtime/store/is-full';
import { readShop } from '../order-scene';

export const offerGoods = defineCommand({
  contract: exchange.offerGoods,
  allow: [{ who: 'keeper', at: 'own-shop' }, { who: 'town-admin' }],
  place: ({ input }) => ({ shopId: input.shopId }),
  async run({ input, tx, read }) {
    mustHoldNoPrivateNumber([input.name, input.unit]);
    const { shopId } = input;
    const shop = await readShop(tx, shopId);
    const stockId = stockIdOf(shopId, input.goodsId);
    const known = await tx.get<Stock>('stock', stockId);
    if (!known) {
      if (await isFull(read, 'stock', { shopId }, mostGoodsOnAShelf)) refuseMoreGoods();
      // So that two new kinds at once collide: the one that starts again counts the other one.
      tx.set('shops', shopId, shop);
    }
    tx.set('stock', stockId, decideOffer(known, input));
    return { goodsId: input.goodsId };
  },
});
