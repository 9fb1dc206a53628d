import { pickFrom } from '../../../simulation/histories/moves/move';
import { aBystander, proxiesIn } from '../../../simulation/histories/moves/proxies';
import { supervisor } from '../../call';
import type { Card } from '../../card';
import { apart } from '../../may';
import { asked } from '../../ready/proxies';

export const card: Card = {
  async call(town) {
    const [proxyId, other] = [await asked(town, 2, 8), await asked(town, 13, 8)];
    return { as: supervisor, input: { proxyId }, otherInput: { proxyId: other } };
  },
  who: 'an adult of the village who stands there: not of the household or the helper’s, no relative',
  may: { resident: apart },
  publishes: { apart: 'about-the-caller', caller: ['proxyId householdId state'], texts: [] },
  move: {
    weight: 12,
    wish(scene) {
      const proxy = pickFrom(scene, proxiesIn(scene, 'asked'));
      if (!proxy) return null;
      return { openid: aBystander(scene, proxy), input: { proxyId: proxy.proxyId } };
    },
  },
  costs: { requests: 16, documents: 13 },
};
