import { holder, isWrong, pickFrom } from '../../../simulation/histories/moves/move';
import { householdId } from '../../../support/household-ids';
import { cadre } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { town as everyTown, here } from '../../may';

export const card: Card = {
  call: (town) => ({
    as: cadre,
    input: { householdId: householdId(town, 'v01-8') },
    otherInput: { householdId: householdId(town, 'v01-9') },
  }),
  who: 'the committee of the village, and the town',
  may: { cadre: here, ...everyTown },
  publishes: { ...onlyThoseWhoMay, texts: [] },
  move: {
    weight: 0.7,
    // Nobody loses thirty cards within a history.
    elsewhere: ['too-many-cards', 'household-not-found'],
    wish(scene) {
      const household = pickFrom(scene, [...scene.model.households.values()]);
      if (!household) return null;
      const { householdId: id, villageId } = household;
      const byTown = isWrong(scene) || scene.random.chance(0.3);
      const openid = byTown ? holder(scene, 'town-admin') : holder(scene, 'cadre', villageId);
      return { openid, input: { householdId: id } };
    },
  },
  costs: { requests: 8, documents: 5 },
};
