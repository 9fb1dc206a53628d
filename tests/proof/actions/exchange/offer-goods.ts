import { aShop, goodsIds } from '../../../simulation/histories/moves/exchange';
import { holder, isWrong } from '../../../simulation/histories/moves/move';
import { testShopId } from '../../../support/town';
import { keeper } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { here, town } from '../../may';

export const card: Card = {
  call() {
    const goods = { name: '毛巾', unit: '条', points: 8, costFen: 800, kind: 'goods' };
    const input = { shopId: testShopId, goodsId: 'towel', ...goods, safetyStock: 2 };
    return { as: keeper, input, otherInput: { ...input, points: 9, costFen: 900 } };
  },
  who: 'keepers of the shop, and the town',
  may: { keeper: here, ...town },
  publishes: {
    ...onlyThoseWhoMay,
    texts: ['name'],
  },
  move: {
    wish(scene) {
      const { random } = scene;
      const shopId = aShop(scene);
      const points = random.pick([5, 8, 10, 35]);
      const named = { unit: '个', kind: 'goods', safetyStock: 2 };
      // What is new comes without an id, and may stand there by its name.
      const isNew = random.chance(0.3);
      const name = `东西${'一二三四五六'[random.integer(6)]}`;
      const costFen = points * (isWrong(scene) ? 200 : 90 + random.integer(21));
      const goodsId = random.pick(goodsIds);
      const goods = { ...(!isNew && { goodsId }), name, points, costFen };
      const openid = random.chance(0.5)
        ? holder(scene, 'town-admin')
        : holder(scene, 'keeper', shopId);
      return { openid, input: { shopId, ...named, ...goods } };
    },
  },
  costs: { requests: 11, documents: 7 },
};
