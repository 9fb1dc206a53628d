import { anybody, isWrong, pickFrom } from '../../../simulation/histories/moves/move';
import { openidOf, proxiesIn } from '../../../simulation/histories/moves/proxies';
import { cadre } from '../../call';
import type { Card } from '../../card';
import { anywhere } from '../../may';
import { asked, running } from '../../ready/proxies';

export const card: Card = {
  async call(town) {
    const [other, proxyId] = [await asked(town, 2, 9), await running(town, 2, 8)];
    return { as: cadre, input: { proxyId }, otherInput: { proxyId: other } };
  },
  // An office may end while somebody has one in hand: they still end it.
  who: 'the helper',
  may: { resident: anywhere, cadre: anywhere, keeper: anywhere },
  publishes: { apart: 'about-the-caller', caller: ['proxyId state'], texts: [] },
  move: {
    weight: 2,
    wish(scene) {
      const proxy = pickFrom(scene, proxiesIn(scene, 'running'));
      if (!proxy) return null;
      const helper = openidOf(scene, proxy.helper);
      const openid = isWrong(scene) ? anybody(scene) : (helper ?? anybody(scene));
      const proxyId = isWrong(scene) ? scene.world.newCommandId(0) : proxy.proxyId;
      return { openid, input: { proxyId } };
    },
  },
  costs: { requests: 9, documents: 6 },
};
