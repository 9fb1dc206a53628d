import { aShop, goodsOf } from '../../../simulation/histories/moves/exchange';
import { holder, isWrong } from '../../../simulation/histories/moves/move';
import { testShopId } from '../../../support/town';
import { keeper } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { here } from '../../may';

export const card: Card = {
  call: () => ({
    as: keeper,
    input: { shopId: testShopId, goodsId: 'soap', change: 5, reason: 'bought-in' },
    otherInput: { shopId: testShopId, goodsId: 'soap', change: -1, reason: 'damaged' },
  }),
  who: 'keepers of the shop; the town, which pays for the goods, brings none in',
  may: { keeper: here, 'town-admin': 'books-the-money' },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 4,
    wish(scene) {
      const { random } = scene;
      const shopId = aShop(scene);
      const reason = random.pick(['bought-in', 'bought-in', 'damaged', 'lost', 'counted'] as const);
      const goodsId = goodsOf(scene, shopId);
      const onHand = scene.model.stock.get(`${shopId}.${goodsId}`)?.onHand ?? 0;
      // A loss may take all there is, also what is set aside.
      const size = random.chance(0.25) ? onHand : random.integer(isWrong(scene) ? 40 : 5);
      const grows = reason === 'bought-in' || (reason === 'counted' && random.chance(0.5));
      const change = grows !== isWrong(scene) ? size : -size;
      const openid = isWrong(scene) ? holder(scene, 'town-admin') : holder(scene, 'keeper', shopId);
      return { openid, input: { shopId, goodsId, change, reason } };
    },
  },
  costs: { requests: 9, documents: 6 },
};
