import { has } from '../../../simulation/histories/model/rule';
import { anybody, holder, isWrong } from '../../../simulation/histories/moves/move';
import { resident } from '../../call';
import type { Card } from '../../card';
import { wechatUsers } from '../../may';

export const card: Card = {
  call: () => ({ as: resident, input: {} }),
  who: 'whoever the town knows, themselves',
  may: { ...wechatUsers, unjoined: 'nothing-kept', 'false-timer': 'nothing-kept' },
  publishes: {
    apart: 'about-the-caller',
    caller: ['restGoesOnDay'],
    texts: [],
    asked: () => [{}],
  },
  move: {
    wish(scene) {
      const { world, model, openids, random } = scene;
      // The founder may go once there is another: then one of the register may be the last.
      const ofTown = openids.filter((openid) =>
        has(model.persons.get(world.personIdOf(openid)) ?? null, 'town-admin'),
      );
      const goes = ofTown.length > 1 && random.chance(0.3);
      if (goes) return { openid: random.pick(ofTown), input: {} };
      return { openid: isWrong(scene) ? holder(scene, 'town-admin') : anybody(scene), input: {} };
    },
  },
  costs: { requests: 25, documents: 17 },
};
