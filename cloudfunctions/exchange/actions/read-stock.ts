import { exchange } from '../../../src/contracts';
import { stockView } from '../../../src/domain/exchange/order-view';
import { defineQuery } from '../../runtime/define-action';
import { seatsThatRead } from '../../runtime/seats';
import { readShop } from '../order-scene';
import { readShelf } from '../shelf';

export const readStock = defineQuery({
  contract: exchange.readStock,
  allow: [
    ...([{ who: 'keeper', at: 'own-shop' }, { who: 'town-admin' }] as const),
    ...seatsThatRead('exchange.read-stock'),
  ],
  place: ({ input }) => ({ shopId: input.shopId }),
  async run({ input, read }) {
    const shop = await readShop(read, input.shopId);
    const shelf = await readShelf(read, input.shopId);
    return { shopName: shop.name, stock: shelf.map(stockView) };
  },
});
