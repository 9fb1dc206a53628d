import { holder, isWrong } from '../../../simulation/histories/moves/move';
import { administrator } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { town } from '../../may';

export const card: Card = {
  call() {
    const shop = { name: '试二嘎查积分超市', kind: 'own', villageIds: ['v02'] };
    const where = { address: '村部一楼', hours: '周三 9:00–16:00' };
    const input = { shopId: 'shop-v02', ...shop, ...where };
    return { as: administrator, input, otherInput: { ...input, hours: '周四 9:00–16:00' } };
  },
  who: 'the town',
  may: town,
  publishes: {
    ...onlyThoseWhoMay,
    texts: ['name', 'address', 'hours'],
  },
  move: {
    wish(scene) {
      const { random, model } = scene;
      const villages = isWrong(scene) ? ['v99'] : random.shuffle([...model.villages.keys()]);
      // Mostly as the phone asks: without an id.
      const given = random.chance(0.3) && { shopId: `shop-${random.integer(4)}` };
      const shop = { name: '另一家超市', kind: 'shared', address: '路口', hours: '每天' };
      const villageIds = villages.slice(0, 2);
      return { openid: holder(scene, 'town-admin'), input: { ...given, ...shop, villageIds } };
    },
  },
  costs: { requests: 12, documents: 7 },
};
