import { holder, isWrong, pickFrom } from '../../../simulation/histories/moves/move';
import { aDeed } from '../../../simulation/histories/moves/points';
import { householdId } from '../../../support/household-ids';
import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { apart } from '../../may';
import { deedOf } from '../../ready/points';

export const card: Card = {
  call: (town) => ({
    as: cadre,
    // One that lies outside the quarter's cap, so that what is stored of it is seen too.
    input: {
      ...{ ...deedOf(town), itemId: 'act-of-courage' },
      householdId: householdId(town, 'v01-9'),
    },
    otherInput: { ...deedOf(town), householdId: householdId(town, 'v01-10') },
  }),
  who: 'the committee of the village, not for oneself or relatives',
  may: { cadre: apart },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 6,
    // No item is closed to cadres; two hundred deeds: domain/records/declare.
    elsewhere: ['item-not-for-you', 'too-many-deeds'],
    wish(scene) {
      const [known, household] = pickFrom(scene, [...scene.model.households]) ?? [];
      const openid = holder(scene, 'cadre', household?.villageId ?? '');
      const unknown =
        isWrong(scene) && isWrong(scene) ? scene.world.newCommandId(0) : (known ?? '');
      return { openid, input: { ...aDeed(scene, 'cadre'), householdId: unknown } };
    },
  },
  costs: { requests: 16, documents: 11 },
};
