import { holder, pickFrom } from '../../../simulation/histories/moves/move';
import { isMinor, phonesOf } from '../../../simulation/histories/moves/people';
import { resident } from '../../call';
import type { Card } from '../../card';
import { oneself } from '../../may';

export const card: Card = {
  call: () => ({ as: resident, input: {} }),
  who: 'adult residents, for their own household, or who acts for one; two others end it',
  may: { resident: oneself },
  publishes: {
    apart: 'about-the-caller',
    caller: ['sinceDay'],
    texts: [],
  },
  move: {
    weight: 0.5,
    // Of a visit that outlasts its household: actions/people/two-households.
    elsewhere: ['household-ended'],
    wish(scene) {
      const young = phonesOf(scene, (member) => isMinor(scene, member));
      const minor = scene.random.chance(0.2) ? pickFrom(scene, young) : null;
      return { openid: minor ?? holder(scene, 'resident'), input: {} };
    },
  },
  costs: { requests: 12, documents: 8 },
};
