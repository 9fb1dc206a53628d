import { holder, isWrong, pickFrom } from '../../../simulation/histories/moves/move';
import { isMinor, phonesOf } from '../../../simulation/histories/moves/people';
import { resident } from '../../call';
import type { Card } from '../../card';
import { oneself } from '../../may';
import { pin } from '../../ready/proxies';

/** Some that a neighbour would not try, and now and then one that everybody tries. */
const pins = ['2580', '7391', '40628', '159753'];

export const card: Card = {
  call: () => ({ as: resident, input: { pin }, otherInput: { pin: '7391' } }),
  who: 'adults of the household; else a cadre who acts for it, somebody outside beside them',
  may: { resident: oneself },
  publishes: { apart: 'about-the-caller', caller: ['sinceDay'], texts: [] },
  move: {
    weight: 4,
    wish(scene) {
      const young = phonesOf(scene, (member) => isMinor(scene, member));
      const minor = scene.random.chance(0.1) ? pickFrom(scene, young) : null;
      const some = scene.random.chance(0.1) ? null : scene.random.pick(pins);
      const given = isWrong(scene) ? '1234' : some;
      return { openid: minor ?? holder(scene, 'resident'), input: { pin: given } };
    },
  },
  costs: { requests: 12, documents: 9 },
};
