import { holder } from '../../../simulation/histories/moves/move';
import { aDeed } from '../../../simulation/histories/moves/points';
import { resident } from '../../call';
import type { Card } from '../../card';
import { oneself } from '../../may';
import { deedOf } from '../../ready/points';

export const card: Card = {
  call: (town) => ({
    as: resident,
    input: deedOf(town),
    otherInput: { ...deedOf(town), itemId: 'settle-dispute' },
  }),
  who: 'residents, for their own household',
  may: { resident: oneself },
  publishes: {
    apart: 'about-the-caller',
    caller: ['recordId state points'],
    texts: [],
  },
  move: {
    weight: 12,
    // Of a visit that outlasts its household: actions/people/two-households. Two hundred deeds and
    // what only cadres record: domain/records/declare, actions/points/same-deed.
    elsewhere: ['household-ended', 'too-many-deeds'],
    wish: (scene) => ({
      openid: holder(scene, 'resident'),
      input: aDeed(scene, 'resident'),
    }),
  },
  costs: { requests: 15, documents: 10 },
};
