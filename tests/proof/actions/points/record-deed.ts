import { holder, isWrong, pickFrom } from '../../../simulation/histories/moves/move';
import { aDeed } from '../../../simulation/histories/moves/points';
import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { apart } from '../../may';
import { deedOf } from '../../ready/points';

export const card: Card = {
  call: (town) => ({
    as: cadre,
    input: { ...deedOf(town), householdId: 'v01-9' },
    otherInput: { ...deedOf(town), householdId: 'v01-10' },
  }),
  who: 'the committee of the village, not for oneself or relatives',
  may: { cadre: apart },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 6,
    // No item is closed to cadres.
    elsewhere: ['item-not-for-you'],
    wish(scene) {
      const householdId = pickFrom(scene, [...scene.model.households.keys()]) ?? '';
      const openid = holder(scene, 'cadre', householdId.replace(/-\d+$/, ''));
      const unknown = isWrong(scene) && isWrong(scene) ? 'v01-999' : householdId;
      return { openid, input: { ...aDeed(scene, 'cadre'), householdId: unknown } };
    },
  },
  costs: { requests: 14, documents: 11 },
};
