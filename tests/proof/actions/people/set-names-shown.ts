import { holder, pickFrom } from '../../../simulation/histories/moves/move';
import { isMinor, phonesOf } from '../../../simulation/histories/moves/people';
import { resident } from '../../call';
import type { Card } from '../../card';
import { oneself } from '../../may';

export const card: Card = {
  call: () => ({
    as: resident,
    input: { namesShown: false },
    otherInput: { namesShown: true },
  }),
  who: 'residents, for their own household',
  may: { resident: oneself },
  publishes: {
    apart: 'about-the-caller',
    caller: ['namesShown'],
    texts: [],
  },
  move: {
    wish(scene) {
      const young = phonesOf(scene, (member) => isMinor(scene, member));
      const minor = scene.random.chance(0.3) ? pickFrom(scene, young) : null;
      const input = { namesShown: scene.random.chance(0.5) };
      return { openid: minor ?? holder(scene, 'resident'), input };
    },
  },
  costs: { requests: 8, documents: 5 },
};
