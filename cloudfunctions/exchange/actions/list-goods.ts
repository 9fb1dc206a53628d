import { exchange } from '../../../src/contracts';
import { goodsView, shopView } from '../../../src/domain/exchange/order-view';
import { defineQuery } from '../../runtime/define-action';
import { readShop } from '../order-scene';
import { readShelf } from '../shelf';

export const listGoods = defineQuery({
  contract: exchange.listGoods,
  allow: [{ who: 'anyone' }],
  async run({ input, read }) {
    const shop = await readShop(read, input.shopId);
    const shelf = await readShelf(read, input.shopId);
    return { shop: shopView(shop), goods: shelf.map(goodsView) };
  },
});
