import { exchange } from '../../../src/contracts';
import { mostGoodsOnAShelf } from '../../../src/contracts/limits';
import {
  offerGoods as decideOffer,
  mustBeNewOnTheShelf,
  refuseMoreGoods,
  stockIdOf,
} from '../../../src/domain/exchange/stock';
import type { Stock } from '../../../src/domain/exchange/types';
import { mustHoldNoPrivateNumber } from '../../../src/domain/kernel/private-number';
import { nextId } from '../../../src/domain/town/next-id';
import { defineCommand } from '../../runtime/define-action';
import type { Reader } from '../../runtime/store/store';
import { readShop } from '../order-scene';

/** As much of a shelf as there may be. */
const readWhole = (read: Reader, shopId: string) =>
  read.query<Stock>('stock', { where: { shopId }, limit: mostGoodsOnAShelf });

export const offerGoods = defineCommand({
  contract: exchange.offerGoods,
  allow: [{ who: 'keeper', at: 'own-shop' }, { who: 'town-admin' }],
  place: ({ input }) => ({ shopId: input.shopId }),
  async run({ input, tx, read }) {
    mustHoldNoPrivateNumber([input.name, input.unit]);
    const { shopId } = input;
    const shop = await readShop(tx, shopId);
    const shelf = input.goodsId === undefined ? await readWhole(read, shopId) : null;
    if (shelf) mustBeNewOnTheShelf(input.name, shelf);
    const ids = (shelf ?? []).map((each) => each.goodsId);
    const goodsId = input.goodsId ?? nextId('g', ids);
    const stockId = stockIdOf(shopId, goodsId);
    const known = await tx.get<Stock>('stock', stockId);
    if (!known) {
      const there = shelf ?? (await readWhole(read, shopId));
      if (there.length >= mostGoodsOnAShelf) refuseMoreGoods();
      // So that two new kinds at once collide: the one that starts again counts the other one.
      tx.set('shops', shopId, shop);
    }
    tx.set('stock', stockId, decideOffer(known, { ...input, goodsId }));
    return { goodsId };
  },
});
